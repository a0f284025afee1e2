// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/text_layout.h"

#include <QFontMetrics>
#include <QTextLayout>

namespace plumbline {

QStringList wrappedLines(
    const QString &text, const QFont &font, int width, int maxLines, int indent)
{
    QStringList out;
    if (text.isEmpty() || width <= 0)
        return out;
    QTextLayout layout(text, font);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        const int room = out.isEmpty() ? width - indent : width;
        line.setLineWidth(room);
        if (out.size() + 1 == maxLines) {
            const QString rest = text.mid(line.textStart());
            out.append(QFontMetrics(font).elidedText(rest, Qt::ElideRight, room));
            break;
        }
        out.append(text.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return out;
}

QFont emphasised(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace plumbline
