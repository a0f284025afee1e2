// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/path_chain.h"

#include "formats/line_reader.h"

#include <array>
#include <optional>

namespace plumbline {

QByteArray PathWalk::resolved() const
{
    if (ending == File)
        return path;
    if (ending == Remote)
        return (path == "/" ? QByteArray() : path) + (rest.isEmpty() ? QByteArray() : rest);
    return {};
}

static QByteArray takeField(QByteArrayView &line)
{
    const qsizetype tab = line.isEmpty() ? -1 : line.indexOf('\t');
    const QByteArrayView field = tab < 0 ? line : line.first(tab);
    line = tab < 0 ? QByteArrayView() : line.sliced(tab + 1);
    return field.toByteArray();
}

static std::optional<PathWalk::Ending> endingOf(const QByteArray &word)
{
    static constexpr std::array<std::pair<const char *, PathWalk::Ending>, 7> endings{
        {{"file", PathWalk::File}, {"remote", PathWalk::Remote}, {"missing", PathWalk::Missing},
            {"closed", PathWalk::Closed}, {"loop", PathWalk::Loop}, {"odd", PathWalk::Odd},
            {"blind", PathWalk::Blind}}};
    for (const auto &[name, ending] : endings) {
        if (word == name)
            return ending;
    }
    return std::nullopt;
}

static bool readNamespace(PathChain &chain, const QByteArray &word, int line)
{
    chain.namespaceLine = line;
    if (word == "same")
        chain.ofQemu = PathChain::Same;
    else if (word == "own")
        chain.ofQemu = PathChain::Own;
    else
        return word == "closed";
    return true;
}

static bool readStep(PathWalk &walk, const QByteArray &word, QByteArrayView fields, int line)
{
    const QByteArray path = takeField(fields);
    if (walk.ending != PathWalk::NotWalked || (!path.startsWith('/') && word != "blind"))
        return false;
    if (word == "link") {
        walk.links.append({path, takeField(fields), line});
        return true;
    }
    const auto ending = endingOf(word);
    if (!ending)
        return false;
    walk.ending = *ending;
    walk.path = path;
    walk.line = line;
    if (*ending == PathWalk::File) {
        walk.identity = takeField(fields);
        walk.deviceNumber = takeField(fields);
        walk.kind = takeField(fields);
    } else if (*ending == PathWalk::Remote) {
        walk.fsType = takeField(fields);
        walk.mountDevice = takeField(fields);
        walk.mountRoot = withoutOctalEscapes(takeField(fields));
        walk.rest = takeField(fields);
        return !walk.mountRoot.isEmpty();
    }
    return true;
}

Result<PathChain> readPathChain(QByteArrayView text)
{
    PathChain chain;
    LineReader lines(text);
    while (lines.next()) {
        if (lines.isCut())
            return lines.cutShort();
        QByteArrayView fields = lines.line();
        const QByteArray word = takeField(fields);
        const QByteArray side = takeField(fields);
        const bool isRead = word == "namespace"
            ? side == "qemu" && readNamespace(chain, takeField(fields), lines.number())
            : (side == "host" || side == "qemu")
                && readStep(side == "host" ? chain.host : chain.qemu, word, fields, lines.number());
        if (!isRead)
            return lines.unreadable(PHRASE("formats", "a step of a path"));
    }
    const bool isWhole = chain.namespaceLine > 0 && chain.host.ending != PathWalk::NotWalked
        && (chain.ofQemu == PathChain::Own) == (chain.qemu.ending != PathWalk::NotWalked);
    if (!isWhole)
        return unreadableAt(PHRASE("formats", "where the path leads to"), 1, 1);
    return chain;
}

} // namespace plumbline
