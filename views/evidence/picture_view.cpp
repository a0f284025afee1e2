// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/evidence/picture_view.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>

namespace plumbline {

static constexpr int largestSide = 4096;
static constexpr int thumbnailHeight = 240;

// Only the two formats that QEMU writes: what a host sends reaches no other decoder.
static QByteArray formatOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return "png";
    return bytes.startsWith("P6\n") ? QByteArray("ppm") : QByteArray();
}

QImage pictureIn(const EvidenceList &evidence, const QMap<ObservationId, Observation> &observations)
{
    for (const Evidence &item : evidence) {
        const auto found = observations.constFind(item.observation);
        if (found == observations.constEnd())
            continue;
        const QByteArray format = formatOf(found->out);
        if (format.isEmpty())
            continue;
        QByteArray bytes = found->out;
        QBuffer buffer(&bytes);
        QImageReader reader(&buffer, format);
        const QSize size = reader.size();
        if (!size.isEmpty() && size.width() <= largestSide && size.height() <= largestSide)
            return reader.read();
    }
    return {};
}

PictureView::PictureView(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void PictureView::setPicture(const QImage &picture)
{
    m_picture = picture;
    setVisible(!picture.isNull());
    updateGeometry();
    update();
}

static QSize fitted(const QImage &picture, int width)
{
    const QSize box(std::min(width, picture.width()), std::min(thumbnailHeight, picture.height()));
    return picture.size().scaled(box, Qt::KeepAspectRatio);
}

int PictureView::heightForWidth(int width) const
{
    return m_picture.isNull() ? 0 : fitted(m_picture, width).height();
}

QSize PictureView::sizeHint() const
{
    return m_picture.isNull() ? QSize() : fitted(m_picture, m_picture.width());
}

void PictureView::paintEvent(QPaintEvent *)
{
    if (m_picture.isNull())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRect area(QPoint(0, 0), fitted(m_picture, width()));
    painter.drawImage(area, m_picture);
    // A black display needs an edge on a black window.
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(area.adjusted(0, 0, -1, -1));
}

} // namespace plumbline
