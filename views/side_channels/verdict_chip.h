// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/state_palette.h"

#include <QAbstractButton>

namespace plumbline {

/// One small fact with a shape: what, verdict word, reason. A press asks for its evidence.
class VerdictChip : public QAbstractButton
{
    Q_OBJECT
public:
    explicit VerdictChip(QWidget *parent = nullptr);

    void setFact(const QString &what, Look look, const QString &word, const QString &reason);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_what;
    QString m_word;
    QString m_reason;
    Look m_look = Look::Unknown;
};

} // namespace plumbline
