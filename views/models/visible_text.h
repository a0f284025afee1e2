// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace plumbline {

/// A name that came from a host as one harmless line: line ends, controls, bidirectional and
/// invisible marks become escapes like "\n" or "\u202e". Longer than `limit`: the middle is left
/// out.
QString visibleName(const QString &name, qsizetype limit = 160);

/// One line of a host's output as text: tabs become blanks up to the next multiple of four,
/// controls become their pictures (U+2400 …), bytes that are no UTF-8 become "\xff". What exceeds
/// `limit` characters is cut and counted.
QString visibleLine(QByteArrayView line, qsizetype limit = 4000);

/// The same words as a tool tip, which would otherwise take "<b>" for markup.
QString asToolTip(const QString &text);

} // namespace plumbline
