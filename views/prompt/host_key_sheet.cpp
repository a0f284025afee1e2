// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/prompt/host_key_sheet.h"

#include "views/models/visible_text.h"

#include <QKeyEvent>
#include <QPushButton>

namespace plumbline {

HostKeySheet::HostKeySheet(
    const QString &host, const QString &keyType, const QString &fingerprint, QWidget *parent)
    : Sheet(tr("Is this really %1?").arg(visibleName(host)), parent)
{
    addText(tr("Nobody has connected to this host from here before. It shows this %1 key:")
            .arg(visibleName(keyType, 40)));
    addExact(visibleName(fingerprint, 200));
    addText(tr("Compare it with what the host's administrator or its console says. If they differ, "
               "somebody else may be listening."));
    m_refuse = addButton(tr("Refuse"));
    m_accept = addButton(tr("Accept this key"));
    m_accept->installEventFilter(this);
    setFirstFocus(m_refuse);
    connect(m_refuse, &QPushButton::clicked, this, [this] { answer(false); });
    connect(m_accept, &QPushButton::clicked, this, [this] { answer(true); });
}

void HostKeySheet::decline()
{
    answer(false);
}

void HostKeySheet::answer(bool accepted)
{
    if (m_answered)
        return;
    m_answered = true;
    Q_EMIT answered(accepted);
    finish();
}

bool HostKeySheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_accept && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter)
            return true;
    }
    return Sheet::eventFilter(watched, event);
}

} // namespace plumbline
