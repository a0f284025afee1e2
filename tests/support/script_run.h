// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/frame_reader.h"
#include "transport/framed_script.h"
#include "transport/transport.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTest>

#include <functional>

namespace plumbline {

inline Question quick(const QList<QByteArray> &argv, milliseconds limit = std::chrono::seconds(5))
{
    return {QStringLiteral("test.quick"), HostCommand{argv, {}}, limit};
}

inline Question helper(const QByteArray &kind, const QList<QByteArray> &argv,
    milliseconds limit = std::chrono::seconds(5))
{
    return {QStringLiteral("test.helper"), HostCommand{argv, kind}, limit};
}

inline Question virsh(const QByteArray &group, const QList<QByteArray> &words,
    const QByteArray &gate = {}, const QByteArray &uri = "test:///default")
{
    return {QStringLiteral("test.virsh"), VirshCommand{uri, group, words, gate},
        std::chrono::seconds(2)};
}

/// Runs the questions' script under a shell until all have answered.
struct ScriptRun
{
    FramedScript script;
    FrameReader reader;
    ChannelPtr channel;

    explicit ScriptRun(const QList<Question> &questions, Elevation elevation = Elevation::None)
        : script(makeFramedScript(questions, freshMarker(), elevation)),
          reader(script, questions.size())
    {
    }
    /// `enough` ends it early.
    Task<Result<void>> run(Transport *host, QByteArray shell, std::function<bool()> enough = {})
    {
        const Deadline deadline = deadlineIn(std::chrono::seconds(60));
        Result<ChannelPtr> opened = co_await host->exec("exec " + shell + " -s", deadline);
        if (!opened)
            co_return std::unexpected(opened.error());
        channel = *std::move(opened);
        if (Result<void> sent = channel->write(script.text); !sent)
            co_return sent;
        while (!reader.isComplete() && !deadline.hasExpired() && !(enough && enough())) {
            Result<Chunk> chunk
                = co_await channel->read(earlier(deadline, deadlineIn(milliseconds(50))));
            if (!chunk)
                continue;
            reader.readOut(chunk->out);
            reader.readErr(chunk->err);
            if (chunk->atEnd)
                break;
        }
        reader.finish();
        co_return Result<void>();
    }
    /// After this nothing of the script may be alive.
    Task<Result<void>> end()
    {
        channel->closeWrite();
        for (const Deadline deadline = deadlineIn(std::chrono::seconds(10));;) {
            Result<Chunk> chunk = co_await channel->read(deadline);
            if (!chunk)
                co_return std::unexpected(chunk.error());
            if (chunk->atEnd)
                co_return Result<void>();
        }
    }
};

/// Rows for the column "shell": every POSIX shell that is installed.
inline void eachShell()
{
    QTest::addColumn<QByteArray>("shell");
    QTest::newRow("sh") << QByteArray("sh");
    const QString dash = QStandardPaths::findExecutable(QStringLiteral("dash"));
    const QString sh = QStandardPaths::findExecutable(QStringLiteral("sh"));
    if (!dash.isEmpty() && QFileInfo(dash).canonicalFilePath() != QFileInfo(sh).canonicalFilePath())
        QTest::newRow("dash") << QByteArray("dash");
    if (!QStandardPaths::findExecutable(QStringLiteral("bash")).isEmpty())
        QTest::newRow("bash --posix") << QByteArray("bash --posix");
}

/// An argument of sleep(1) that no other process on this machine has.
inline QByteArray uniqueSeconds()
{
    static int counter = 0;
    return "100." + QByteArray::number(QCoreApplication::applicationPid())
        + QByteArray::number(++counter);
}

} // namespace plumbline
