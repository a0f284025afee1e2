// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/event_scan.h"

#include "logs/dump_lines.h"
#include "logs/newlines.h"

#include <algorithm>

namespace plumbline {

static constexpr qsizetype longestLine = 64 * 1024;
// Another writer may put some lines among those of a report; more, and the report is over.
static constexpr int mostForeign = 3;
// The lines of a report are printed in one go, even those of a hundred thousand tasks. Where any
// line may belong to it, only what comes at once does.
static constexpr double pauseInStack = 2; // s
static constexpr double pauseInBurst = 0.5;

EventScan::Extent EventScan::extentOf(const LogEvent &event)
{
    using enum EventKind;
    switch (event.kind) {
    case HungTask:
    case SoftLockup:
    case HardLockup:
    case RcuStall:
    case Oops:
    case Bug:
    case Warning:
    case Panic:
        return Extent::Stack;
    case OomKill:
        return Extent::Burst;
    case Sysrq:
        return event.field("action").startsWith("Show ") ? Extent::Burst : Extent::Line;
    default:
        return Extent::Line;
    }
}

void EventScan::append(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    m_size += bytes.size();
    m_ends += countNewlines(bytes);
    m_atLineStart = bytes.back() == '\n';
    while (!bytes.isEmpty()) {
        if (m_isSkipping) {
            skipLine(bytes);
            continue;
        }
        if (m_carry.isEmpty()) {
            const qsizetype whole = lineStart(bytes, bytes.size());
            scan(bytes.first(whole));
            bytes = bytes.sliced(whole);
        }
        const qsizetype end = lineEnd(bytes, 0);
        const qsizetype room = longestLine - m_carry.size();
        const qsizetype part = std::min({end + 1, bytes.size(), room});
        m_carry.append(bytes.first(part));
        bytes = bytes.sliced(part);
        const bool isWhole = m_carry.endsWith('\n');
        if (isWhole || m_carry.size() == longestLine) {
            scan(std::exchange(m_carry, {}));
            m_isSkipping = !isWhole;
        }
    }
}

void EventScan::skipLine(QByteArrayView &bytes)
{
    const qsizetype end = lineEnd(bytes, 0);
    m_isSkipping = end == bytes.size();
    const qsizetype part = std::min(end + 1, bytes.size());
    m_offset += part;
    m_line += m_isSkipping ? 0 : 1;
    bytes = bytes.sliced(part);
}

void EventScan::finish()
{
    if (!m_carry.isEmpty())
        scan(std::exchange(m_carry, {}));
}

// Goes from one line that holds an anchor to the next; where an event is open, from line to line.
void EventScan::scan(QByteArrayView lines)
{
    const std::vector<GuestTimeWatch::Step> steps = m_guestTimes.look(lines);
    auto step = steps.begin();
    const AnchorSearch &search = m_matcher.search();
    const qint64 offset = m_offset;
    AnchorSearch::Hit hit = search.next(lines, 0);
    qsizetype at = 0;
    while (at < lines.size()) {
        if (m_open == Extent::Line) {
            qsizetype next = hit.at < 0 ? lines.size() : hit.at;
            if (step != steps.end())
                next = std::min(next, step->at);
            const qsizetype start = lineStart(lines, next);
            m_line += countNewlines(lines.sliced(at, start - at));
            at = start;
            if (at == lines.size())
                break;
        }
        const qsizetype end = lineEnd(lines, at);
        AnchorSearch::Anchors anchors;
        for (; hit.at >= 0 && hit.at < end; hit = search.next(lines, hit.at + 1))
            anchors |= hit.anchors;
        const bool isStep = step != steps.end() && step->at == at;
        m_offset = offset + at;
        lookAt(lines.sliced(at, end - at), anchors, isStep ? &*step : nullptr);
        step += isStep ? 1 : 0;
        m_line += end < lines.size() ? 1 : 0;
        at = std::min(end + 1, lines.size());
    }
    m_offset = offset + lines.size();
}

void EventScan::lookAt(
    QByteArrayView line, AnchorSearch::Anchors anchors, const GuestTimeWatch::Step *step)
{
    if (line.size() >= longestLine) {
        line = line.first(longestLine);
        anchors.reset();
        for (auto hit = m_matcher.search().next(line, 0); hit.at >= 0;
            hit = m_matcher.search().next(line, hit.at + 1))
            anchors |= hit.anchors;
    }
    const QByteArray clean = withoutControls(line);
    LogLine logged = readLogLine(clean);
    std::optional<LogEvent> event;
    if (anchors.any()) {
        takeDropped(anchors, logged);
        event = m_matcher.match(anchors, logged);
    }
    if (event && event->kind == EventKind::Boot)
        beginBoot();
    else if (step)
        stepBack(*step, logged);
    m_clock.look(m_line, logged, m_matcher.isClock(anchors));
    if (event && !isPartOfOpen(*event))
        begin(*std::move(event));
    else if (m_open != Extent::Line)
        lookAtBelow(logged);
}

// "** 7 printk messages dropped ** [   12.345678] …": the kernel's own words in front of the next
// message.
void EventScan::takeDropped(const AnchorSearch::Anchors &anchors, LogLine &logged)
{
    if (!logged.before.startsWith("** "))
        return;
    LogLine dropped = logged;
    dropped.text = logged.before;
    dropped.before = {};
    if (std::optional<LogEvent> event = m_matcher.match(anchors, dropped)) {
        begin(*std::move(event));
        logged.before = {};
    }
}

void EventScan::beginBoot()
{
    // On other machines than x86 lines stand above the version, and time fell there.
    const bool stepWasBoot = !m_events.empty() && m_events.back().kind == EventKind::TimeBackwards
        && m_line - m_events.back().line <= 8;
    if (stepWasBoot)
        m_events.pop_back();
    else
        m_clock.beginBoot(m_line);
}

void EventScan::stepBack(const GuestTimeWatch::Step &step, const LogLine &logged)
{
    LogEvent event;
    event.kind = EventKind::TimeBackwards;
    event.isStamped = true;
    event.guestTime = logged.guestTime;
    event.text = logged.text.first(std::min<qsizetype>(logged.text.size(), 1024)).toByteArray();
    event.fields = {{"before", QByteArray::number(step.before, 'f', 6)}};
    m_clock.beginBoot(m_line);
    begin(std::move(event));
}

void EventScan::begin(LogEvent event)
{
    event.line = m_line;
    event.lastLine = m_line;
    event.offset = m_offset;
    m_openTime = event.guestTime;
    m_foreign = 0;
    m_open = Extent::Line;
    if (m_events.size() >= mostEvents) {
        ++m_notKept.at(size_t(event.kind));
        return;
    }
    m_open = extentOf(event);
    m_events.push_back(std::move(event));
}

// An Oops is announced and then comes; the memory's end names its victim further below.
bool EventScan::isPartOfOpen(const LogEvent &event) const
{
    if (m_open == Extent::Line)
        return false;
    const EventKind open = m_events.back().kind;
    if (event.kind == EventKind::OomKill)
        return open == EventKind::OomKill && event.field("invoker").isEmpty();
    return event.kind == EventKind::Oops && (open == EventKind::Oops || open == EventKind::Bug)
        && !event.text.startsWith("BUG: ") && !event.text.startsWith("Unable ");
}

void EventScan::lookAtBelow(const LogLine &logged)
{
    LogEvent &event = m_events.back();
    const bool anyLine = m_open == Extent::Burst && logged.guestTime && m_openTime;
    const double pause = logged.guestTime && m_openTime ? *logged.guestTime - *m_openTime : 0;
    const bool follows = pause <= (anyLine ? pauseInBurst : pauseInStack);
    const bool isShaped = isDumpLine(logged.text) || logged.text.startsWith("Kill")
        || logged.text.startsWith("Out of memory");
    // A kernel that stamps its lines stamps all of them.
    const bool isForeign = event.isStamped && !logged.guestTime;
    if (!follows || isForeign || (!isShaped && !anyLine)) {
        if (!follows || ++m_foreign > mostForeign)
            m_open = Extent::Line;
        return;
    }
    m_foreign = 0;
    if (logged.guestTime)
        m_openTime = logged.guestTime;
    event.lastLine = m_line;
    m_matcher.addDetails(event, logged.text);
}

} // namespace plumbline
