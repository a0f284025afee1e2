// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "path/domain_plan.h"
#include "support/golden.h"

#include <QDir>

namespace plumbline {

/// Command lines of tests/fixtures/path: one argument per line.
inline QStringList commandLineFixtures()
{
    return QDir(QStringLiteral(FIXTURES_DIR "/path"))
        .entryList({QStringLiteral("*.txt")}, QDir::Files);
}

inline ListedProcess processOf(const QString &fixture)
{
    ListedProcess process;
    process.pid = 341;
    process.uid = 64055;
    process.arguments = contentsOf(QStringLiteral(FIXTURES_DIR "/path/") + fixture).split('\n');
    process.arguments.removeLast();
    return process;
}

} // namespace plumbline
