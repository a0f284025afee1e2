// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/path_painter.h"

#include "views/models/layer_model.h"
#include "views/style/state_glyph.h"
#include "views/style/text_layout.h"
#include "views/style/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace plumbline {

using namespace cell_metrics;

static constexpr int glyphSize = 16;

static Look lookOfCell(const QModelIndex &index)
{
    return lookOf(State(index.data(LayerModel::StateRole).toInt()),
        Modifier(index.data(LayerModel::ModifierRole).toInt()),
        index.data(LayerModel::StaleRole).toBool());
}

PathPainter::PathPainter(
    QPainter &painter, const PathGeometry &geometry, const QPalette &palette, const QFont &font)
    : m_painter(painter),
      m_geometry(geometry),
      m_palette(palette),
      m_states(palette),
      m_font(font),
      m_bold(emphasised(font)),
      m_text(palette.color(QPalette::Text)),
      m_quiet(quietText(palette))
{
}

QColor PathPainter::inkOf(const QModelIndex &index) const
{
    return m_states.ink(lookOfCell(index));
}

int PathPainter::draw(const QRect &area, Qt::Alignment alignment, const QString &text,
    const QColor &color, const QFont &font, Qt::TextElideMode elide)
{
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, elide, area.width());
    m_painter.setFont(font);
    m_painter.setPen(color);
    m_painter.drawText(area, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
    return metrics.horizontalAdvance(shown);
}

void PathPainter::paintBackground(const QModelIndex &index, const QRect &area, Mark mark)
{
    const QColor base = m_palette.color(QPalette::Base);
    const bool culprit = index.data(LayerModel::CulpritRole).toBool();
    const QColor ink = inkOf(index);
    QColor fill = base;
    if (culprit)
        fill = m_states.wash(lookOfCell(index), base);
    else if (mark != Plain)
        fill = raised(m_palette);
    m_painter.fillRect(area, fill);
    m_painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), hairline(m_palette));
    if (area.left() > 0)
        m_painter.fillRect(QRect(area.left(), area.top(), 1, area.height()), hairline(m_palette));
    if (culprit)
        m_painter.fillRect(QRect(area.left(), area.top(), 4, area.height()), ink);
    if (mark != Plain) {
        const QColor frame
            = mark == CurrentWithFocus ? m_palette.color(QPalette::Highlight) : m_quiet;
        m_painter.setPen(QPen(frame, mark == CurrentWithFocus ? 2 : 1));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(QRectF(area).adjusted(2, 2, -2, -3), 3, 3);
    }
}

// The pipe: it runs from the first layer of a disk to its last and through rows where the disk has
// nothing.
void PathPainter::paintRail(const QModelIndex &index, const QRect &area)
{
    const QAbstractItemModel &model = *index.model();
    const int x = area.left() + railWidth / 2;
    const int middle = area.top() + padding + m_geometry.lineHeight() / 2;
    const auto hasLayer = [&](int from, int to) {
        for (int row = from; row < to; ++row) {
            if (model.index(row, index.column()).data(LayerModel::PresentRole).toBool())
                return true;
        }
        return false;
    };
    const bool present = index.data(LayerModel::PresentRole).toBool();
    m_painter.setPen(QPen(hairline(m_palette), 2));
    if (hasLayer(0, index.row()))
        m_painter.drawLine(x, area.top(), x, present ? middle - glyphSize / 2 - 3 : middle);
    if (hasLayer(index.row() + 1, model.rowCount()))
        m_painter.drawLine(x, present ? middle + glyphSize / 2 + 3 : middle, x, area.bottom());
    if (present) {
        drawStateGlyph(m_painter,
            QRectF(x - glyphSize / 2.0, middle - glyphSize / 2.0, glyphSize, glyphSize),
            lookOfCell(index), inkOf(index));
    }
}

void PathPainter::paintTitle(const QModelIndex &index, const QRect &line, const QColor &ink)
{
    const int used
        = draw(line, Qt::AlignLeft, index.data(LayerModel::KindTextRole).toString(), ink, m_bold);
    const QRect rest = line.adjusted(used + rhythm, 0, 0, 0);
    if (rest.width() > 3 * rhythm)
        draw(rest, Qt::AlignLeft, index.data(LayerModel::NameRole).toString(), m_quiet, m_font,
            Qt::ElideMiddle);
}

