// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/shell_quote.h"

#include <algorithm>

namespace plumbline {

static bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || QByteArrayView("_-./:,@%+=").contains(c);
}

QByteArray shellQuoted(QByteArrayView word)
{
    if (!word.isEmpty() && std::all_of(word.begin(), word.end(), isPlain))
        return word.toByteArray();
    QByteArray quoted = "'";
    for (const char c : word) {
        if (c == '\'')
            quoted += "'\\''";
        else if (c != '\0')
            quoted += c;
    }
    return quoted + '\'';
}

QByteArray shellCommandLine(const QList<QByteArray> &words)
{
    QByteArray line;
    for (const QByteArray &word : words) {
        if (!line.isEmpty())
            line += ' ';
        line += shellQuoted(word);
    }
    return line;
}

} // namespace plumbline
