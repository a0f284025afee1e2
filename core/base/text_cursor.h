// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <charconv>
#include <optional>
#include <type_traits>

namespace plumbline {

/// Walks over bytes that a host sent: words, numbers, lines. It never reads past the end and knows
/// line and column, so that a reader built on it reads like the grammar and fails with a place.
class TextCursor
{
public:
    explicit TextCursor(QByteArrayView text) : m_text(text) { }

    bool atEnd() const { return m_at >= m_text.size(); }
    bool atLineEnd() const { return atEnd() || m_text[m_at] == '\n'; }
    /// The next byte, or NUL at the end.
    char peek() const { return atEnd() ? '\0' : m_text[m_at]; }
    QByteArrayView remaining() const { return m_text.sliced(m_at); }
    /// 1-based line of the next byte.
    qsizetype line() const;
    /// 1-based column of the next byte.
    qsizetype column() const;

    /// Steps over `token` if it is next.
    bool skip(char token);
    bool skip(QByteArrayView token);
    /// Steps over spaces and tabs, never over a line end.
    void skipBlanks();
    /// The next run of bytes that are neither blank nor line end; blanks before it are skipped.
    /// Empty at the end of the line.
    QByteArrayView word();
    /// Everything up to `stop` on this line, which is stepped over; nullopt when it is not there.
    std::optional<QByteArrayView> until(char stop);
    /// The rest of this line without its end; the cursor moves to the next line.
    QByteArrayView takeLine();
    /// To the start of the next line that begins with `start`; false (and at the end) if none does.
    bool skipToLine(QByteArrayView start);

    /// The number that comes next, after blanks; nullopt, and the cursor unmoved, if none does or
    /// if it does not fit.
    template <typename T> std::optional<T> number(int base = 10)
    {
        const qsizetype before = m_at;
        skipBlanks();
        const char *begin = m_text.data() + m_at;
        const char *end = m_text.data() + m_text.size();
        T value{};
        std::from_chars_result parsed{};
        if constexpr (std::is_floating_point_v<T>)
            parsed = std::from_chars(begin, end, value);
        else
            parsed = std::from_chars(begin, end, value, base);
        if (parsed.ec != std::errc()) {
            m_at = before;
            return std::nullopt;
        }
        m_at += parsed.ptr - begin;
        return value;
    }

    /// The failure to return when `expected` is not what comes next; says line and column.
    std::unexpected<Error> unreadable(const char *expected) const;

private:
    QByteArrayView m_text;
    qsizetype m_at = 0;
};

/// A whole word as a number; nullopt when anything else stands in it.
template <typename T> std::optional<T> toNumber(QByteArrayView word, int base = 10)
{
    T value{};
    const auto [last, error] = std::from_chars(word.data(), word.data() + word.size(), value, base);
    if (error != std::errc() || last != word.data() + word.size())
        return std::nullopt;
    return value;
}

} // namespace plumbline