void PathPainter::paintReason(const QModelIndex &index, const QRect &area, bool withWord)
{
    const QString word = index.data(LayerModel::WordRole).toString();
    const QString reason = index.data(LayerModel::ReasonRole).toString();
    const int indent = withWord ? wordWidth(word, m_font) : 0;
    const bool quiet = !index.data(LayerModel::CulpritRole).toBool();
    const int width = area.width();
    QRect line(area.left(), area.top(), width, m_geometry.lineHeight());
    if (withWord)
        draw(line, Qt::AlignLeft, word, inkOf(index), m_bold);
    line.setLeft(line.left() + indent);
    for (const QString &part :
        wrappedLines(reason, m_font, width, m_geometry.reasonLines(index.row()), indent)) {
        draw(line, Qt::AlignLeft, part, quiet ? m_quiet : m_text, m_font);
        line.setLeft(area.left());
        line.translate(0, m_geometry.lineHeight());
    }
}

/// "for 4 min 12 s · 2 s ago"
static QString timesOf(const QModelIndex &index)
{
    QStringList parts{index.data(LayerModel::SinceTextRole).toString(),
        index.data(LayerModel::AgeTextRole).toString()};
    parts.removeAll(QString());
    return parts.join(QStringLiteral("  ·  "));
}

void PathPainter::paintRoomy(const QModelIndex &index, QRect text)
{
    const int height = m_geometry.lineHeight();
    const QRect numbers(text.right() - numbersWidth() + 1, text.top(), numbersWidth(), height);
    const QRect title(text.left(), text.top(), text.width() - numbersWidth() - gap, height);
    const bool stale = index.data(LayerModel::StaleRole).toBool();
    const QColor ink = stale ? m_quiet : m_text;
    paintTitle(index, title, ink);

    const auto number = [&](int left, int width, LayerModel::Role role) {
        const QRect area(numbers.left() + left, numbers.top(), width, height);
        draw(area, Qt::AlignRight, index.data(role).toString(), ink, m_font);
    };
    if (index.data(LayerModel::CountsRole).toBool()) {
        number(0, countWidth, LayerModel::InFlightRole);
        number(countWidth, rateWidth, LayerModel::CompletedRole);
        number(countWidth + rateWidth, bytesWidth, LayerModel::BytesRole);
    }
    draw(numbers.translated(0, height), Qt::AlignRight, timesOf(index), m_quiet, m_font);
    QRect reason = title.translated(0, height);
    reason.setWidth(m_geometry.reasonWidth(index, text.width() + railWidth + rightMargin));
    paintReason(index, reason, true);
}

static QString joinedNumbers(const QModelIndex &index)
{
    QStringList parts;
    for (const auto role :
        {LayerModel::InFlightTextRole, LayerModel::CompletedRole, LayerModel::BytesRole}) {
        const QString part = index.data(role).toString();
        if (part.size() > 1)
            parts.append(part);
    }
    return parts.join(QStringLiteral(" · "));
}

void PathPainter::paintNarrow(const QModelIndex &index, QRect text)
{
    const int height = m_geometry.lineHeight();
    const QString word = index.data(LayerModel::WordRole).toString();
    const int wordWidth = QFontMetrics(m_bold).horizontalAdvance(word);
    QRect line(text.left(), text.top(), text.width(), height);
    draw(line, Qt::AlignRight, word, inkOf(index), m_bold);
    const bool stale = index.data(LayerModel::StaleRole).toBool();
    paintTitle(index, line.adjusted(0, 0, -wordWidth - gap, 0), stale ? m_quiet : m_text);
    line.translate(0, height);
    QRect reason = line;
    reason.setWidth(m_geometry.reasonWidth(index, text.width() + railWidth + rightMargin));
    paintReason(index, reason, false);
    if (m_geometry.hasNumbersLine(index.row()))
        line.moveTop(text.bottom() - height + 1);
    const int age = draw(
        line, Qt::AlignRight, index.data(LayerModel::AgeTextRole).toString(), m_quiet, m_font);
    if (m_geometry.hasNumbersLine(index.row()))
        draw(line.adjusted(0, 0, -age - gap, 0), Qt::AlignLeft, joinedNumbers(index),
            stale ? m_quiet : m_text, m_font);
}

void PathPainter::paintCell(const QModelIndex &index, const QRect &area, Mark mark)
{
    paintBackground(index, area, mark);
    paintRail(index, area);
    const QRect text = area.adjusted(railWidth, padding, -rightMargin, -padding);
    if (m_geometry.isRoomy(area.width()))
        paintRoomy(index, text);
    else
        paintNarrow(index, text);
}

