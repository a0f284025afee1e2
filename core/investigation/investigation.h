// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/awaiters.h"
#include "investigation/host_survey.h"
#include "investigation/neighbours.h"
#include "model/diagnosis.h"
#include "model/target.h"

#include <QObject>

namespace plumbline {

/// The work on one domain: decides when to ask what, and turns what is known into a Diagnosis after
/// every refresh. Rules decide what it means, views how it looks.
class Investigation : public QObject
{
    Q_OBJECT

public:
    Investigation(Asker *asker, Target target);

    /// Shows only this disk when set ("vda").
    void setDiskFilter(const QString &disk) { m_diskFilter = disk; }

    /// Looks for the domain on its host. Fails when the host answered and has no such domain; an
    /// unreachable host is no failure but a diagnosis in which everything is unknown.
    Task<Result<void>> discover(Deadline deadline);
    /// One refresh: one exec on the host.
    Task<bool> sample(Deadline deadline);

    /// Reads what is stuck in the queues of a stalled disk, as far as it is not known yet: at most
    /// three execs, none when nothing is stuck.
    Task<bool> lookCloser(Deadline deadline);

    /// Takes a picture of the guest's display: up to three execs.
    Task<bool> takePicture(Deadline deadline);

    /// Reads one block of each disk from the host: an experiment for a human to ask for, which may
    /// leave a process hanging on dead storage until that is back. One exec, none without files.
    Task<bool> readBlocks(Deadline deadline);

    /// Asks how the disks of other domains do that share a stalled layer: one exec, none when
    /// nobody does. What they are is known after the fourth time, two of them some seconds apart.
    Task<bool> lookAround(Deadline deadline);

    /// What is known now.
    Diagnosis diagnosis() const;
    const HostSurvey &survey() const { return m_survey; }
    const FactStore &facts() const { return m_facts; }
    /// Path of the domain's serial log on the host, where it can be read without risk; else empty.
    QByteArray serialLog() const;
    /// What was last read of its end; empty where nothing was.
    QByteArray consoleText() const;
    /// Of the QEMU that is looked at; 0 while none was found.
    qint64 pid() const { return m_plan ? m_plan->pid : 0; }
    int rounds() const { return m_round; }
    /// The process that was looked at is gone, or its number is another's now: what is asked of its
    /// pid means nothing any more, and the domain has to be discovered anew.
    bool isProcessGone() const;

Q_SIGNALS:
    void changed(const plumbline::Diagnosis &diagnosis);

private:
    void learn();
    Task<bool> learnDevices(Deadline deadline);
    Task<bool> askMore(QList<Planned> plan, Deadline deadline);
    void findBlastRadius(Diagnosis &diagnosis);
    void remember(DiskDiagnosis &disk);
    bool letLibvirtRest();
    std::optional<SilentFact> replaced() const;
    Diagnosis nothingKnown(const SilentFact &silent) const;
    bool canAskMore() const;
    Diagnosis judge();
    void judgeAnew();

    Asker *m_asker;
    Target m_target;
    QString m_diskFilter;
    FactStore m_facts;
    HostSurvey m_survey;
    std::optional<DomainPlan> m_plan;
    Neighbours m_neighbours;
    Diagnosis m_diagnosis;
    /// Since when each layer has had its state: identity → (state, time).
    QHash<QString, std::pair<State, WallTime>> m_since;
    int m_round = 0;
    /// Libvirt hung at the last look: it is asked again at this round, and rests longer each time.
    int m_libvirtRound = 0;
    int m_libvirtRest = 0;
    std::optional<WallTime> m_staleSince;
};

} // namespace plumbline
