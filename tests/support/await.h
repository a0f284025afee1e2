// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/task.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

namespace plumbline {

/// Runs the task to its end in an event loop of its own; QTest::qWaitFor would look only every 10
/// ms. A task that does not end in time is an error.
template <typename T> Result<T> await(Task<Result<T>> task, int limitMs = 20000)
{
    QEventLoop loop;
    QTimer::singleShot(limitMs, &loop, &QEventLoop::quit);
    task.start([&loop] { loop.quit(); });
    if (!task.isDone())
        loop.exec();
    if (!task.isDone())
        return failure(Phrase::verbatim(QStringLiteral("the task did not end in time")));
    return task.takeResult();
}

} // namespace plumbline

/// QVERIFY for a Result, with its error.
#define VERIFY_RESULT(result)                                                                      \
    do {                                                                                           \
        const auto &verified = (result);                                                           \
        QVERIFY2(verified.has_value(), verified ? "" : qPrintable(verified.error().text()));       \
    } while (false)
