// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exit_status.h"
#include "target_window.h"
#include "views/scenes/scenes.h"
#include "views/style/language.h"
#include "views/style/theme.h"
#include "views/window/main_window.h"
#include "views/window/window_json.h"
#include "workbench.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>
#include <QTimer>

#include <csignal>
#include <cstdio>

using namespace plumbline;

static const QString languageKey = QStringLiteral("language");

static int renderWindow(
    const QString &file, const QString &target, const HostSession::Options &options)
{
    if (targetPicture(target, {}, options).save(file))
        return 0;
    std::fprintf(stderr, "plumbline: cannot write %s\n", qPrintable(file));
    return exit_status::cannotWrite;
}

static QString bundledIncident()
{
    return QStringLiteral("recorded:") + bundledIncidentFolder();
}

static int renderAllScenes(const QString &folder)
{
    const QStringList files = renderScenes(
        folder, [](const PictureStyle &style) { return targetPicture(bundledIncident(), style); });
    for (const QString &file : files)
        std::printf("%s\n", qPrintable(file));
    return files.isEmpty() ? exit_status::cannotWrite : 0;
}

static int printWindow(const QString &target, const HostSession::Options &options)
{
    lookAtTarget(target, {}, options,
        [](const MainWindow &window) { std::fputs(windowJson(window).constData(), stdout); });
    return 0;
}

static int runWindow(const QString &target, const QString &log, const HostSession::Options &options)
{
    QSettings settings;
    applyTheme(themeFromName(settings.value(QStringLiteral("theme")).toString()));
    MainWindow window(&settings);
    Workbench workbench(&window, &settings, options);
    window.show();
    // The window first: hosts are asked once it is there.
    QTimer::singleShot(0, &window, [&workbench, target, log] {
        workbench.addRememberedHosts();
        if (!target.isEmpty())
            workbench.open(target);
        if (!log.isEmpty())
            workbench.openLog(log);
    });
    return QCoreApplication::exec();
}

int main(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN);
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("plumbline"));
    QCoreApplication::setApplicationName(QStringLiteral("plumbline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PLUMBLINE_VERSION));
    useLanguage(QSettings().value(languageKey).toString());
    QCommandLineParser parser;
    const auto text
        = [](const char *source) { return QCoreApplication::translate("main", source); };
    parser.setApplicationDescription(text(
        QT_TRANSLATE_NOOP("main", "Where do a guest's disk requests go in and not come out?")));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption render(QStringLiteral("render"),
        text(QT_TRANSLATE_NOOP("main", "Write a picture of the window to a PNG file and end.")),
        text(QT_TRANSLATE_NOOP("main", "file")));
    const QCommandLineOption screenshots(QStringLiteral("screenshots"),
        text(QT_TRANSLATE_NOOP("main", "Write pictures of all scenes into a folder and end.")),
        text(QT_TRANSLATE_NOOP("main", "folder")));
    const QCommandLineOption json(QStringLiteral("json"),
        text(QT_TRANSLATE_NOOP("main", "Print what the window shows of the disks and end.")));
    const QCommandLineOption sshConfig(QStringLiteral("ssh-config"),
        text(QT_TRANSLATE_NOOP("main", "Instead of ~/.ssh/config.")),
        text(QT_TRANSLATE_NOOP("main", "file")));
    const QCommandLineOption log(QStringLiteral("log"),
        text(QT_TRANSLATE_NOOP("main", "Open a log of this machine.")),
        text(QT_TRANSLATE_NOOP("main", "file")));
    parser.addOptions({render, screenshots, json, log, sshConfig});
    parser.addPositionalArgument(QStringLiteral("target"),
        text(QT_TRANSLATE_NOOP(
            "main", "ssh://[user@]host[:port]/DOMAIN, local:/DOMAIN or recorded:FOLDER")),
        text(QT_TRANSLATE_NOOP("main", "[target]")));
    parser.process(application);

    const QString target = parser.positionalArguments().value(0);
    HostSession::Options options;
    options.sshConfig = parser.value(sshConfig);
    if (parser.isSet(screenshots))
        return renderAllScenes(parser.value(screenshots));
    if (parser.isSet(render)) {
        return renderWindow(
            parser.value(render), target.isEmpty() ? bundledIncident() : target, options);
    }
    if (parser.isSet(json))
        return printWindow(target.isEmpty() ? bundledIncident() : target, options);
    return runWindow(target, parser.value(log), options);
}
