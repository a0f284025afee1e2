// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/prompt/impact_sheet.h"

#include <QPushButton>

namespace plumbline {

ImpactSheet::ImpactSheet(const QString &title, const QString &what, const QString &impact,
    const QString &verb, QWidget *parent)
    : Sheet(title, parent)
{
    addText(what);
    addText(tr("Impact: %1").arg(impact));
    QPushButton *cancel = addButton(tr("Cancel"));
    cancel->setAutoDefault(true);
    QPushButton *agree = addButton(verb);
    setFirstFocus(cancel);
    connect(cancel, &QPushButton::clicked, this, &ImpactSheet::decline);
    connect(agree, &QPushButton::clicked, this, [this] {
        Q_EMIT agreed();
        finish();
    });
}

} // namespace plumbline
