// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/log_reader.h"

#include <QObject>

namespace plumbline {

/// A log of any size, open for reading: its lines, what of them is let through by filters, its
/// events and searches in it. Everything is asked of memory or waits for a stated time; the work is
/// done on other threads and told by signals. It follows a log that grows.
class LogDocument : public QObject
{
    Q_OBJECT

public:
    explicit LogDocument(QObject *parent = nullptr);
    ~LogDocument() override;

    void openFile(const QString &path);
    void openText(const QByteArray &text);
    void openBytes(std::shared_ptr<const LogBytes> bytes);
    /// The file's path; empty for a text.
    QString path() const { return m_path; }

    LogReader::State state() const { return m_reader->state(); }
    std::shared_ptr<const std::vector<LogEvent>> events() const { return m_reader->events(); }
    std::shared_ptr<const ClockMap> clock() const { return m_reader->clock(); }

    /// A search or filter; its number.
    int addLens(TextPattern pattern) { return m_reader->addLens(std::move(pattern)); }
    void removeLens(int lens);
    LogReader::LensState lens(int lens) const { return m_reader->lens(lens); }
    /// Shown are lines that one of `in` matches (all where that is empty) and none of `out`.
    void setFilters(std::vector<int> in, std::vector<int> out);
    bool isFiltered() const { return !m_in.empty() || !m_out.empty(); }

    /// Rows are the lines that are shown, from 0 on.
    qint64 rowCount() const;
    qint64 lineOfRow(qint64 row) const;
    /// The row of the line, or of the next one that is shown.
    qint64 rowOfLine(qint64 line) const;
    /// The nearest line behind (or before) `line` that the lens finds and that is shown.
    std::optional<qint64> nextHit(int lens, qint64 line, bool backwards) const;

    /// How many hits there are up to the line, with it.
    qint64 hitsUpTo(int lens, qint64 line) const;

    /// The lines from `first` to `last` that are shown, each with its end, as work for another
    /// thread: no more of them once they are `limit` bytes. May wait for storage.
    std::function<QByteArray()> textOf(qint64 first, qint64 last, qint64 limit) const;

    /// For work on another thread; alive for as long as somebody has it.
    std::shared_ptr<const LogReader> reader() const { return m_reader; }

    /// Asks for these rows; rowsRead() tells when more of them have come.
    void wishRows(qint64 first, qint64 count);
    /// What has come, by line; waits at most so long for the last wish.
    std::vector<LogRow> rows(std::chrono::milliseconds wait) const { return m_reader->rows(wait); }

Q_SIGNALS:
    /// More is indexed, found or wrong.
    void progressed();
    void rowsRead();

private:
    void renew();
    void refilter();

    std::shared_ptr<LogReader> m_reader;
    QString m_path;
    std::vector<int> m_in;
    std::vector<int> m_out;
    LineSet m_shown; ///< where there are filters
    qint64 m_lines = 0;
};

} // namespace plumbline
