// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace plumbline {

/// One word for a POSIX shell, whatever bytes it holds: in single quotes unless it is plainly safe.
/// NUL bytes cannot be part of a word and are dropped.
QByteArray shellQuoted(QByteArrayView word);

/// Words joined to a command line, each quoted.
QByteArray shellCommandLine(const QList<QByteArray> &words);

} // namespace plumbline
