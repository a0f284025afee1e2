// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/events_text.h"

#include "incident/diagnosis_text.h"

#include <algorithm>

namespace plumbline {

// Storage that fails says it with two or three lines in turns; further apart it is another matter.
static constexpr size_t nearby = 8;

struct Group
{
    const LogEvent *first = nullptr;
    const LogEvent *last = nullptr;
    qint64 count = 0;
    QByteArray likeness; ///< kind and text without what counts up in it
};

static QByteArray likenessOf(const LogEvent &event)
{
    QByteArray likeness(1, char(event.kind));
    bool inNumber = false;
    for (const char c : event.text) {
        const bool isDigit = c >= '0' && c <= '9';
        if (!isDigit || !inNumber)
            likeness += isDigit ? '0' : c;
        inNumber = isDigit;
    }
    // Another server or disk is another matter, though it differs in a digit only.
    for (const EventField &field : event.fields) {
        if (!field.isNumber())
            likeness += '\n' + field.value;
    }
    return likeness;
}

static std::vector<Group> grouped(const std::vector<LogEvent> &events)
{
    std::vector<Group> groups;
    for (const LogEvent &event : events) {
        QByteArray likeness = likenessOf(event);
        const auto recent = groups.end() - ptrdiff_t(std::min(nearby, groups.size()));
        const auto same = std::find_if(recent, groups.end(),
            [&likeness](const Group &group) { return group.likeness == likeness; });
        if (same == groups.end()) {
            groups.push_back({&event, &event, 1, std::move(likeness)});
        } else {
            same->last = &event;
            ++same->count;
        }
    }
    return groups;
}

static QByteArray timeText(const LogEvent &event, const ClockMap &clock)
{
    QByteArray guest = event.guestTime ? QByteArray::number(*event.guestTime, 'f', 6) : "-";
    QByteArray wall = event.wallTime;
    if (wall.isEmpty() && event.guestTime) {
        if (const auto derived = clock.timeOf(event.line, *event.guestTime))
            wall = '~' + derived->text(0);
    }
    return guest.rightJustified(14) + (wall.isEmpty() ? QByteArray() : "  " + wall);
}

static QByteArray ownerText(const LogEvent &event)
{
    const QByteArray owner = event.field("owner");
    if (owner.isEmpty())
        return {};
    return "  (" + event.field("blocker") + " of " + owner + ':' + event.field("owner_pid") + ')';
}

void writeEventsText(const EventScan &scan, const std::function<void(QByteArrayView)> &write)
{
    for (const Group &group : grouped(scan.events())) {
        QByteArray lines = QByteArray::number(group.first->line);
        if (group.last->lastLine > group.first->line)
            lines += '-' + QByteArray::number(group.last->lastLine);
        QByteArray text = group.first->text + ownerText(*group.first);
        if (const QByteArray before = group.first->field("before"); !before.isEmpty())
            text += "  (it was " + before + ')';
        if (!group.first->isStamped && group.first->wallTime.isEmpty())
            text += "  (no kernel time stamp)";
        if (group.count > 1)
            text += "  (" + QByteArray::number(group.count) + " times)";
        write(lines.rightJustified(15) + "  " + timeText(*group.first, scan.clock()) + "  "
            + eventKindName(group.first->kind).toByteArray().leftJustified(22) + ' '
            + printable(QString::fromUtf8(text)).toUtf8() + '\n');
    }
    for (int kind = 0; kind < eventKindCount; ++kind) {
        if (const qint64 count = scan.notKept().at(size_t(kind))) {
            write("and " + QByteArray::number(count) + " more of "
                + eventKindName(EventKind(kind)).toByteArray() + '\n');
        }
    }
}

} // namespace plumbline
