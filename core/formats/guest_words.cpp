// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/guest_words.h"

#include "base/text_cursor.h"
#include "formats/line_reader.h"
#include "formats/qmp_return.h"

namespace plumbline {

// The largest ring has 32,768 entries (virtio 1.2, 2.7); nobody reads all of that as text.
static constexpr qsizetype wordsAtMost = 16384;

static std::unexpected<Error> refusal(const QByteArray &text)
{
    return failure(
        PHRASE("formats", "QEMU refused: %1").arg(QString::fromUtf8(text.simplified().left(200))));
}

Result<GuestWords> readGuestWords(QByteArrayView reply)
{
    const auto value = readReturn(reply);
    if (!value)
        return std::unexpected(value.error());
    const auto text = value->toBytes();
    if (!text)
        return unreadableAt(PHRASE("formats", "a text"), value->line(), 1);
    GuestWords memory;
    TextCursor cursor(*text);
    while (!cursor.atEnd()) {
        const auto address = cursor.number<quint64>(16);
        if (!address || !cursor.skip(':'))
            return refusal(*text);
        if (memory.words.isEmpty())
            memory.address = *address;
        while (!cursor.atLineEnd() && cursor.peek() != '\r') {
            cursor.skipBlanks();
            if (cursor.remaining().startsWith("Cannot access memory"))
                return refusal(*text);
            if (!cursor.skip("0x"))
                return cursor.unreadable("a word in hexadecimal");
            const auto word = cursor.number<quint64>(16);
            if (!word || memory.words.size() == wordsAtMost)
                return cursor.unreadable("a word in hexadecimal");
            memory.words.append(*word);
        }
        cursor.takeLine();
    }
    if (memory.words.isEmpty())
        return unreadableAt(PHRASE("formats", "memory"), value->line(), 1);
    return memory;
}

} // namespace plumbline
