// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scenes/sample_display.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>

namespace plumbline::sample {

static QByteArray asPng(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return bytes + "Screenshot saved to /proc/self/fd/1, with type of image/png\n";
}

QByteArray guestDisplay()
{
    QImage image(720, 400, QImage::Format_RGB32);
    image.fill(Qt::black);
    // Letters need an application with fonts, which a test without a window has not.
    if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        return asPng(image);
    QPainter painter(&image);
    QFont font(QStringLiteral("DejaVu Sans Mono"));
    font.setPixelSize(13);
    painter.setFont(font);
    painter.setPen(QColor(170, 170, 170));
    int line = 0;
    for (const char *text : {"Debian GNU/Linux 12 prod-worker-07 tty1", "",
             "prod-worker-07 login: [ 7541.203117] INFO: task fio:812 blocked for more than 120 ",
             "seconds.", "[ 7541.203301] INFO: task jbd2/vda1-8:301 blocked for more than 120 s",
             "[ 7541.203420] INFO: task kworker/u8:2:77 blocked for more than 120 secon"})
        painter.drawText(4, 18 * ++line, QString::fromLatin1(text));
    painter.end();
    return asPng(image);
}

} // namespace plumbline::sample
