// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/phrase.h"

#include <QByteArrayView>

namespace plumbline {

/// What a function of the kernel does, or waits for, in one line for those who do not know it.
/// Suffixes of compilers do not matter. Empty for what is not among the functions that matter here.
Phrase functionNote(QByteArrayView symbol);

/// All that have a note.
QList<QByteArrayView> notedFunctions();

} // namespace plumbline
