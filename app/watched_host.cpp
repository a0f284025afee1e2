// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "watched_host.h"

#include "base/duration_phrase.h"

namespace plumbline {

// A host that did not answer is tried again sooner; the transport backs off by itself.
static constexpr milliseconds retryInterval{5000};
// In surveys; half an hour.
static constexpr int longestRest = 60;
// Long enough for a human to type a passphrase: the attempt outlives it anyhow.
static constexpr milliseconds surveyDeadline{15000};

WatchedHost::WatchedHost(Target target, std::unique_ptr<HostSession> session, QObject *parent)
    : QObject(parent), m_target(std::move(target)), m_session(std::move(session))
{
    m_entry.name = m_session->asker()->name();
    m_entry.target = m_target.toString();
    m_entry.link = HostEntry::Connecting;
    if (Transport *transport = m_session->transport()) {
        connect(transport, &Transport::linkStateChanged, this, [this] {
            m_entry.link = link();
            m_entry.problem = m_session->transport()->linkError();
            Q_EMIT changed();
        });
    }
}

HostEntry::Link WatchedHost::link() const
{
    const Transport *transport = m_session->transport();
    if (!transport || transport->linkState() == Transport::LinkState::Down)
        return HostEntry::Down;
    return transport->linkState() == Transport::LinkState::Up ? HostEntry::Up
                                                              : HostEntry::Connecting;
}

void WatchedHost::start()
{
    m_watch = watch();
    m_watch.start();
}

void WatchedHost::setPaused(bool paused)
{
    m_paused = paused;
    if (!paused)
        m_wake.notify();
}

void WatchedHost::refreshNow()
{
    Transport *transport = m_session->transport();
    if (transport && transport->linkState() == Transport::LinkState::Down) {
        m_connecting = transport->connectLink(deadlineIn(surveyDeadline));
        m_connecting.start();
    }
    m_refreshWanted = true;
    m_wake.notify();
}

static Phrase libvirtProblem(const HostSurvey &survey, WallTime now)
{
    if (!survey.libvirtSilent)
        return {};
    const Phrase &why = survey.libvirtSilent->silence.why;
    if (!survey.libvirtListed)
        return why;
    return PHRASE("app", "%1; its list of domains is %2 old")
        .arg(why)
        .arg(durationPhrase(secondsBetween(*survey.libvirtListed, now)));
}

void WatchedHost::take(const HostSurvey &survey)
{
    if (survey.silent) {
        m_entry.problem = survey.silent->silence.why;
        m_entry.link = link();
        return;
    }
    m_entry.link = HostEntry::Up;
    m_entry.problem = libvirtProblem(survey, m_session->asker()->now());
    m_entry.lastAnswer = m_session->asker()->now();
    QList<DomainEntry> domains = survey.entries;
    for (DomainEntry &domain : domains) {
        for (const DomainEntry &known : std::as_const(m_entry.domains)) {
            if (known.pid > 0 && known.pid == domain.pid && known.uuid == domain.uuid) {
                domain.verdict = known.verdict;
                domain.modifier = known.modifier;
                domain.judged = known.judged;
            }
        }
    }
    m_entry.domains = domains;
}

Task<> WatchedHost::waitForTurn(Deadline next)
{
    while (!m_refreshWanted && (m_paused || !next.hasExpired()))
        co_await m_wake.next(m_paused ? Deadline(Deadline::Forever) : next);
}

Task<> WatchedHost::watch()
{
    // Surveys that leave a libvirt alone which hung at the last one it was asked in.
    int rest = 0;
    for (int turn = 0, askAgain = 0;; ++turn) {
        const bool withLibvirt = turn >= askAgain;
        m_refreshWanted = false;
        const HostSurvey survey = co_await surveyHost(
            m_session->asker(), &m_facts, deadlineIn(surveyDeadline), withLibvirt);
        if (withLibvirt) {
            const bool hung
                = survey.libvirtSilent && survey.libvirtSilent->silence.kind == Silence::TimedOut;
            rest = hung ? std::min(longestRest, std::max(1, 2 * rest)) : 0;
            askAgain = turn + 1 + rest;
        }
        take(survey);
        Q_EMIT changed();
        if (m_session->recording())
            co_return;
        co_await waitForTurn(deadlineIn(survey.silent ? retryInterval : m_interval));
    }
}

void WatchedHost::noteVerdict(const Diagnosis &diagnosis, qint64 pid)
{
    for (DomainEntry &domain : m_entry.domains) {
        if (pid == 0 || domain.pid != pid)
            continue;
        domain.judged = diagnosis.staleSince.value_or(diagnosis.taken);
        domain.verdict = diagnosis.overall();
        domain.modifier = Modifier::None;
        for (const DiskDiagnosis &disk : diagnosis.disks) {
            if (disk.summary.verdict == diagnosis.overall() && domain.modifier == Modifier::None)
                domain.modifier = disk.summary.modifier;
        }
        if (!diagnosis.domainState.isEmpty())
            domain.runState = diagnosis.domainState;
    }
    if (!diagnosis.staleSince && diagnosis.rounds > 0)
        m_entry.lastAnswer = diagnosis.taken;
    Q_EMIT changed();
}

} // namespace plumbline
