// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/awaiters.h"
#include "host_session.h"
#include "investigation/investigation.h"
#include "model/history.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>

namespace plumbline {

/// A domain that is or was in the middle of the window: refreshed until it is paused or dropped. A
/// recording is stepped through instead.
class WatchedDomain : public QObject
{
    Q_OBJECT

public:
    static constexpr milliseconds interval{5000};
    /// Of a domain that nobody looks at just now.
    static constexpr milliseconds quietInterval{15000};

    WatchedDomain(HostSession *session, Target target, QObject *parent = nullptr);

    void start();
    void setPaused(bool paused);
    void setQuiet(bool quiet);
    /// Asks at once, also while paused.
    void refreshNow();
    /// The same, and reads a block of each disk from the host (Investigation::readBlocks).
    void readBlocks();
    /// Of a recording: what was known at that moment, from 0 on.
    void showMoment(int moment);

    const Target &target() const { return m_target; }
    /// Moments of a recording; 0 when live.
    int momentCount() const;
    int moment() const { return m_moment; }
    /// What was found last; nothing before the first answer.
    const std::optional<Diagnosis> &last() const { return m_last; }
    std::shared_ptr<const History> history() const { return m_history; }
    /// Of the QEMU that the last diagnosis is about; 0 when there is none.
    qint64 pid() const { return m_investigation ? m_investigation->pid() : 0; }

    /// Of the domain that the last diagnosis is about (Investigation).
    QByteArray serialLog() const;
    QByteArray consoleText() const;

Q_SIGNALS:
    void changed(const plumbline::Diagnosis &diagnosis);
    /// The domain is not there; nothing more will come.
    void failed(const plumbline::Error &error);

private:
    Task<> watch();
    Task<> sampleUntilGone();
    Task<> experiment(int round);
    Task<> waitForTurn(QElapsedTimer begun, std::optional<milliseconds> soon);
    Task<> replayTo(int moment);
    void begin();
    void tell(const Diagnosis &diagnosis);

    HostSession *m_session;
    Target m_target;
    std::unique_ptr<Investigation> m_investigation;
    Pulse m_wake;
    std::shared_ptr<History> m_history = std::make_shared<History>();
    std::optional<Diagnosis> m_last;
    bool m_paused = false;
    bool m_quiet = false;
    bool m_refreshWanted = false;
    bool m_readWanted = false;
    int m_moment = 0;
    Task<> m_work;
};

} // namespace plumbline
