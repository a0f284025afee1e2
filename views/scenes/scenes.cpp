// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scenes/scenes.h"

#include "views/diagram/path_view.h"
#include "views/logs/log_pane.h"
#include "views/logs/log_search_line.h"
#include "views/prompt/host_key_sheet.h"
#include "views/prompt/sheet_stack.h"
#include "views/scenes/sample_diagnosis.h"
#include "views/scenes/sample_history.h"
#include "views/side_channels/side_channel_row.h"
#include "views/style/language.h"
#include "views/virtqueues/virtqueue_view.h"
#include "views/window/actions.h"
#include "views/window/main_window.h"
#include "views/window/path_pane.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QPainter>

namespace plumbline {

QStringList sceneNames()
{
    return {QStringLiteral("stalled"), QStringLiteral("two-disks"), QStringLiteral("healthy"),
        QStringLiteral("unknown"), QStringLiteral("stale"), QStringLiteral("empty"),
        QStringLiteral("prompt"), QStringLiteral("virtqueues"), QStringLiteral("picture"),
        QStringLiteral("impact"), QStringLiteral("log"), QStringLiteral("tasks")};
}

// The log is read on other threads; a picture is taken when they are done.
static void waitForLog(const LogPane &pane)
{
    QElapsedTimer timer;
    timer.start();
    do
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    while (!pane.document()->state().isAtEnd && timer.elapsed() < 2000);
    // What was found last is told within a twentieth of a second.
    while (timer.elapsed() < 150)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

static Diagnosis diagnosisOf(const QString &scene)
{
    if (scene == u"healthy" || scene == u"impact")
        return sample::healthyDisks();
    if (scene == u"two-disks")
        return sample::twoDisks();
    if (scene == u"unknown")
        return sample::unknownDisks();
    if (scene == u"stale")
        return sample::staleDisks();
    if (scene == u"virtqueues")
        return sample::lostInterrupt();
    return sample::stalledMount();
}

// What a guest wrote to its serial console while its NBD server was stopped.
static void showSampleLog(MainWindow &window)
{
    QFile file(QStringLiteral(":/plumbline/samples/hung-guest-console.log"));
    if (!file.open(QIODevice::ReadOnly))
        return;
    LogPane *pane = window.logPane();
    pane->openText(file.readAll(), QStringLiteral("prod-worker-07 serial.log"));
    window.showLog();
    waitForLog(*pane);
    pane->startSearch();
    pane->searchLine()->line()->setText(QStringLiteral("io_schedule|blk_"));
    waitForLog(*pane);
    const auto events = pane->document()->events();
    const auto hung = std::find_if(events->begin(), events->end(),
        [](const LogEvent &event) { return event.kind == EventKind::HungTask; });
    if (hung != events->end())
        pane->view()->goToLine(hung->line - 2);
    pane->goToEvent(false);
    waitForLog(*pane);
}

std::unique_ptr<MainWindow> sceneWindow(const QString &scene)
{
    auto window = std::make_unique<MainWindow>();
    window->setNow(sample::now());
    if (scene == u"empty")
        return window;
    const State verdict = scene == u"healthy" || scene == u"impact" ? State::Healthy
        : scene == u"unknown"                                       ? State::Unknown
                                                                    : State::Stalled;
    window->setHosts(sample::hosts(verdict, scene == u"stale" ? HostEntry::Down : HostEntry::Up));
    const Diagnosis diagnosis = diagnosisOf(scene);
    // Of what was asked once, or in a short recording, nothing is remembered.
    if (scene != u"unknown" && scene != u"stalled")
        window->setHistory(sample::hourBefore(diagnosis));
    window->setDiagnosis(diagnosis);
    if (scene == u"virtqueues")
        window->pathPane()->showPage(PathPane::Virtqueues);
    if (scene == u"picture")
        Q_EMIT window->sideChannelRow()->evidenceWanted(SideChannel::ConsolePicture);
    if (scene == u"log" || scene == u"tasks")
        showSampleLog(*window);
    if (scene == u"tasks") {
        window->logPane()->showTasks();
        waitForLog(*window->logPane());
    }
    if (scene == u"impact")
        window->actionsOfWindow().of(Act::ReadBlock)->trigger();
    if (scene == u"prompt")
        window->sheets()->push(
            new HostKeySheet(QStringLiteral("kvm-09"), QStringLiteral("ssh-ed25519"),
                QStringLiteral("SHA256:uNiVztksCsDhcc0u9e8BrzCpjVzjX3ZfT8Jk1mZ7p4A")));
    return window;
}

QImage scenePicture(const QString &scene, const PictureStyle &style)
{
    usePictureFonts();
    applyTheme(style.theme);
    useLanguage(style.language);
    const std::unique_ptr<MainWindow> window = sceneWindow(scene);
    window->resize(style.size);
    window->show();
    PathPane *pane = window->pathPane();
    if (pane->page() == PathPane::Virtqueues)
        pane->virtqueues()->setFocus();
    else if (!window->logPane()->isOpen())
        pane->view()->setFocus();
    QCoreApplication::processEvents();
    if (window->logPane()->isOpen())
        waitForLog(*window->logPane());
    QImage picture(style.size, QImage::Format_RGB32);
    window->render(&picture);
    return picture;
}

QStringList renderScenes(const QString &folder, const ScenePainter &incident)
{
    QStringList written;
    const QDir out(folder);
    if (!out.mkpath(QStringLiteral(".")))
        return written;
    for (const QString &scene : sceneNames()) {
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
                for (const QString &language : availableLanguages()) {
                    const QString file = out.filePath(QStringLiteral("%1-%2-%3-%4.png")
                            .arg(scene, themeName(theme), QString::number(size.width()), language));
                    const PictureStyle style{theme, size, language};
                    const QImage picture
                        = scene == u"stalled" ? incident(style) : scenePicture(scene, style);
                    if (!picture.save(file))
                        return written;
                    written.append(file);
                }
            }
        }
    }
    return written;
}

} // namespace plumbline
