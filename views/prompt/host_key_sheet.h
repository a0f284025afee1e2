// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/prompt/sheet.h"

namespace plumbline {

/// Asks whether an unknown host key is the right one. Refusing is what Enter and Esc do; accepting
/// takes a click, or Space on the button.
class HostKeySheet : public Sheet
{
    Q_OBJECT
public:
    HostKeySheet(const QString &host, const QString &keyType, const QString &fingerprint,
        QWidget *parent = nullptr);

    void decline() override;
    QPushButton *acceptButton() const { return m_accept; }
    QPushButton *refuseButton() const { return m_refuse; }

Q_SIGNALS:
    /// Once.
    void answered(bool accepted);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void answer(bool accepted);

    QPushButton *m_refuse = nullptr;
    QPushButton *m_accept = nullptr;
    bool m_answered = false;
};

} // namespace plumbline
