// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/mountinfo.h"

#include "formats/line_reader.h"

#include <QSet>

namespace plumbline {

/// fs.mount-max: a mount namespace holds no more.
constexpr qsizetype mountsAtMost = 100'000;

/// Fields are parted by single blanks and may be empty (the source of a nameless tmpfs).
static QByteArrayView takeField(TextCursor &line)
{
    if (const auto field = line.until(' '))
        return *field;
    return line.takeLine();
}

static Result<Mount> readMount(const LineReader &lines)
{
    TextCursor line(lines.line());
    Mount mount;
    mount.line = lines.number();
    const auto id = line.number<int>();
    const auto parent = line.number<int>();
    if (!id || !parent)
        return lines.unreadable(PHRASE("formats", "the ids of a mount and its parent"), line);
    const auto major = line.number<int>();
    const bool colon = line.skip(':');
    const auto minor = line.number<int>();
    if (!major || !colon || !minor || !line.skip(' '))
        return lines.unreadable(PHRASE("formats", "a device number"), line);
    mount.id = *id;
    mount.parent = *parent;
    mount.major = *major;
    mount.minor = *minor;
    mount.root = withoutOctalEscapes(takeField(line));
    mount.mountPoint = withoutOctalEscapes(takeField(line));
    mount.options = takeField(line).toByteArray();
    if (!mount.mountPoint.startsWith('/'))
        return lines.unreadable(PHRASE("formats", "a mount point"), line);
    // Any number of optional fields (shared:9) up to a lone dash.
    while (!line.atEnd()) {
        if (takeField(line) != "-")
            continue;
        mount.fsType = withoutOctalEscapes(takeField(line));
        mount.source = withoutOctalEscapes(takeField(line));
        mount.superOptions = takeField(line).toByteArray();
        break;
    }
    if (mount.fsType.isEmpty() || mount.superOptions.isEmpty())
        return lines.unreadable(PHRASE("formats", "a file system type, source and options"), line);
    return mount;
}

Result<MountTable> readMountinfo(QByteArrayView text)
{
    MountTable table;
    LineReader lines(text);
    while (lines.next()) {
        if (lines.isCut())
            return lines.cutShort();
        if (table.mounts.size() >= mountsAtMost)
            return lines.unreadable(PHRASE("formats", "at most %1 mounts").arg(mountsAtMost));
        auto mount = readMount(lines);
        if (!mount)
            return std::unexpected(mount.error());
        table.mounts.append(std::move(*mount));
    }
    if (table.mounts.isEmpty())
        return unreadableAt(PHRASE("formats", "at least one mount"), 1, 1);
    return table;
}

static bool leadsTo(const QByteArray &mountPoint, QByteArrayView path)
{
    if (mountPoint == "/")
        return path.startsWith('/');
    return path.startsWith(mountPoint)
        && (path.size() == mountPoint.size() || path[mountPoint.size()] == '/');
}

const Mount *mountOf(const MountTable &table, QByteArrayView path)
{
    QSet<int> ids;
    for (const Mount &mount : table.mounts)
        ids.insert(mount.id);

    // Walk as the kernel does: from the outermost mount to whatever is mounted first on the way.
    const Mount *current = nullptr;
    for (const Mount &mount : table.mounts) {
        const bool outermost = mount.parent == mount.id || !ids.contains(mount.parent);
        if (outermost && leadsTo(mount.mountPoint, path)
            && (!current || mount.mountPoint.size() >= current->mountPoint.size()))
            current = &mount;
    }
    // A path has few mounts on it; the bound is against tables whose parents run in a circle.
    for (int step = 0; current && step < 256; ++step) {
        const Mount *nearest = nullptr;
        for (const Mount &mount : table.mounts) {
            if (mount.parent != current->id || mount.id == current->id
                || !leadsTo(mount.mountPoint, path)
                || mount.mountPoint.size() < current->mountPoint.size())
                continue;
            if (!nearest || mount.mountPoint.size() <= nearest->mountPoint.size())
                nearest = &mount;
        }
        if (!nearest)
            break;
        current = nearest;
    }
    return current;
}

} // namespace plumbline
