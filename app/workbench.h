// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console_log.h"
#include "sheet_prompter.h"
#include "watched_domain.h"
#include "watched_host.h"

#include <QObject>

class QSettings;

namespace plumbline {

class MainWindow;

/// Brings the window and the work together: wishes go down, values come up.
class Workbench : public QObject
{
    Q_OBJECT

public:
    /// `settings` remembers the hosts; null remembers nothing.
    Workbench(MainWindow *window, QSettings *settings, HostSession::Options options);
    ~Workbench() override;

    /// Adds the target's host and, if it names a domain, opens that.
    void open(const QString &target);
    void openBundledIncident();
    void addRememberedHosts();
    /// Reads a log file of this machine in the lower part of the window.
    void openLog(const QString &path);

Q_SIGNALS:
    /// A diagnosis is on the screen.
    void shown(const plumbline::Diagnosis &diagnosis);

private:
    WatchedHost *hostFor(const Target &target);
    void removeHost(const QString &target);
    void activate(const QString &target);
    void tryHostAgain(const QString &target);
    void refresh();
    void setPaused(bool paused);
    void setSudo(bool used);
    WatchedHost *hostOfDomain();
    void showHosts();
    void show(const Diagnosis &diagnosis);
    void leaveDomain();
    void watch(WatchedHost *host, const Target &target);
    void noteVerdict(const WatchedDomain *domain, const Diagnosis &diagnosis);
    void endFailed(const WatchedDomain *failed, const Error &error);
    void remember();
    void followConsole();

    MainWindow *m_window;
    QSettings *m_settings;
    HostSession::Options m_options;
    SheetPrompter m_prompter;
    std::vector<std::unique_ptr<WatchedHost>> m_hosts;
    std::vector<std::unique_ptr<WatchedDomain>> m_domains;
    std::unique_ptr<ConsoleLog> m_console; ///< uses a host's link, so it goes before
    WatchedDomain *m_domain = nullptr; ///< the one in the middle of the window
    bool m_paused = false;
    bool m_isRestoring = false;
};

/// Folder of the incident that comes with Plumbline.
QString bundledIncidentFolder();

} // namespace plumbline
