// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "investigation/investigation.h"

#include "investigation/add_facts.h"
#include "path/picture_plan.h"
#include "path/queue_plan.h"
#include "path/read_plan.h"
#include "path/round_plan.h"
#include "probes/catalogue.h"

#include <algorithm>

namespace plumbline {

Investigation::Investigation(Asker *asker, Target target)
    : m_asker(asker), m_target(std::move(target))
{
}

// A round is some seconds: a minute's rest at first, half an hour's at last.
static constexpr int shortestRest = 12;
static constexpr int longestRest = 360;

static bool runsUnseen(const HostSurvey &survey, const QString &domain)
{
    return std::any_of(
        survey.entries.begin(), survey.entries.end(), [&domain](const DomainEntry &entry) {
            return (entry.name == domain || entry.uuid == domain) && entry.pid == 0
                && entry.runState == QLatin1String("running");
        });
}

Task<Result<void>> Investigation::discover(Deadline deadline)
{
    m_survey = co_await surveyHost(m_asker, &m_facts, deadline);
    if (m_survey.silent) {
        m_diagnosis = nothingKnown(*m_survey.silent);
        co_return Result<void>();
    }
    const QByteArray wanted = m_target.domain.toUtf8();
    QList<const DomainPlan *> found = m_survey.find(wanted);
    if (wanted.isEmpty() && m_survey.running.size() == 1)
        found = {&m_survey.running.first()};
    if (found.size() > 1) {
        QStringList pids;
        for (const DomainPlan *plan : std::as_const(found))
            pids.append(QString::number(plan->pid));
        co_return failure(
            PHRASE("investigation", "several domains have this name; say which by pid: %1")
                .arg(pids.join(QStringLiteral(", "))),
            m_target.domain.left(200));
    }
    if (found.isEmpty()) {
        if (runsUnseen(m_survey, m_target.domain)) {
            m_survey.silent = SilentFact{{Silence::Refused,
                                             PHRASE("investigation",
                                                 "libvirt says that it runs, but its QEMU process "
                                                 "cannot be seen or did not let its "
                                                 "command line be read")},
                0};
            m_diagnosis = nothingKnown(*m_survey.silent);
            co_return Result<void>();
        }
        QStringList names;
        for (const DomainEntry &entry : std::as_const(m_survey.entries))
            names.append(entry.name.left(60) + QStringLiteral(" (") + entry.runState + u')');
        co_return failure(names.isEmpty()
                ? PHRASE("investigation", "no domain runs on this host")
                : PHRASE("investigation", "no such domain runs here; there are: %1")
                      .arg(names.join(QStringLiteral(", "))),
            m_target.domain.left(200));
    }
    m_plan = *found.first();
    co_await learnDevices(deadline);
    m_diagnosis = judge();
    co_return Result<void>();
}

// Which rings there are and where they lie must be known before they can be read, and a device
// without an id has a QOM path that only QEMU can tell: asked at once, so that the first look
// already sees all. Libvirt gives ids to all devices.
Task<bool> Investigation::learnDevices(Deadline deadline)
{
    if (!m_plan->hasMonitor())
        co_return false;
    const bool needsPaths
        = std::any_of(m_plan->disks.begin(), m_plan->disks.end(), [](const DiskPlan &disk) {
              return disk.bus == DiskPlan::VirtioBlk && disk.qomPath.isEmpty();
          });
    // First of all, what may be asked of this QEMU. A recording survives everything.
    m_plan->virtioStatusIsSafe = !m_asker->isLive();
    QList<Planned> first{{&qemuVersion, m_plan->subject()}};
    // And whether a device is another's now, under a name that was known: libvirt tells.
    if (m_plan->isLibvirt() && m_asker->isLive())
        first.append({&libvirtDomainXml, m_plan->subject()});
    if (needsPaths && !m_plan->isLibvirt())
        first.append({&qemuBlockstats, m_plan->subject()});
    co_await askMore(first, deadline);
    learn();
    const bool isDescribed = !m_plan->isLibvirt() || !m_asker->isLive()
        || facts().lastKnown(libvirtDomainXml, m_plan->subject());
    if (isDescribed)
        co_await askMore(planQueues(*m_plan, m_facts, 0), deadline);
    learn();
    co_return true;
}

Task<bool> Investigation::askMore(QList<Planned> plan, Deadline deadline)
{
    QList<Question> questions;
    for (const Planned &item : std::as_const(plan))
        questions.append(item.probe->ask(item.subject));
    QList<Observation> answers = co_await m_asker->askMore(questions, deadline);
    for (qsizetype i = answers.size() - 1; i >= 0; --i) {
        // A recording without it has nothing to add.
        const auto &silence = answers.at(i).silence;
        if (silence && silence->kind == Silence::NotAsked) {
            answers.removeAt(i);
            plan.removeAt(i);
        }
    }
    co_await addFacts(&m_facts, plan, answers);
    co_return true;
}

void Investigation::learn()
{
    if (const auto xml = m_facts.lastKnown(libvirtDomainXml, m_plan->subject()))
        refinePlan(*m_plan, xml->value);
    if (const auto version = m_facts.lastKnown(qemuVersion, m_plan->subject()))
        refinePlan(*m_plan, version->value);
    if (const auto stats = m_facts.lastKnown(qemuBlockstats, m_plan->subject()))
        refinePlan(*m_plan, stats->value);
    for (DiskPlan &disk : m_plan->disks) {
        if (const auto status = m_facts.lastKnown(qemuVirtioStatus, m_plan->deviceSubject(disk)))
            refinePlan(disk, status->value);
    }
}

Task<bool> Investigation::sample(Deadline deadline)
{
    if (!m_plan)
        co_return false;
    QList<Planned> plan = planRound(*m_plan, m_facts, m_round);
    if (m_libvirtRest == 0)
        plan += m_neighbours.plan(m_facts, plan);
    // What people had kept; live the same is in /proc/diskstats.
    if (!m_asker->isLive())
        plan.append({&hostIostat, m_plan->subject()});
    QList<Planned> spared;
    if (letLibvirtRest()) {
        const auto needsLibvirt = [this](const Planned &item) {
            // When its rest is over libvirt is asked one thing, and the others once that is
            // answered.
            return std::holds_alternative<VirshCommand>(item.probe->ask(item.subject).ask)
                && (m_round < m_libvirtRound || item.probe != &libvirtDomainControl);
        };
        std::copy_if(plan.begin(), plan.end(), std::back_inserter(spared), needsLibvirt);
        plan.removeIf(needsLibvirt);
    }
    QList<Question> questions;
    for (const Planned &item : std::as_const(plan))
        questions.append(item.probe->ask(item.subject));
    const QList<Observation> answers = co_await m_asker->ask(questions, deadline);
    bool reached = false;
    for (qsizetype i = 0; i < answers.size(); ++i) {
        const auto &silence = answers.at(i).silence;
        reached = reached || !silence
            || (silence->kind != Silence::Unreachable && silence->kind != Silence::TimedOut
                && silence->kind != Silence::NotAsked);
    }
    if (!reached && m_round > 0) {
        // A dead link makes old facts stale, not wrong: they stay, with their age.
        if (!m_staleSince)
            m_staleSince = m_diagnosis.taken;
        m_diagnosis.staleSince = m_staleSince;
        Q_EMIT changed(m_diagnosis);
        co_return false;
    }
    m_staleSince.reset();
    co_await addFacts(&m_facts, plan, answers);
    for (const Planned &item : std::as_const(spared)) {
        // Not asking is an answer too: an older fact must not pass for a new one.
        Observation observation;
        observation.host = m_asker->name();
        const Question question = item.probe->ask(item.subject);
        observation.question = question.key;
        observation.command = commandLine(question);
        observation.started = m_asker->now();
        observation.silence = Silence{Silence::NotAsked,
            PHRASE("investigation", "libvirt hung lately and is left alone for a while")};
        m_facts.add(*item.probe, observation);
    }
    ++m_round;
    if (const auto other = replaced()) {
        m_diagnosis = nothingKnown(*other);
    } else {
        learn();
        m_diagnosis = judge();
    }
    Q_EMIT changed(m_diagnosis);
    co_return reached;
}

// Nothing is added to what a dead link left: it would pass for new.
bool Investigation::canAskMore() const
{
    return m_plan && !m_staleSince;
}

void Investigation::judgeAnew()
{
    m_diagnosis = judge();
    Q_EMIT changed(m_diagnosis);
}

Task<bool> Investigation::lookCloser(Deadline deadline)
{
    // Rings, the tables they lead to, the headers those lead to.
    static constexpr int steps = 3;
    bool looked = false;
    for (int step = 0; canAskMore() && step < steps && !deadline.hasExpired(); ++step) {
        QList<Planned> more;
        for (const DiskPlan &disk : std::as_const(m_plan->disks))
            more += planStuck(*m_plan, disk, m_facts);
        if (more.isEmpty())
            break;
        co_await askMore(more, deadline);
        looked = true;
    }
    if (looked)
        judgeAnew();
    co_return looked;
}

QByteArray Investigation::serialLog() const
{
    return m_plan ? readableSerialLog(*m_plan, m_facts) : QByteArray();
}

QByteArray Investigation::consoleText() const
{
    if (!m_plan)
        return {};
    const auto tail = m_facts.lastKnown(consoleTail, m_plan->pathSubject(m_plan->serialLog));
    return tail ? tail->value.tail : QByteArray();
}

Task<bool> Investigation::takePicture(Deadline deadline)
{
    const ProbeBase *asked = nullptr;
    if (m_plan && m_plan->isLibvirt() && (m_libvirtRest > 0 || !isPictureSafe(*m_plan, m_facts)))
        co_return false;
    while (canAskMore() && !deadline.hasExpired()) {
        const QList<Planned> next = planPicture(*m_plan, m_facts, asked);
        if (next.isEmpty())
            break;
        asked = next.first().probe;
        co_await askMore(next, deadline);
    }
    if (asked)
        judgeAnew();
    co_return asked != nullptr;
}

Task<bool> Investigation::readBlocks(Deadline deadline)
{
    const QList<Planned> reads = canAskMore() ? planReads(*m_plan, m_facts) : QList<Planned>();
    if (reads.isEmpty())
        co_return false;
    co_await askMore(reads, deadline);
    judgeAnew();
    co_return true;
}

Task<bool> Investigation::lookAround(Deadline deadline)
{
    if (!canAskMore() || m_neighbours.isEmpty() || m_libvirtRest > 0)
        co_return false;
    co_await askMore(m_neighbours.plan(m_facts, {}), deadline);
    judgeAnew();
    co_return true;
}

// A virsh that is killed leaves libvirtd's worker thread waiting for the domain; it has twenty.
bool Investigation::letLibvirtRest()
{
    if (!m_plan->isLibvirt() || m_round == 0)
        return false;
    const auto control = m_facts.last(libvirtDomainControl, m_plan->subject());
    if (control || control.error().silence.kind == Silence::Refused) {
        m_libvirtRest = 0;
        return false;
    }
    if (control.error().silence.kind == Silence::TimedOut) {
        m_libvirtRest
            = m_libvirtRest == 0 ? shortestRest : std::min(longestRest, 2 * m_libvirtRest);
        m_libvirtRound = m_round + m_libvirtRest;
    }
    return m_libvirtRest > 0;
}

// Counters of two processes have nothing to do with each other.
std::optional<SilentFact> Investigation::replaced() const
{
    const auto start = m_facts.last(processStart, m_plan->subject());
    if (!start || m_plan->startTicks == 0 || start->value.startTicks == m_plan->startTicks)
        return std::nullopt;
    return SilentFact{
        {Silence::Refused,
            PHRASE("investigation",
                "its QEMU process has ended; the number %1 is another process's by now")
                .arg(m_plan->pid)},
        start->observation};
}

bool Investigation::isProcessGone() const
{
    if (!m_plan || m_round == 0)
        return false;
    if (replaced())
        return true;
    const auto status = m_facts.last(processStatus, m_plan->subject());
    if (!status) {
        // Only a missing /proc folder says so: a refusal for want of rights is no news of the
        // process.
        const auto asked = m_facts.observations().constFind(status.error().observation);
        return asked != m_facts.observations().constEnd() && asked->err.contains("No such");
    }
    const QByteArray &name = status->value.name;
    return !name.startsWith("qemu-") && !name.startsWith("kvm");
}

Diagnosis Investigation::diagnosis() const
{
    return m_diagnosis;
}

} // namespace plumbline
