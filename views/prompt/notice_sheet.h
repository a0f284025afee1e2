// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/prompt/sheet.h"

namespace plumbline {

/// Says something and can be closed: Enter and Esc do.
class NoticeSheet : public Sheet
{
    Q_OBJECT
public:
    NoticeSheet(const QString &title, const QString &text, QWidget *parent = nullptr);

    /// What, and what belongs to it; a long list stands in several columns of such pairs.
    void addTable(const QList<std::pair<QString, QString>> &rows, int columns = 1);
};

/// A known host shows another key than before. There is nothing to agree to: both fingerprints are
/// shown and the connection stays refused.
NoticeSheet *changedKeyNotice(const QString &host, const QString &knownFingerprint,
    const QString &shownFingerprint, QWidget *parent = nullptr);

} // namespace plumbline
