// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/port_answer.h"

#include "base/text_cursor.h"

#include <array>

namespace plumbline {

Result<PortAnswer> readPortAnswer(QByteArrayView text)
{
    static constexpr std::array<std::pair<const char *, PortAnswer::Kind>, 6> words{
        {{"answers", PortAnswer::Answers}, {"refuses", PortAnswer::Refuses},
            {"unreachable", PortAnswer::Unreachable}, {"silent", PortAnswer::Silent},
            {"untried", PortAnswer::Untried}, {"failed", PortAnswer::Failed}}};
    TextCursor cursor(text);
    const QByteArrayView word = cursor.word();
    for (const auto &[name, kind] : words) {
        if (word != name || !text.endsWith('\n'))
            continue;
        PortAnswer answer;
        answer.kind = kind;
        answer.program = cursor.word().toByteArray();
        cursor.skipBlanks();
        answer.words = cursor.takeLine().toByteArray().left(200);
        return answer;
    }
    return cursor.unreadable("what became of a connection");
}

} // namespace plumbline
