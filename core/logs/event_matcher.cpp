// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/event_matcher.h"

#include <algorithm>

namespace plumbline {

// The kernel's own longest line (kernel/printk: PRINTKRB_RECORD_MAX is 1024) and some.
static constexpr qsizetype longestText = 2048;
static constexpr qsizetype longestKept = 1024;

void LinePattern::compile()
{
    if (!m_names.isEmpty())
        return;
    m_expression.setPattern(QString::fromLatin1(m_pattern));
    for (const QString &name : m_expression.namedCaptureGroups())
        m_names.append(name.toLatin1());
}

std::optional<QList<EventField>> LinePattern::match(QByteArrayView text)
{
    compile();
    // One character a byte, whatever the bytes are: what is caught is cut out of the bytes again.
    const QByteArrayView looked = text.first(std::min(text.size(), longestText));
    const QRegularExpressionMatch found = m_expression.match(QString::fromLatin1(looked));
    if (!found.hasMatch())
        return std::nullopt;
    QList<EventField> fields;
    for (int group = 1; group <= found.lastCapturedIndex(); ++group) {
        const qsizetype start = found.capturedStart(group);
        if (start >= 0 && !m_names.at(group).isEmpty()) {
            fields.append({m_names.at(group),
                looked.sliced(start, found.capturedLength(group)).toByteArray()});
        }
    }
    return fields;
}

QList<QByteArray> LinePattern::groups()
{
    compile();
    QList<QByteArray> named = m_names;
    named.removeAll(QByteArray());
    return named;
}

// Every anchor of the table once, and then the clock's.
static const std::vector<QByteArrayView> &anchorsOfTable()
{
    static const std::vector<QByteArrayView> all = [] {
        std::vector<QByteArrayView> anchors;
        for (const EventPattern &row : eventPatterns()) {
            if (std::ranges::find(anchors, QByteArrayView(row.anchor)) == anchors.end())
                anchors.emplace_back(row.anchor);
        }
        anchors.emplace_back("etting system clock to ");
        return anchors;
    }();
    return all;
}

const AnchorSearch &EventMatcher::search() const
{
    static const AnchorSearch search(anchorsOfTable());
    return search;
}

bool EventMatcher::isClock(const AnchorSearch::Anchors &anchors) const
{
    return anchors[anchorsOfTable().size() - 1];
}

EventMatcher::EventMatcher()
{
    const std::vector<QByteArrayView> &anchors = anchorsOfTable();
    for (const EventPattern &row : eventPatterns()) {
        const auto anchor = std::ranges::find(anchors, QByteArrayView(row.anchor));
        m_rows.push_back({&row, size_t(anchor - anchors.begin()), LinePattern(row.pattern)});
    }
    for (const DetailPattern &row : detailPatterns()) {
        for (const EventKind kind : row.kinds)
            m_details.at(size_t(kind)).push_back({row.anchor, LinePattern(row.pattern)});
    }
}

// Without a sender the kernel is taken for it: that is how consoles are written. Any other
// program's line may quote the kernel's words.
static bool mayHaveWritten(Writer writer, const LogLine &line)
{
    if (line.sender.isEmpty() || line.sender == "kernel")
        return true;
    return writer == Writer::Systemd && line.sender.startsWith("systemd");
}

std::optional<LogEvent> EventMatcher::match(
    const AnchorSearch::Anchors &anchors, const LogLine &line)
{
    for (Row &row : m_rows) {
        if (!anchors[row.anchor] || !mayHaveWritten(row.pattern->writer, line))
            continue;
        auto fields = row.expression.match(line.text);
        if (!fields)
            continue;
        LogEvent event;
        event.kind = row.pattern->kind;
        event.isStamped = line.guestTime.has_value();
        event.isMixed = !line.before.isEmpty();
        event.guestTime = line.guestTime;
        event.wallTime = line.wallTime.toByteArray();
        event.text = line.text.first(std::min(line.text.size(), longestKept)).toByteArray();
        event.fields = *std::move(fields);
        return event;
    }
    return std::nullopt;
}

void EventMatcher::addDetails(LogEvent &event, QByteArrayView text)
{
    for (Detail &row : m_details.at(size_t(event.kind))) {
        if (!text.contains(row.anchor))
            continue;
        const auto fields = row.expression.match(text);
        if (!fields)
            continue;
        for (const EventField &field : *fields) {
            if (event.field(field.name).isEmpty())
                event.fields.append(field);
        }
        return;
    }
}

} // namespace plumbline
