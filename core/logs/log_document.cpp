// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/log_document.h"

#include <algorithm>

namespace plumbline {

LogDocument::LogDocument(QObject *parent) : QObject(parent)
{
    renew();
}

LogDocument::~LogDocument()
{
    m_reader->stop();
}

// The reader's threads may outlive us: stop() sees to it that they tell us nothing afterwards.
void LogDocument::renew()
{
    if (m_reader)
        m_reader->stop();
    m_in.clear();
    m_out.clear();
    m_shown.clear();
    m_lines = 0;
    m_reader = std::make_shared<LogReader>(
        [this] { QMetaObject::invokeMethod(this, &LogDocument::refilter, Qt::QueuedConnection); },
        [this] { QMetaObject::invokeMethod(this, &LogDocument::rowsRead, Qt::QueuedConnection); });
}

void LogDocument::openFile(const QString &path)
{
    renew();
    m_path = path;
    m_reader->start([path] { return openLogFile(path); });
}

void LogDocument::openText(const QByteArray &text)
{
    openBytes(logInMemory(text));
}

void LogDocument::openBytes(std::shared_ptr<const LogBytes> bytes)
{
    renew();
    m_path.clear();
    m_reader->start(
        [bytes = std::move(bytes)]() -> Result<std::shared_ptr<const LogBytes>> { return bytes; });
}

void LogDocument::removeLens(int lens)
{
    std::erase(m_in, lens);
    std::erase(m_out, lens);
    m_reader->removeLens(lens);
    refilter();
}

void LogDocument::setFilters(std::vector<int> in, std::vector<int> out)
{
    m_in = std::move(in);
    m_out = std::move(out);
    refilter();
}

void LogDocument::refilter()
{
    m_lines = m_reader->state().lines;
    if (isFiltered()) {
        m_shown = m_reader->withLines([this](const auto &linesOf) {
            static const LineSet none;
            const auto sets = [&linesOf](const std::vector<int> &lenses) {
                std::vector<const LineSet *> found;
                for (const int lens : lenses) {
                    const LineSet *lines = linesOf(lens);
                    found.push_back(lines ? lines : &none);
                }
                return found;
            };
            return LineSet::combined(sets(m_in), sets(m_out), m_lines);
        });
    } else {
        m_shown.clear();
    }
    Q_EMIT progressed();
}

qint64 LogDocument::rowCount() const
{
    return isFiltered() ? m_shown.count() : m_lines;
}

qint64 LogDocument::lineOfRow(qint64 row) const
{
    return isFiltered() ? m_shown.at(row).value_or(0) : row;
}

qint64 LogDocument::rowOfLine(qint64 line) const
{
    const qint64 row = isFiltered() ? m_shown.rank(line) : line;
    return std::clamp(row, qint64(0), std::max<qint64>(rowCount() - 1, 0));
}

std::optional<qint64> LogDocument::nextHit(int lens, qint64 line, bool backwards) const
{
    return m_reader->withLines([&](const auto &linesOf) -> std::optional<qint64> {
        const LineSet *hits = linesOf(lens);
        if (!hits)
            return std::nullopt;
        if (isFiltered())
            return backwards ? LineSet::lastInBoth(*hits, m_shown, line - 1)
                             : LineSet::nextInBoth(*hits, m_shown, line + 1);
        return backwards ? hits->lastUpTo(line - 1) : hits->nextFrom(line + 1);
    });
}

qint64 LogDocument::hitsUpTo(int lens, qint64 line) const
{
    return m_reader->withLines([&](const auto &linesOf) {
        const LineSet *hits = linesOf(lens);
        return hits ? hits->rank(line + 1) : 0;
    });
}

std::function<QByteArray()> LogDocument::textOf(qint64 first, qint64 last, qint64 limit) const
{
    const auto shown = isFiltered() ? std::make_shared<const LineSet>(m_shown) : nullptr;
    return [reader = std::shared_ptr<const LogReader>(m_reader), shown, first, last, limit] {
        const auto next = [&shown, last](qint64 line) -> std::optional<qint64> {
            const auto found = shown ? shown->nextFrom(line) : std::optional(line);
            return found && *found <= last ? found : std::nullopt;
        };
        return reader->textOf(first, next, limit);
    };
}

void LogDocument::wishRows(qint64 first, qint64 count)
{
    std::vector<qint64> lines;
    const qint64 end = std::min(first + count, rowCount());
    for (qint64 row = std::max<qint64>(first, 0); row < end; ++row)
        lines.push_back(lineOfRow(row));
    m_reader->wish(std::move(lines));
}

} // namespace plumbline
