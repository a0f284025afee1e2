// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "watched_domain.h"

#include "investigation/replay.h"

namespace plumbline {

static constexpr milliseconds discoveryDeadline{15000};
static constexpr milliseconds sampleDeadline{3300};
static constexpr milliseconds pictureDeadline{2000};
// Two minutes: a picture costs QEMU's main loop some milliseconds, and the link its bytes.
static constexpr int roundsBetweenPictures = 24;
// The second look comes soon: one look proves nothing.
static constexpr milliseconds secondLook{2200};

WatchedDomain::WatchedDomain(HostSession *session, Target target, QObject *parent)
    : QObject(parent), m_session(session), m_target(std::move(target))
{
}

void WatchedDomain::start()
{
    if (RecordedHost *recording = m_session->recording()) {
        const int focus = recording->manifest().focus;
        showMoment((focus < 0 ? recording->roundCount() - 1 : focus) - 1);
        return;
    }
    m_work = watch();
    m_work.start();
}

int WatchedDomain::momentCount() const
{
    // The first round of a recording is the survey of the host.
    return m_session->recording() ? m_session->recording()->roundCount() - 1 : 0;
}

void WatchedDomain::refreshNow()
{
    m_refreshWanted = true;
    m_wake.notify();
}

void WatchedDomain::readBlocks()
{
    m_readWanted = true;
    refreshNow();
}

void WatchedDomain::setPaused(bool paused)
{
    m_paused = paused;
    if (!paused)
        m_wake.notify();
}

void WatchedDomain::setQuiet(bool quiet)
{
    m_quiet = quiet;
    if (!quiet)
        m_wake.notify();
}

// Every look is remembered, also those of a recording on the way to its moment.
void WatchedDomain::begin()
{
    m_investigation = std::make_unique<Investigation>(m_session->asker(), m_target);
    connect(m_investigation.get(), &Investigation::changed, this,
        [this](const Diagnosis &diagnosis) { m_history->add(diagnosis); });
}

void WatchedDomain::tell(const Diagnosis &diagnosis)
{
    m_last = diagnosis;
    Q_EMIT changed(diagnosis);
}

QByteArray WatchedDomain::serialLog() const
{
    return m_investigation ? m_investigation->serialLog() : QByteArray();
}

QByteArray WatchedDomain::consoleText() const
{
    return m_investigation ? m_investigation->consoleText() : QByteArray();
}

void WatchedDomain::showMoment(int moment)
{
    if (!m_session->recording() || momentCount() < 1)
        return;
    m_moment = std::clamp(moment, 0, momentCount() - 1);
    m_work = replayTo(m_moment);
    m_work.start();
}

Task<> WatchedDomain::replayTo(int moment)
{
    m_history = std::make_shared<History>();
    begin();
    const Result<Diagnosis> diagnosis
        = co_await replay(m_investigation.get(), m_session->recording(), moment + 1, QString());
    if (diagnosis)
        tell(*diagnosis);
    else
        Q_EMIT failed(diagnosis.error());
}

Task<> WatchedDomain::watch()
{
    // Until the host answers it is asked again; what it says then decides. A domain that was
    // started anew has another process: its path is laid out anew.
    for (;;) {
        m_refreshWanted = false;
        QElapsedTimer begun;
        begun.start();
        begin();
        const Result<void> found
            = co_await m_investigation->discover(deadlineIn(discoveryDeadline));
        if (!found) {
            Q_EMIT failed(found.error());
            co_return;
        }
        if (m_investigation->survey().silent) {
            tell(m_investigation->diagnosis());
            co_await waitForTurn(begun, std::nullopt);
            continue;
        }
        co_await sampleUntilGone();
    }
}

Task<> WatchedDomain::sampleUntilGone()
{
    for (int round = 0; !m_investigation->isProcessGone(); ++round) {
        const bool isFirst = round == 0;
        QElapsedTimer begun;
        begun.start();
        m_refreshWanted = false;
        co_await m_investigation->sample(deadlineIn(sampleDeadline));
        tell(m_investigation->diagnosis());
        co_await experiment(round);
        co_await waitForTurn(begun, isFirst ? std::optional(secondLook) : std::nullopt);
    }
}

// What is not asked in every round: a picture for who looks, and what was wished for.
Task<> WatchedDomain::experiment(int round)
{
    bool asked = false;
    if (std::exchange(m_readWanted, false))
        asked = co_await m_investigation->readBlocks(deadlineIn(sampleDeadline));
    if (!m_quiet && round % roundsBetweenPictures == 1)
        asked = co_await m_investigation->takePicture(deadlineIn(pictureDeadline)) || asked;
    if (asked)
        tell(m_investigation->diagnosis());
}

// How long depends on who looks, which may change meanwhile.
Task<> WatchedDomain::waitForTurn(QElapsedTimer begun, std::optional<milliseconds> soon)
{
    const auto next = [&] {
        const milliseconds whole = soon.value_or(m_quiet ? quietInterval : interval);
        return deadlineIn(std::max(milliseconds(0), whole - milliseconds(begun.elapsed())));
    };
    while (!m_refreshWanted && (m_paused || !next().hasExpired()))
        co_await m_wake.next(m_paused ? Deadline(Deadline::Forever) : next());
}

} // namespace plumbline
