// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/prompt/sheet.h"

namespace plumbline {

/// Before something is done that may leave a trace: what exactly, and what it may do. Nothing
/// happens unless it is agreed to.
class ImpactSheet : public Sheet
{
    Q_OBJECT
public:
    ImpactSheet(const QString &title, const QString &what, const QString &impact,
        const QString &verb, QWidget *parent = nullptr);

Q_SIGNALS:
    void agreed();
};

} // namespace plumbline
