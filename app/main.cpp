// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exit_status.h"
#include "views/scenes/scenes.h"
#include "views/style/language.h"
#include "views/style/theme.h"
#include "views/window/main_window.h"
#include "workbench.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>
#include <QTimer>

#include <csignal>
#include <cstdio>

using namespace plumbline;

// A picture of the window as soon as a diagnosis with two looks is in it. A host that does not
// answer gives a picture too: of what is not known.
static int renderWindow(const QString &file, const QString &target)
{
    usePictureFonts();
    applyTheme(ThemeChoice::Light);
    useLanguage(QStringLiteral("en"));
    MainWindow window;
    window.resize(1280, 800);
    Workbench workbench(&window, nullptr, {});
    bool done = false;
    bool written = false;
    const auto paint = [&] {
        if (std::exchange(done, true))
            return;
        written = window.grab().save(file);
        QCoreApplication::quit();
    };
    // Long outputs are indexed in turns of the event loop, and the menu bar is laid out again
    // around the moments of a recording: the picture waits for both.
    static constexpr milliseconds settling{300};
    QObject::connect(&workbench, &Workbench::shown, &window, [&](const Diagnosis &diagnosis) {
        if (diagnosis.rounds != 1)
            QTimer::singleShot(settling, &window, paint);
    });
    QTimer::singleShot(15000, &window, paint);
    window.show();
    workbench.open(target);
    QCoreApplication::exec();
    if (!written)
        std::fprintf(stderr, "plumbline: cannot write %s\n", qPrintable(file));
    return written ? 0 : exit_status::cannotWrite;
}

static int renderAllScenes(const QString &folder)
{
    const QStringList files = renderScenes(folder);
    for (const QString &file : files)
        std::printf("%s\n", qPrintable(file));
    return files.isEmpty() ? exit_status::cannotWrite : 0;
}

static int runWindow(const QString &target)
{
    QSettings settings;
    applyTheme(themeFromName(settings.value(QStringLiteral("theme")).toString()));
    useLanguage(settings.value(QStringLiteral("language")).toString());
    MainWindow window(&settings);
    HostSession::Options options;
    Workbench workbench(&window, &settings, options);
    window.show();
    // The window first: hosts are asked once it is there.
    QTimer::singleShot(0, &window, [&workbench, target] {
        workbench.addRememberedHosts();
        if (!target.isEmpty())
            workbench.open(target);
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
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Where do a guest's disk requests go in and not come out?"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption render(QStringLiteral("render"),
        QStringLiteral("Write a picture of the window to a PNG file and end."),
        QStringLiteral("file"));
    const QCommandLineOption screenshots(QStringLiteral("screenshots"),
        QStringLiteral("Write pictures of all scenes into a folder and end."),
        QStringLiteral("folder"));
    parser.addOptions({render, screenshots});
    parser.addPositionalArgument(QStringLiteral("target"),
        QStringLiteral("ssh://[user@]host[:port]/DOMAIN, local:/DOMAIN or recorded:FOLDER"),
        QStringLiteral("[target]"));
    parser.process(application);

    const QString target = parser.positionalArguments().value(0);
    if (parser.isSet(screenshots))
        return renderAllScenes(parser.value(screenshots));
    if (parser.isSet(render)) {
        return renderWindow(parser.value(render),
            target.isEmpty() ? QStringLiteral("recorded:") + bundledIncidentFolder() : target);
    }
    return runWindow(target);
}
