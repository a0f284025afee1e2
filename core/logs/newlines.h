// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace plumbline {

/// How many line ends the text has. Vectorised where the processor has AVX2.
qint64 countNewlines(QByteArrayView text);

/// Just behind the `count`-th line end of the text, counted from 1; -1 when there are not so many.
qsizetype behindNewline(QByteArrayView text, qint64 count);

/// Where the line that holds the byte at `at` begins: behind the last line end before it.
qsizetype lineStart(QByteArrayView text, qsizetype at);

/// The first line end from `at` on, or the text's size.
qsizetype lineEnd(QByteArrayView text, qsizetype at);

namespace portable {
/// The same without vector instructions, for other processors; tests hold the two to each other.
qint64 countNewlines(QByteArrayView text);
} // namespace portable

} // namespace plumbline