void PathPainter::paintMissing(const QModelIndex &index, const QRect &area)
{
    m_painter.fillRect(area, m_palette.color(QPalette::Base));
    m_painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), hairline(m_palette));
    if (area.left() > 0)
        m_painter.fillRect(QRect(area.left(), area.top(), 1, area.height()), hairline(m_palette));
    paintRail(index, area);
}

void PathPainter::paintBand(const QModelIndex &above, const QRect &area)
{
    const QString text = above.data(LayerModel::StuckTextRole).toString();
    if (text.isEmpty()) {
        m_painter.fillRect(area, m_palette.color(QPalette::Base));
        m_painter.setPen(QPen(hairline(m_palette), 2));
        const int x = area.left() + railWidth / 2;
        m_painter.drawLine(x, area.top(), x, area.bottom());
        return;
    }
    const bool stale = above.data(LayerModel::StaleRole).toBool();
    m_painter.fillRect(area, m_states.ink(stale ? Look::Stale : Look::Stalled));
    const QColor ink = m_states.onInk();
    const QRect line = area.adjusted(railWidth, 0, -rightMargin, 0);
    // A valve that is shut, on the pipe.
    const int x = area.left() + railWidth / 2;
    m_painter.setPen(QPen(ink, 2));
    m_painter.drawLine(x - 7, area.center().y() - 2, x + 7, area.center().y() - 2);
    m_painter.drawLine(x - 7, area.center().y() + 3, x + 7, area.center().y() + 3);
    const int used = draw(line, Qt::AlignLeft, text, ink, m_bold);
    draw(line.adjusted(used + gap, 0, 0, 0), Qt::AlignRight,
        above.data(LayerModel::StuckSinceRole).toString(), ink, m_bold);
}

void PathPainter::paintHeader(const QAbstractItemModel &model, int column, const QRect &area)
{
    const auto header = [&](int role) { return model.headerData(column, Qt::Horizontal, role); };
    m_painter.fillRect(area, raised(m_palette));
    m_painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), hairline(m_palette));
    if (area.left() > 0)
        m_painter.fillRect(QRect(area.left(), area.top(), 1, area.height()), hairline(m_palette));
    const Look look = lookOf(State(header(LayerModel::StateRole).toInt()),
        Modifier(header(LayerModel::ModifierRole).toInt()), header(LayerModel::StaleRole).toBool());
    const QColor ink = m_states.ink(look);
    const QRect line = area.adjusted(railWidth, 0, -rightMargin, 0);
    drawStateGlyph(m_painter,
        QRectF(area.left() + (railWidth - glyphSize) / 2.0, area.center().y() - glyphSize / 2.0,
            glyphSize, glyphSize),
        look, ink);
    const bool roomy = m_geometry.isRoomy(area.width());
    const QRect left = roomy ? line.adjusted(0, 0, -numbersWidth() - gap, 0) : line;
    const QString word = header(LayerModel::WordRole).toString();
    const int reserved = QFontMetrics(m_bold).horizontalAdvance(word) + gap;
    const int used = draw(left.adjusted(0, 0, -reserved, 0), Qt::AlignLeft,
        header(LayerModel::NameRole).toString(), m_text, m_bold, Qt::ElideMiddle);
    draw(left.adjusted(used + rhythm, 0, 0, 0), Qt::AlignLeft, word, ink, m_bold);
    if (!roomy)
        return;
    QRect number(line.right() - numbersWidth() + 1, line.top(), countWidth, line.height());
    draw(number, Qt::AlignRight, tr("in flight"), m_quiet, m_font);
    number = QRect(number.right() + 1, line.top(), rateWidth, line.height());
    draw(number, Qt::AlignRight, tr("done"), m_quiet, m_font);
    number = QRect(number.right() + 1, line.top(), bytesWidth, line.height());
    draw(number, Qt::AlignRight, tr("moved"), m_quiet, m_font);
}

void PathPainter::paintFooter(const QAbstractItemModel &model, int column, const QRect &area)
{
    const QString also
        = model.headerData(column, Qt::Horizontal, LayerModel::BlastRadiusRole).toString();
    QRect line(area.left() + railWidth, area.top() + rhythm, area.width() - railWidth - rhythm,
        m_geometry.lineHeight());
    for (const QString &part : wrappedLines(also, m_font, line.width(), footerLines)) {
        draw(line, Qt::AlignLeft, part, m_text, m_font);
        line.translate(0, m_geometry.lineHeight());
    }
}

} // namespace plumbline
