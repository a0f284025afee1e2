// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "target_window.h"

#include "views/style/language.h"
#include "views/window/actions.h"
#include "views/window/main_window.h"
#include "workbench.h"

#include <QAction>
#include <QApplication>
#include <QTimer>

namespace plumbline {

// Long outputs are indexed in turns of the event loop, and the menu bar is laid out again around
// the moments of a recording: the picture waits for both.
static constexpr milliseconds settling{300};
static constexpr milliseconds patience{15000};

void lookAtTarget(const QString &target, const PictureStyle &style,
    const HostSession::Options &options, const std::function<void(MainWindow &)> &look)
{
    usePictureFonts();
    applyTheme(style.theme);
    useLanguage(style.language);
    // A window that goes would end the loop in which the next one is waited for.
    QGuiApplication::setQuitOnLastWindowClosed(false);
    MainWindow window;
    window.resize(style.size);
    Workbench workbench(&window, nullptr, options);
    QTimer settled;
    QTimer longest;
    for (QTimer *timer : {&settled, &longest}) {
        timer->setSingleShot(true);
        QObject::connect(timer, &QTimer::timeout, qApp, &QCoreApplication::quit);
    }
    QObject::connect(&workbench, &Workbench::shown, &window, [&](const Diagnosis &diagnosis) {
        if (diagnosis.rounds != 1 && !settled.isActive())
            settled.start(settling);
    });
    longest.start(patience);
    window.show();
    workbench.open(target);
    QCoreApplication::exec();
    look(window);
}

QImage targetPicture(
    const QString &target, const PictureStyle &style, const HostSession::Options &options)
{
    QImage picture;
    lookAtTarget(target, style, options, [&picture](MainWindow &window) {
        window.actionsOfWindow().of(Act::ShowPath)->trigger();
        picture = window.grab().toImage();
    });
    return picture;
}

} // namespace plumbline
