// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace plumbline {

/// The whole file; a missing one fails the running test and gives nothing.
QByteArray contentsOf(const QString &path);

/// Empty when `text` is what the file says, else a unified diff. With PLUMBLINE_BLESS=1 in the
/// environment the file is written anew instead: look at the diff before it is committed.
QString differenceToGolden(const QString &path, const QByteArray &text);

} // namespace plumbline

#define COMPARE_GOLDEN(path, text)                                                                 \
    do {                                                                                           \
        const QString difference = ::plumbline::differenceToGolden(path, text);                    \
        QVERIFY2(difference.isEmpty(), qPrintable(difference));                                    \
    } while (false)
