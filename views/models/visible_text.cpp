// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/visible_text.h"

#include "base/phrase.h"

#include <QStringDecoder>

namespace plumbline {

/// Half of what a terminal takes: outputs stand in a narrow pane.
static constexpr qsizetype tabWidth = 4;

static bool isInvisible(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // the bidirectional marks are here
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

static QString escaped(char32_t character)
{
    switch (character) {
    case U'\n':
        return QStringLiteral("\\n");
    case U'\r':
        return QStringLiteral("\\r");
    case U'\t':
        return QStringLiteral("\\t");
    default:
        return character < 0x100
            ? QStringLiteral("\\x%1").arg(uint(character), 2, 16, QLatin1Char('0'))
            : QStringLiteral("\\u%1").arg(uint(character), 4, 16, QLatin1Char('0'));
    }
}

QString visibleName(const QString &name, qsizetype limit)
{
    QString shown = name;
    if (shown.size() > limit)
        shown = name.first(limit / 2) + u'…' + name.last(limit / 2 - 1);
    QString out;
    out.reserve(shown.size());
    for (const char32_t character : shown.toUcs4()) {
        if (isInvisible(character))
            out += escaped(character);
        else
            out += QString::fromUcs4(&character, 1);
    }
    return out;
}

/// How many bytes at the start of `text` are one character of well-formed UTF-8; 0 when none is.
static qsizetype utf8Length(QByteArrayView text, char32_t *character)
{
    const auto first = uchar(text[0]);
    const qsizetype length = first < 0x80 ? 1
        : (first >> 5) == 0x6             ? 2
        : (first >> 4) == 0xe             ? 3
        : (first >> 3) == 0x1e            ? 4
                                          : 0;
    if (length == 0 || length > text.size())
        return 0;
    if (length == 1) {
        *character = first;
        return 1;
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder.decode(text.first(length));
    if (decoder.hasError() || decoded.isEmpty())
        return 0;
    *character = decoded.toUcs4().first();
    return length;
}

static void appendCharacter(QString &out, char32_t character)
{
    if (character == U'\t')
        out += QString(tabWidth - out.size() % tabWidth, u' ');
    else if (character < 0x20)
        out += QChar(0x2400 + char16_t(character));
    else if (character == 0x7f)
        out += QChar(0x2421);
    else if (isInvisible(character))
        out += escaped(character);
    else
        out += QString::fromUcs4(&character, 1);
}

QString visibleLine(QByteArrayView line, qsizetype limit)
{
    if (line.endsWith('\n'))
        line.chop(1);
    QString out;
    out.reserve(std::min(line.size(), limit) + 16);
    qsizetype at = 0;
    while (at < line.size() && out.size() < limit) {
        char32_t character = 0;
        const qsizetype length = utf8Length(line.sliced(at), &character);
        if (length == 0)
            out += escaped(uchar(line[at]));
        else
            appendCharacter(out, character);
        at += std::max<qsizetype>(length, 1);
    }
    if (at < line.size()) {
        out += u' '
            + PHRASE_N("views", "… and %n more bytes on this line").count(line.size() - at).text();
    }
    return out;
}

QString asToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    return QStringLiteral("<p style=\"white-space: pre-wrap\">") + text.toHtmlEscaped()
        + QStringLiteral("</p>");
}

} // namespace plumbline
