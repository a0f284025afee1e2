// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

/// QVERIFY that a QString contains `part`; shows the string when it does not.
#define VERIFY_CONTAINS(text, part) QVERIFY2((text).contains(part), qPrintable(text))

/// For what a test cannot do without. Alone it is skipped then; under `./dev test`, which has
/// everything there, a skip would hide what is no longer tested, so it fails.
#define REQUIRE_HERE(condition, missing)                                                           \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            if (qEnvironmentVariableIntValue("PLUMBLINE_REQUIRE_ALL") == 1)                        \
                QFAIL(missing " (PLUMBLINE_REQUIRE_ALL=1 makes this a failure)");                  \
            QSKIP(missing);                                                                        \
        }                                                                                          \
    } while (false)
