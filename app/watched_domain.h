// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/awaiters.h"
#include "host_session.h"
#include "investigation/investigation.h"

#include <QObject>

#include <memory>

namespace plumbline {

/// The domain in the middle of the window: refreshed until it is paused or dropped. A recording is
/// stepped through instead.
class WatchedDomain : public QObject
{
    Q_OBJECT

public:
    static constexpr milliseconds interval{5000};

    WatchedDomain(HostSession *session, Target target, QObject *parent = nullptr);

    void start();
    void setPaused(bool paused);
    /// Asks at once, also while paused.
    void refreshNow();
    /// Of a recording: what was known at that moment, from 0 on.
    void showMoment(int moment);

    const Target &target() const { return m_target; }
    /// Moments of a recording; 0 when live.
    int momentCount() const;
    int moment() const { return m_moment; }
    /// Of the QEMU that the last diagnosis is about; 0 when there is none.
    qint64 pid() const { return m_investigation ? m_investigation->pid() : 0; }

Q_SIGNALS:
    void changed(const plumbline::Diagnosis &diagnosis);
    /// The domain is not there; nothing more will come.
    void failed(const plumbline::Error &error);

private:
    Task<> watch();
    Task<> sampleUntilGone();
    Task<> waitForTurn(Deadline next);
    Task<> replayTo(int moment);

    HostSession *m_session;
    Target m_target;
    std::unique_ptr<Investigation> m_investigation;
    Pulse m_wake;
    bool m_paused = false;
    bool m_refreshWanted = false;
    int m_moment = 0;
    Task<> m_work;
};

} // namespace plumbline
