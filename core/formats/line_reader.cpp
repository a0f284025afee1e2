// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/line_reader.h"

#include <cmath>

namespace plumbline {

bool LineReader::next()
{
    if (m_rest.isEmpty())
        return false;
    const qsizetype end = m_rest.indexOf('\n');
    m_cut = end < 0;
    m_line = m_cut ? m_rest : m_rest.first(end);
    m_rest = m_cut ? QByteArrayView() : m_rest.sliced(end + 1);
    ++m_number;
    return true;
}

std::unexpected<Error> LineReader::unreadable(const Phrase &expected, qsizetype column) const
{
    return unreadableAt(expected, m_number, column);
}

std::unexpected<Error> LineReader::cutShort() const
{
    return unreadable(PHRASE("formats", "the end of the line"), m_line.size() + 1);
}

std::unexpected<Error> unreadableAt(const Phrase &expected, qsizetype line, qsizetype column)
{
    return failure(PHRASE("formats", "expected %1").arg(expected),
        QStringLiteral("line %1, column %2").arg(line).arg(column));
}

std::optional<double> toSeconds(QByteArrayView text)
{
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    return isNumber && std::isfinite(seconds) && seconds >= 0 ? std::optional(seconds)
                                                              : std::nullopt;
}

QByteArray withoutOctalEscapes(QByteArrayView text)
{
    QByteArray plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 3 < text.size()) {
            if (const auto byte = toNumber<quint8>(text.sliced(i + 1, 3), 8)) {
                plain += char(*byte);
                i += 3;
                continue;
            }
        }
        plain += text[i];
    }
    return plain;
}

} // namespace plumbline
