// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/output_lines.h"

#include <algorithm>

namespace plumbline {

OutputLines::OutputLines(QByteArray text) : m_text(std::move(text)) { }

bool OutputLines::advance(qsizetype budget)
{
    const qsizetype stop = m_done + std::min(budget, m_text.size() - m_done);
    const char *const begin = m_text.constData();
    while (m_done < stop) {
        const char *end = std::find(begin + m_done, begin + stop, '\n');
        if (end == begin + stop) {
            m_done = stop;
            break;
        }
        m_ends.append(end - begin);
        m_done = end - begin + 1;
    }
    return !isComplete();
}

qsizetype OutputLines::size() const
{
    const bool tail = isComplete() && !m_text.isEmpty() && !m_text.endsWith('\n');
    return m_ends.size() + tail;
}

QByteArrayView OutputLines::line(qsizetype number) const
{
    const qsizetype begin = number == 0 ? 0 : m_ends.at(number - 1) + 1;
    const qsizetype end = number < m_ends.size() ? m_ends.at(number) : m_text.size();
    return QByteArrayView(m_text).sliced(begin, end - begin);
}

} // namespace plumbline
