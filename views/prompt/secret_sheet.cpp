// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/prompt/secret_sheet.h"

#include "views/models/visible_text.h"
#include "views/style/widgets.h"

#include <QLineEdit>
#include <QPushButton>

namespace plumbline {

SecretSheet::SecretSheet(const QString &title, const QString &prompt, bool echo, QWidget *parent)
    : Sheet(visibleName(title), parent)
{
    const QString shown = visibleName(prompt.trimmed(), 300);
    addText(shown);
    m_line = roomyLine(this);
    m_line->setEchoMode(echo ? QLineEdit::Normal : QLineEdit::Password);
    m_line->setAccessibleName(shown);
    addWidget(m_line);
    QPushButton *cancel = addButton(tr("Cancel"));
    QPushButton *go = addButton(tr("Continue"));
    setFirstFocus(m_line);
    connect(m_line, &QLineEdit::returnPressed, go, &QPushButton::click);
    connect(cancel, &QPushButton::clicked, this, &SecretSheet::decline);
    connect(go, &QPushButton::clicked, this, [this] { answer(m_line->text()); });
}

void SecretSheet::decline()
{
    answer(std::nullopt);
}

void SecretSheet::answer(const std::optional<QString> &secret)
{
    if (m_answered)
        return;
    m_answered = true;
    Q_EMIT answered(secret);
    m_line->clear();
    finish();
}

} // namespace plumbline
