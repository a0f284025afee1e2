// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/virsh_text.h"

#include "formats/line_reader.h"

#include <algorithm>
#include <iterator>

namespace plumbline {

Result<QList<ListedDomain>> readVirshList(QByteArrayView text)
{
    constexpr qsizetype uuidSize = 36;
    QList<ListedDomain> domains;
    LineReader lines(text);
    while (lines.next()) {
        const QByteArrayView line = lines.line();
        if (line.trimmed().isEmpty())
            continue;
        const QByteArrayView uuid = line.first(std::min(uuidSize, line.size()));
        const bool isUuid = uuid.size() == uuidSize && uuid.count('-') == 4
            && std::all_of(uuid.begin(), uuid.end(), [](char c) {
                   return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == '-';
               });
        const QByteArrayView name = isUuid ? line.sliced(uuidSize) : QByteArrayView();
        if (!name.startsWith(' ') || name.trimmed().isEmpty())
            return lines.unreadable(PHRASE("formats", "a UUID and a domain's name"));
        domains.append({.uuid = uuid.toByteArray(),
            .name = name.trimmed().toByteArray(), // virsh pads names with blanks
            .line = lines.number()});
    }
    return domains;
}

/// To the first line that is not empty.
static bool nextFilled(LineReader &lines)
{
    while (lines.next()) {
        if (!lines.line().trimmed().isEmpty())
            return true;
    }
    return false;
}

/// "text (inner)" split at its last parenthesis.
static std::pair<QByteArray, QByteArray> splitParenthesis(QByteArrayView text)
{
    const qsizetype open = lastIndexOf(text, '(');
    if (open < 0 || !text.endsWith(')'))
        return {text.trimmed().toByteArray(), {}};
    return {
        text.first(open).trimmed().toByteArray(), text.sliced(open + 1).chopped(1).toByteArray()};
}

Result<DomainState> readDomstate(QByteArrayView text)
{
    static constexpr const char *states[] = {"running", "idle", "paused", "in shutdown", "shut off",
        "crashed", "pmsuspended", "dying", "no state"};
    LineReader lines(text);
    const bool filled = nextFilled(lines);
    auto [state, reason] = splitParenthesis(lines.line().trimmed());
    if (!filled || std::find(std::begin(states), std::end(states), state) == std::end(states))
        return lines.unreadable(PHRASE("formats", "a domain's state"));
    return DomainState{
        .state = std::move(state), .reason = std::move(reason), .line = lines.number()};
}

Result<DomainControl> readDomcontrol(QByteArrayView text)
{
    LineReader lines(text);
    const bool filled = nextFilled(lines);
    auto [state, inner] = splitParenthesis(lines.line().trimmed());
    DomainControl control;
    control.line = lines.number();
    if (inner.endsWith('s'))
        control.seconds = toSeconds(QByteArrayView(inner).chopped(1));
    if (const qsizetype colon = state.indexOf(": "); colon > 0) {
        control.reason = state.sliced(colon + 2);
        state.truncate(colon);
    }
    static constexpr const char *states[] = {"ok", "background job", "occupied", "error"};
    if (!filled || std::find(std::begin(states), std::end(states), state) == std::end(states)
        || (!inner.isEmpty() && !control.seconds)
        // virsh's own failure begins like the state "error", but tells no time.
        || (!control.reason.isEmpty() && !control.seconds))
        return lines.unreadable(PHRASE("formats", "the state of a domain's control interface"));
    control.state = std::move(state);
    return control;
}

std::optional<qint64> DomainStats::number(const QByteArray &key) const
{
    return toNumber<qint64>(values.value(key));
}

Result<QList<DomainStats>> readDomstats(QByteArrayView text)
{
    QList<DomainStats> domains;
    LineReader lines(text);
    while (lines.next()) {
        QByteArrayView line = lines.line();
        if (line.trimmed().isEmpty())
            continue;
        if (line.size() > 9 && line.startsWith("Domain: '") && line.endsWith('\'')) {
            domains.append({.domain = line.sliced(9).chopped(1).toByteArray(),
                .values = {},
                .lines = {},
                .line = lines.number()});
            continue;
        }
        const qsizetype equals = line.indexOf('=');
        if (domains.isEmpty() || !line.startsWith("  ") || equals < 3 || lines.isCut())
            return lines.unreadable(PHRASE("formats", "a statistic of a domain"));
        const QByteArray key = line.first(equals).trimmed().toByteArray();
        domains.last().values.insert(key, line.sliced(equals + 1).toByteArray());
        domains.last().lines.insert(key, lines.number());
    }
    return domains;
}

} // namespace plumbline
