// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/awaiters.h"
#include "host_session.h"
#include "investigation/host_survey.h"
#include "model/host_entry.h"

#include <QObject>

namespace plumbline {

/// A host in the list on the left: its connection, and a survey of what runs there that is repeated
/// slowly. A recording is a host that is surveyed once.
class WatchedHost : public QObject
{
    Q_OBJECT

public:
    WatchedHost(Target target, std::unique_ptr<HostSession> session, QObject *parent = nullptr);

    void start();
    /// Between two surveys of a host that answers.
    void setInterval(milliseconds interval) { m_interval = interval; }
    /// No survey while paused, but the first and those that are wished for.
    void setPaused(bool paused);
    /// Surveys at once. A link that is down is brought up first, also one that was given up because
    /// only the human can help: to ask for this is the human's wish.
    void refreshNow();
    const HostEntry &entry() const { return m_entry; }
    const Target &target() const { return m_target; }
    HostSession *session() const { return m_session.get(); }
    /// Shows what a diagnosis of the QEMU `pid` found beside the domain's name, until another
    /// process runs it.
    void noteVerdict(const Diagnosis &diagnosis, qint64 pid);

Q_SIGNALS:
    void changed();

private:
    Task<> watch();
    Task<> waitForTurn(Deadline next);
    void take(const HostSurvey &survey);
    HostEntry::Link link() const;

    Target m_target;
    std::unique_ptr<HostSession> m_session;
    HostEntry m_entry;
    /// Of all surveys: libvirt's last list counts while it is silent.
    FactStore m_facts;
    /// Domains come and go slowly, and a survey costs the host one exec.
    milliseconds m_interval{30000};
    Pulse m_wake;
    bool m_paused = false;
    bool m_refreshWanted = false;
    Task<Result<void>> m_connecting;
    Task<> m_watch;
};

} // namespace plumbline
