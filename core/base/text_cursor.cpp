// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_cursor.h"

#include <algorithm>

namespace plumbline {

static bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

qsizetype TextCursor::line() const
{
    return 1 + std::count(m_text.begin(), m_text.begin() + m_at, '\n');
}

qsizetype TextCursor::column() const
{
    // Qt 6.8's lastIndexOf(char) reads a byte past an empty view.
    const qsizetype lineEnd = m_at == 0 ? -1 : m_text.first(m_at).lastIndexOf('\n');
    return m_at - lineEnd;
}

bool TextCursor::skip(char token)
{
    if (atEnd() || m_text[m_at] != token)
        return false;
    ++m_at;
    return true;
}

bool TextCursor::skip(QByteArrayView token)
{
    if (!remaining().startsWith(token))
        return false;
    m_at += token.size();
    return true;
}

void TextCursor::skipBlanks()
{
    while (!atEnd() && isBlank(m_text[m_at]))
        ++m_at;
}

QByteArrayView TextCursor::word()
{
    skipBlanks();
    const qsizetype start = m_at;
    while (!atLineEnd() && !isBlank(m_text[m_at]))
        ++m_at;
    return m_text.sliced(start, m_at - start);
}

std::optional<QByteArrayView> TextCursor::until(char stop)
{
    for (qsizetype i = m_at; i < m_text.size() && m_text[i] != '\n'; ++i) {
        if (m_text[i] == stop) {
            const QByteArrayView taken = m_text.sliced(m_at, i - m_at);
            m_at = i + 1;
            return taken;
        }
    }
    return std::nullopt;
}

QByteArrayView TextCursor::takeLine()
{
    const qsizetype start = m_at;
    const qsizetype end = m_text.indexOf('\n', start);
    if (end < 0) {
        m_at = m_text.size();
        return m_text.sliced(start);
    }
    m_at = end + 1;
    return m_text.sliced(start, end - start);
}

bool TextCursor::skipToLine(QByteArrayView start)
{
    while (!atEnd()) {
        if (remaining().startsWith(start))
            return true;
        takeLine();
    }
    return false;
}

std::unexpected<Error> TextCursor::unreadable(const char *expected) const
{
    return failure(PHRASE("base", "expected %1").arg(QString::fromUtf8(expected)),
        QStringLiteral("line %1, column %2").arg(line()).arg(column()));
}

} // namespace plumbline
