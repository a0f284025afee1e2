// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rule.h"

#include "base/duration_phrase.h"
#include "rules/catalogue.h"

namespace plumbline {

// Stopped at both looks: strace and gdb stop a process for moments all the time.
static Verdict runs(const Twice<ProcessStatus> &twice)
{
    const Observed<ProcessStatus> &status = twice.last;
    const ProcessStatus &process = status.value;
    const EvidenceList evidence{
        cite(twice.first, twice.first.value.stateLine), cite(status, process.stateLine)};
    const QString state = QString::fromUtf8(process.stateText);
    const char before = twice.first.value.state;
    const bool stoppedBefore = (before == 'T' || before == 't') && twice.seconds() >= stallSeconds;
    switch (process.state) {
    case 'T':
    case 't':
        if (!stoppedBefore)
            return unknown(
                PHRASE("rules",
                    "the QEMU process is stopped, but was not seen to be for long: look again"))
                .citing(evidence);
        return stalled(
            PHRASE("rules", "the QEMU process does not run, its state is %1: nothing in it moves")
                .arg(state))
            .citing(evidence);
    case 'Z':
    case 'X':
        return stalled(PHRASE("rules", "the QEMU process is dead, its state is %1").arg(state))
            .citing(evidence);
    default:
        return unknown(PHRASE("rules", "the QEMU process is there, its state is %1").arg(state))
            .citing(evidence);
    }
}

static std::optional<Verdict> process(const DiskContext &context, const Layer &)
{
    const auto queue = queueMovement(context.plan, context.disk, context.facts);
    if (queue && queue->completed > 0)
        return std::nullopt;
    const Verdict verdict = judge(runs, context.facts.twice(processStatus, context.plan.subject()));
    if (verdict.state == State::Stalled)
        return verdict;
    return std::nullopt;
}

const Rule deviceProcessRuns{
    LayerKind::Device, "device.process-runs", "Does the QEMU process run?", process};

// RunState of qapi/run-state.json, where the word alone says too little.
static Phrase runStatePhrase(const QByteArray &status)
{
    if (status == "postmigrate")
        return PHRASE("rules",
            "the machine was migrated away (postmigrate): it goes on elsewhere, here it stays "
            "paused");
    if (status == "finish-migrate")
        return PHRASE("rules",
            "paused for the last part of a migration (finish-migrate): it goes on at the other "
            "end");
    if (status == "inmigrate")
        return PHRASE("rules", "waits for a migration to come in (inmigrate)");
    return PHRASE("rules", "the machine does not run: QEMU says %1").arg(QString::fromUtf8(status));
}

static Verdict vmState(const Observed<VmStatus> &status)
{
    if (status.value.running)
        return unknown(PHRASE("rules", "QEMU says running")).citing({cite(status)});
    if (status.value.status == "io-error") {
        return unknown(
            PHRASE("rules",
                "QEMU paused the machine at an I/O error (its policy is to stop, not to report): "
                "the guest waits without an error until it is resumed"))
            .as(Modifier::Paused)
            .citing({cite(status, status.value.line)});
    }
    return unknown(runStatePhrase(status.value.status))
        .as(Modifier::Paused)
        .citing({cite(status, status.value.line)});
}

static std::optional<Verdict> paused(const DiskContext &context, const Layer &)
{
    const Verdict verdict = judge(vmState, context.facts.last(qemuStatus, context.plan.subject()));
    if (verdict.modifier == Modifier::Paused)
        return verdict;
    return std::nullopt;
}

const Rule devicePaused{
    LayerKind::Device, "device.paused", "Did somebody stop the machine?", paused};

static Verdict returnsRequests(const QueueMovement &queue)
{
    if (queue.stuck > 0 && queue.seconds >= stallSeconds) {
        return stalled(PHRASE_N("rules", "%n request(s) went into QEMU, none came back in %1")
                           .arg(durationPhrase(queue.seconds))
                           .count(queue.stuck))
            .citing(queue.evidence);
    }
    if (queue.isFlowing())
        return healthy(completedPhrase(queue.completed, queue.seconds)).citing(queue.evidence);
    return unknown(PHRASE("rules", "nothing went in and nothing came out in %1")
                       .arg(durationPhrase(queue.seconds)))
        .as(queue.inFlight > 0 ? Modifier::None : Modifier::Idle)
        .citing(queue.evidence);
}

static std::optional<Verdict> emulation(const DiskContext &context, const Layer &)
{
    if (isBroken(context))
        return unknown(PHRASE("rules", "the device is broken and looks at no queue any more"));
    return judgeQueue(returnsRequests, context);
}

const Rule deviceReturns{
    LayerKind::Device, "device.returns", "Does the device return what it took?", emulation};

} // namespace plumbline
