// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/state_palette.h"

#include <QWidget>

namespace plumbline {

/// Shape, word and, in grey, what else is to be said: "■ stalled  for 4 min 12 s".
class VerdictLine : public QWidget
{
    Q_OBJECT
public:
    explicit VerdictLine(QWidget *parent = nullptr);

    void setVerdict(Look look, const QString &word, const QString &more);
    QString word() const { return m_word; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look = Look::Unknown;
    QString m_word;
    QString m_more;
};

} // namespace plumbline
