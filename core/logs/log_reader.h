// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/event_scan.h"
#include "logs/line_index.h"
#include "logs/log_bytes.h"
#include "logs/log_lens.h"

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <shared_mutex>

namespace plumbline {

/// A line as it is read for showing.
struct LogRow
{
    qint64 line = 0; ///< from 0
    QByteArray bytes; ///< without its end; 8 KiB at most
    qint64 size = 0; ///< of the whole line, in bytes
    friend bool operator==(const LogRow &, const LogRow &) = default;
};

/// The work behind a LogDocument, on two threads of its own: one indexes the log, finds its events
/// and what is searched for, one reads the lines that are to be shown. Either may wait for a
/// storage that does not answer; nobody waits for them. They end when stop() was called and they
/// can.
class LogReader : public std::enable_shared_from_this<LogReader>
{
public:
    using Opener = std::function<Result<std::shared_ptr<const LogBytes>>()>;
    /// Called by the threads when something is new; not after stop() has returned.
    using Notify = std::function<void()>;

    LogReader(Notify progressed, Notify rowsRead);
    void start(Opener opener);
    void stop();

    struct State
    {
        qint64 size = 0; ///< bytes that there are
        qint64 indexed = 0; ///< of which so many are indexed
        qint64 lines = 0;
        LogBytes::Fate fate = LogBytes::Fate::Same;
        std::optional<Error> problem; ///< it cannot be opened, or not be read further
        bool isAtEnd = false; ///< all that there is is indexed
    };
    State state() const;
    std::shared_ptr<const std::vector<LogEvent>> events() const;
    std::shared_ptr<const ClockMap> clock() const;

    int addLens(TextPattern pattern);
    void removeLens(int lens);
    struct LensState
    {
        qint64 count = 0;
        qint64 scanned = 0; ///< bytes
    };
    LensState lens(int lens) const;
    /// Calls with the lines of the lenses; an unknown one has none.
    template <typename Function> auto withLines(Function function) const
    {
        const std::lock_guard lock(m_lensMutex);
        return function([this](int lens) -> const LineSet * {
            const auto found = m_lenses.find(lens);
            return found == m_lenses.end() ? nullptr : &found->second->lines;
        });
    }

    /// Lines to read next; what was wished for before and not yet read is forgotten.
    void wish(std::vector<qint64> lines);
    /// What was read last, waiting at most `wait` for an answer to the last wish.
    std::vector<LogRow> rows(std::chrono::milliseconds wait) const;

    /// Lines, each with its end; no more once they are `limit` bytes. `next` gives the first one to
    /// take from a line on. May wait for storage.
    QByteArray textOf(
        qint64 first, const std::function<std::optional<qint64>(qint64)> &next, qint64 limit) const;

    /// The whole log as it is now, piece by piece, until `take` gives false. May wait for storage.
    void forEachPiece(const std::function<bool(QByteArrayView)> &take) const;

private:
    struct Lens
    {
        LogLens scan;
        LineSet lines;
        std::atomic<qint64> scanned{0};
    };

    void scan(const Opener &opener);
    bool indexMore();
    bool lookFurther();
    void publish(bool now);
    void read();
    struct Place
    {
        qint64 line = -1;
        qint64 offset = 0;
    };
    /// `next` is where the line before left off, and becomes where this one does.
    std::optional<LogRow> readRow(qint64 line, qint64 limit, Place &next) const;
    void tell(const Notify &notify) const;

    mutable std::mutex m_tellMutex; ///< held while telling, so that stop() can wait for its end
    Notify m_progressed;
    Notify m_rowsRead;

    std::atomic<bool> m_stopped{false};
    std::shared_ptr<const LogBytes> m_bytes; ///< set once, before m_isOpen
    std::atomic<bool> m_isOpen{false};

    mutable std::shared_mutex m_indexMutex;
    LineIndex m_index;

    mutable std::mutex m_stateMutex;
    std::condition_variable m_wake;
    bool m_isWoken = false;
    State m_state;
    std::shared_ptr<const std::vector<LogEvent>> m_events
        = std::make_shared<const std::vector<LogEvent>>();
    std::shared_ptr<const ClockMap> m_clock = std::make_shared<const ClockMap>();

    // Of the scanning thread.
    EventScan m_scan;
    std::vector<char> m_buffer;
    qint64 m_size = 0;
    bool m_isUnreadable = false;
    bool m_hasLooked = false; ///< a lens went further since that was told
    std::chrono::steady_clock::time_point m_published;
    std::chrono::steady_clock::time_point m_eventsPublished;
    qint64 m_eventsOf = 0; ///< bytes whose events are published

    mutable std::mutex m_lensMutex;
    std::map<int, std::shared_ptr<Lens>> m_lenses;
    int m_nextLens = 1;

    mutable std::mutex m_rowMutex;
    mutable std::condition_variable m_rowWake;
    std::vector<qint64> m_wish;
    bool m_isWished = false;
    bool m_isReading = false;
    std::vector<LogRow> m_rows;
};

} // namespace plumbline
