// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QStringList>

namespace plumbline {

/// The text broken into at most `maxLines` lines of `width` pixels; what does not fit ends in "…".
/// The first line begins `indent` pixels later.
QStringList wrappedLines(
    const QString &text, const QFont &font, int width, int maxLines, int indent = 0);

/// A heavier cut of the same font.
QFont emphasised(QFont font);

} // namespace plumbline
