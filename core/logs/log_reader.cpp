// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/log_reader.h"

#include <algorithm>
#include <thread>

namespace plumbline {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

static constexpr qint64 pieceSize = qint64(1024) * 1024;
static constexpr qint64 shownOfLine = qint64(8) * 1024;
// A log that grows is looked at so often, and what is found is told so often.
static constexpr milliseconds followPause{250};
static constexpr milliseconds tellPause{50};
// The events, which are copied for it, so often.
static constexpr milliseconds eventsPause{500};

LogReader::LogReader(Notify progressed, Notify rowsRead)
    : m_progressed(std::move(progressed)),
      m_rowsRead(std::move(rowsRead)),
      m_buffer(static_cast<size_t>(pieceSize))
{
}

void LogReader::start(Opener opener)
{
    std::thread([self = shared_from_this(), opener = std::move(opener)] {
        self->scan(opener);
    }).detach();
    std::thread([self = shared_from_this()] { self->read(); }).detach();
}

void LogReader::stop()
{
    m_stopped = true;
    {
        const std::lock_guard lock(m_tellMutex);
        m_progressed = nullptr;
        m_rowsRead = nullptr;
    }
    {
        const std::lock_guard lock(m_stateMutex);
        m_isWoken = true;
    }
    m_wake.notify_all();
    {
        const std::lock_guard lock(m_rowMutex);
        m_isWished = true;
    }
    m_rowWake.notify_all();
}

void LogReader::tell(const Notify &notify) const
{
    const std::lock_guard lock(m_tellMutex);
    if (notify)
        notify();
}

LogReader::State LogReader::state() const
{
    const std::lock_guard lock(m_stateMutex);
    return m_state;
}

std::shared_ptr<const std::vector<LogEvent>> LogReader::events() const
{
    const std::lock_guard lock(m_stateMutex);
    return m_events;
}

std::shared_ptr<const ClockMap> LogReader::clock() const
{
    const std::lock_guard lock(m_stateMutex);
    return m_clock;
}

int LogReader::addLens(TextPattern pattern)
{
    int number = 0;
    {
        const std::lock_guard lock(m_lensMutex);
        number = m_nextLens++;
        m_lenses[number] = std::make_shared<Lens>(LogLens(std::move(pattern)));
    }
    const std::lock_guard lock(m_stateMutex);
    m_isWoken = true;
    m_wake.notify_all();
    return number;
}

void LogReader::removeLens(int lens)
{
    const std::lock_guard lock(m_lensMutex);
    m_lenses.erase(lens);
}

LogReader::LensState LogReader::lens(int lens) const
{
    const std::lock_guard lock(m_lensMutex);
    const auto found = m_lenses.find(lens);
    if (found == m_lenses.end())
        return {};
    return {found->second->lines.count(), found->second->scanned};
}

void LogReader::scan(const Opener &opener)
{
    auto opened = opener();
    if (!opened) {
        {
            const std::lock_guard lock(m_stateMutex);
            m_state.problem = opened.error();
        }
        tell(m_progressed);
        return;
    }
    m_bytes = *opened;
    m_isOpen = true;
    while (!m_stopped) {
        // Of one that was cut nothing more is taken for the rest of what it was.
        const qint64 size = m_bytes->size();
        if (m_bytes->fate() != LogBytes::Fate::Cut)
            m_size = size;
        // In turn, so that neither waits for the other's end.
        const bool isMoreToIndex = indexMore();
        const bool isMoreToFind = lookFurther();
        publish(!isMoreToIndex && !isMoreToFind);
        if (isMoreToIndex || isMoreToFind)
            continue;
        std::unique_lock lock(m_stateMutex);
        m_wake.wait_for(lock, followPause, [this] { return m_isWoken; });
        m_isWoken = false;
    }
}

// A log that has become shorter keeps what is known of it; who shows it says so and begins anew.
bool LogReader::indexMore()
{
    const qint64 indexed = m_scan.size();
    const auto wanted = size_t(std::clamp(m_size - indexed, qint64(0), pieceSize));
    if (wanted == 0)
        return false;
    const qsizetype got = m_bytes->read(indexed, std::span(m_buffer.data(), wanted));
    // Bytes that are there and do not come are not the end.
    m_isUnreadable = got <= 0 && m_bytes->fate() != LogBytes::Fate::Cut;
    if (got <= 0)
        return false;
    const QByteArrayView piece(m_buffer.data(), got);
    {
        const std::unique_lock lock(m_indexMutex);
        m_index.append(piece);
    }
    m_scan.append(piece);
    return m_scan.size() < m_size;
}

bool LogReader::lookFurther()
{
    std::vector<std::shared_ptr<Lens>> lenses;
    {
        const std::lock_guard lock(m_lensMutex);
        for (const auto &[number, lens] : m_lenses)
            lenses.push_back(lens);
    }
    bool isMore = false;
    std::vector<qint64> found;
    for (const auto &lens : lenses) {
        found.clear();
        const qint64 resumed = lens->scan.line();
        // Of what is indexed only: lines beyond it have no place yet.
        if (!lens->scan.advance(*m_bytes, m_scan.size(), m_scan.size() >= m_size, found))
            continue;
        isMore = true;
        m_hasLooked = true;
        const std::lock_guard lock(m_lensMutex);
        lens->lines.cutFrom(resumed);
        for (const qint64 line : found)
            lens->lines.append(line);
        lens->scanned = lens->scan.scanned();
    }
    return isMore;
}

void LogReader::publish(bool now)
{
    const auto moment = steady_clock::now();
    if (!now && moment - m_published < tellPause)
        return;
    m_published = moment;
    const auto fate = m_bytes->fate();
    bool isNew = false;
    {
        const std::lock_guard lock(m_stateMutex);
        const State before = m_state;
        m_state.size = m_size;
        m_state.indexed = m_scan.size();
        m_state.lines = m_index.lineCount();
        m_state.fate = fate;
        m_state.isAtEnd = m_scan.size() >= m_size;
        m_state.problem.reset();
        if (m_isUnreadable)
            m_state.problem
                = Error{PHRASE("logs", "cannot be read from byte %1 on").arg(m_scan.size()), {}};
        if (m_scan.size() != m_eventsOf && (now || moment - m_eventsPublished > eventsPause)) {
            m_events = std::make_shared<const std::vector<LogEvent>>(m_scan.events());
            m_clock = std::make_shared<const ClockMap>(m_scan.clock());
            m_eventsOf = m_scan.size();
            m_eventsPublished = moment;
        }
        isNew = before.indexed != m_state.indexed || before.fate != fate
            || before.isAtEnd != m_state.isAtEnd || before.size != m_state.size
            || before.problem != m_state.problem;
    }
    if (isNew || m_hasLooked)
        tell(m_progressed);
    m_hasLooked = false;
}

void LogReader::wish(std::vector<qint64> lines)
{
    {
        const std::lock_guard lock(m_rowMutex);
        m_wish = std::move(lines);
        m_isWished = true;
    }
    m_rowWake.notify_all();
}

std::vector<LogRow> LogReader::rows(milliseconds wait) const
{
    std::unique_lock lock(m_rowMutex);
    m_rowWake.wait_for(lock, wait, [this] { return !m_isWished && !m_isReading; });
    return m_rows;
}

void LogReader::read()
{
    while (!m_stopped) {
        std::vector<qint64> lines;
        {
            std::unique_lock lock(m_rowMutex);
            m_rowWake.wait(lock, [this] { return m_isWished; });
            if (m_stopped)
                return;
            lines.swap(m_wish);
            m_isWished = false;
            m_isReading = true;
        }
        std::vector<LogRow> rows;
        Place next;
        for (const qint64 line : lines) {
            if (auto row = readRow(line, shownOfLine, next))
                rows.push_back(std::move(*row));
        }
        {
            const std::lock_guard lock(m_rowMutex);
            m_rows = std::move(rows);
            m_isReading = false;
        }
        m_rowWake.notify_all();
        tell(m_rowsRead);
    }
}

// Most lines end soon, and then the next one's place is known too. Only for the others, and for the
// first, the index is asked, which looks a block of the log through.
std::optional<LogRow> LogReader::readRow(qint64 line, qint64 limit, Place &next) const
{
    if (!m_isOpen)
        return std::nullopt;
    const auto from
        = [this](qint64 offset, std::span<char> into) { return m_bytes->read(offset, into); };
    const std::shared_lock lock(m_indexMutex);
    const std::optional<qint64> start
        = next.line == line ? std::optional(next.offset) : m_index.startOf(line, from);
    next = {};
    if (!start || *start >= m_index.size())
        return std::nullopt;
    const qint64 left = m_index.size() - *start;
    LogRow row{line, QByteArray(std::min(left, shownOfLine), Qt::Uninitialized), 0};
    const auto read = [&row, this](qint64 offset) {
        row.bytes.truncate(
            m_bytes->read(offset, std::span(row.bytes.data(), size_t(row.bytes.size()))));
    };
    read(*start);
    if (const qsizetype end = row.bytes.indexOf('\n'); end >= 0) {
        row.bytes.truncate(end);
        row.size = end;
        next = {line + 1, *start + end + 1};
    } else {
        const qint64 stop = m_index.startOf(line + 1, from).value_or(m_index.size());
        row.size = stop - *start;
        char last = 0;
        if (m_bytes->read(stop - 1, std::span(&last, 1)) == 1 && last == '\n')
            --row.size;
        if (limit > shownOfLine && row.size > shownOfLine) {
            row.bytes = QByteArray(std::min(row.size, limit), Qt::Uninitialized);
            read(*start);
        }
    }
    row.bytes.truncate(std::min(row.size, limit));
    return row;
}

void LogReader::forEachPiece(const std::function<bool(QByteArrayView)> &take) const
{
    if (!m_isOpen)
        return;
    std::vector<char> buffer(static_cast<size_t>(pieceSize));
    for (qint64 offset = 0; !m_stopped;) {
        const qsizetype got = m_bytes->read(offset, buffer);
        if (got <= 0 || !take(QByteArrayView(buffer.data(), got)))
            return;
        offset += got;
    }
}

QByteArray LogReader::textOf(
    qint64 first, const std::function<std::optional<qint64>(qint64)> &next, qint64 limit) const
{
    QByteArray text;
    Place place;
    for (auto line = next(first); line && text.size() < limit && !m_stopped;
        line = next(*line + 1)) {
        const auto row = readRow(*line, limit - text.size(), place);
        if (!row)
            break;
        text += row->bytes + '\n';
    }
    return text;
}

} // namespace plumbline
