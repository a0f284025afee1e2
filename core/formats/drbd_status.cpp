// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/drbd_status.h"

#include "formats/line_reader.h"

#include <QMap>

namespace plumbline {

const DrbdVolume *DrbdStatus::withMinor(int minor) const
{
    for (const DrbdVolume &volume : volumes) {
        if (volume.minor == minor)
            return &volume;
    }
    return nullptr;
}

// "volume:0 minor:0 disk:UpToDate": a value may hold colons, a name none.
static QMap<QByteArray, QByteArray> factsIn(QByteArrayView line)
{
    QMap<QByteArray, QByteArray> facts;
    TextCursor cursor(line);
    while (!cursor.atEnd()) {
        const QByteArrayView word = cursor.word();
        const qsizetype colon = word.indexOf(':');
        if (colon > 0)
            facts.insert(word.first(colon).toByteArray(), word.sliced(colon + 1).toByteArray());
    }
    return facts;
}

namespace {
/// A resource and the volumes of it that have been read so far.
struct Resource
{
    QByteArray name;
    QByteArray suspended;
    int line = 0;
    qsizetype firstVolume = 0;
    bool inPeers = false;
};
} // namespace

static void readDetail(DrbdStatus &status, Resource &resource, const LineReader &lines)
{
    const QMap<QByteArray, QByteArray> facts = factsIn(lines.line());
    QList<DrbdVolume> &volumes = status.volumes;
    if (facts.contains("connection")) {
        resource.inPeers = true;
        for (qsizetype i = resource.firstVolume; i < volumes.size(); ++i)
            volumes[i].connections.append(facts.value("connection"));
    } else if (resource.inPeers) {
        return;
    } else if (facts.contains("minor")) {
        DrbdVolume volume;
        volume.minor = facts.value("minor").toInt();
        volume.resource = resource.name;
        volume.suspended = resource.suspended;
        volume.disk = facts.value("disk");
        volume.resourceLine = resource.line;
        volume.line = lines.number();
        volumes.append(volume);
    }
    if (volumes.size() > resource.firstVolume && facts.contains("blocked")) {
        DrbdVolume &volume = volumes.last();
        volume.blocked = facts.value("blocked");
        volume.upperPending = facts.value("upper-pending").toLongLong();
        volume.lowerPending = facts.value("lower-pending").toLongLong();
        volume.statisticsLine = lines.number();
    }
}

Result<DrbdStatus> readDrbdStatus(QByteArrayView text)
{
    DrbdStatus status;
    Resource resource;
    LineReader lines(text);
    while (lines.next()) {
        const QByteArrayView line = lines.line();
        if (lines.isCut())
            return lines.cutShort();
        if (line.trimmed().isEmpty() || line.startsWith('#'))
            continue;
        if (line.front() != ' ') {
            const QMap<QByteArray, QByteArray> facts = factsIn(line);
            if (!facts.contains("role"))
                return lines.unreadable(PHRASE("formats", "a DRBD resource and its role"));
            resource = {TextCursor(line).word().toByteArray(), facts.value("suspended"),
                lines.number(), status.volumes.size(), false};
        } else if (resource.line == 0) {
            return lines.unreadable(PHRASE("formats", "a DRBD resource"));
        } else {
            readDetail(status, resource, lines);
        }
    }
    return status;
}

} // namespace plumbline
