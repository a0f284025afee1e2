// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_commands.h"
#include "exit_status.h"
#include "terminal_prompter.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <csignal>
#include <cstdio>

int main(int argc, char **argv)
{
    using namespace plumbline;
    std::signal(SIGPIPE, SIG_IGN);
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("plumbline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PLUMBLINE_VERSION));
    // Output of the command line is English: it is pasted, grepped and parsed. English has its
    // plural forms in a translation too.
    QTranslator english;
    if (english.load(QStringLiteral(":/i18n/plumbline_en.qm")))
        QCoreApplication::installTranslator(&english);

    const Result<CliOptions> options = readCliOptions(QCoreApplication::arguments());
    if (!options) {
        std::fprintf(stderr, "plumbline-cli: %s\n", qPrintable(options.error().text()));
        return exit_status::usage;
    }
    TerminalPrompter prompter;
    Task<int> task = runCli(*options, &prompter);
    task.start(
        [] { QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection); });
    if (!task.isDone())
        QCoreApplication::exec();
    return task.isDone() ? task.takeResult() : exit_status::unknown;
}
