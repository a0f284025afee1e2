// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/console_picture.h"

#include "base/text_cursor.h"

#include <QtEndian>

#include <optional>

namespace plumbline {

static constexpr int largestSide = 16'384;
static constexpr QByteArrayView signature("\x89PNG\r\n\x1a\n", 8);

// A chunk: length (4), type (4), data, check sum (4).
static constexpr qsizetype chunkFrame = 12;

static quint32 numberAt(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.data() + at);
}

// Up to the end of the chunk IEND; nullopt when it is not there.
static std::optional<qsizetype> endOfPng(QByteArrayView bytes)
{
    for (qsizetype at = signature.size(); at + chunkFrame <= bytes.size();) {
        const qsizetype next = at + chunkFrame + qsizetype(numberAt(bytes, at));
        if (next > bytes.size())
            return std::nullopt;
        if (bytes.sliced(at + 4, 4) == "IEND")
            return next;
        at = next;
    }
    return std::nullopt;
}

static bool isSize(qint64 width, qint64 height)
{
    return width > 0 && height > 0 && width <= largestSide && height <= largestSide;
}

static Result<ConsolePicture> readPng(QByteArrayView bytes)
{
    // The header comes first and has 13 bytes.
    const qsizetype header = signature.size() + 8;
    if (bytes.size() < header + 13 || bytes.sliced(signature.size() + 4, 4) != "IHDR")
        return failure(PHRASE("formats", "the picture has no header"));
    const qint64 width = numberAt(bytes, header);
    const qint64 height = numberAt(bytes, header + 4);
    if (!isSize(width, height))
        return failure(
            PHRASE("formats", "not the size of a picture: %1 × %2").arg(width).arg(height));
    const auto end = endOfPng(bytes);
    return ConsolePicture{int(width), int(height),
        bytes.first(end.value_or(bytes.size())).toByteArray(), end.has_value()};
}

static Result<ConsolePicture> readPixmap(QByteArrayView bytes)
{
    TextCursor cursor(bytes);
    cursor.skip("P6");
    const auto number = [&cursor] {
        cursor.skip('\n');
        return cursor.number<qint64>();
    };
    const auto width = number();
    const auto height = number();
    const auto depth = number();
    if (!width || !height || depth != 255 || cursor.atEnd() || !isSize(*width, *height))
        return cursor.unreadable("width, height and depth of a pixmap");
    const qsizetype header = bytes.size() - cursor.remaining().size() + 1;
    const qsizetype whole = header + 3 * *width * *height;
    return ConsolePicture{int(*width), int(*height),
        bytes.first(std::min(whole, bytes.size())).toByteArray(), whole <= bytes.size()};
}

Result<ConsolePicture> readConsolePicture(QByteArrayView bytes)
{
    if (bytes.startsWith(signature))
        return readPng(bytes);
    if (bytes.startsWith("P6"))
        return readPixmap(bytes);
    const QByteArrayView line = bytes.first(std::max<qsizetype>(0, bytes.indexOf('\n')));
    return failure(PHRASE("formats", "this is no picture: %1")
            .arg(QString::fromUtf8(line.first(std::min<qsizetype>(line.size(), 200)))));
}

} // namespace plumbline
