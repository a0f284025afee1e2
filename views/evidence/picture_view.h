// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/verdict.h"

#include <QImage>
#include <QMap>
#include <QWidget>

namespace plumbline {

/// The picture that a host sent, if one of the cited observations is one: PNG or pixmap by its
/// first bytes, at most 4096 pixels wide and high. A null image for anything else.
QImage pictureIn(
    const EvidenceList &evidence, const QMap<ObservationId, Observation> &observations);

/// A picture of a guest's display as a thumbnail: never larger than it is, whole, hidden when there
/// is none.
class PictureView : public QWidget
{
    Q_OBJECT
public:
    explicit PictureView(QWidget *parent = nullptr);

    void setPicture(const QImage &picture);
    const QImage &picture() const { return m_picture; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_picture;
};

} // namespace plumbline
