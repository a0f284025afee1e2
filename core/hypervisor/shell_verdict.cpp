// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hypervisor/shell_verdict.h"

#include "base/duration_phrase.h"

#include <cmath>

namespace plumbline {

// Exit statuses of timeout(1) and the shell.
static constexpr int exitTimedOut = 124;
static constexpr int exitNotExecutable = 126;
static constexpr int exitNotFound = 127;
static constexpr int exitKilled = 137;

static Phrase firstLine(const QByteArray &bytes)
{
    const QString line = QString::fromUtf8(bytes.first(std::min<qsizetype>(bytes.size(), 2000)))
                             .trimmed()
                             .section(u'\n', 0, 0);
    return Phrase::verbatim(line.left(300));
}

// virsh says what it could not do first and why last: "failed to connect to the hypervisor", then
// "Failed to connect socket to '/run/libvirt/libvirt-sock': Permission denied".
static Phrase virshError(const QByteArray &bytes)
{
    QStringList errors;
    for (const QByteArray &line : bytes.left(2000).split('\n')) {
        if (line.startsWith("error: "))
            errors.append(QString::fromUtf8(line.sliced(7)).trimmed());
    }
    return Phrase::verbatim(errors.join(u": ").left(300));
}

// What would have let it be answered, in the words of docs/rights.md.
static Phrase withRemedy(const Phrase &words, const QByteArray &err, bool virsh)
{
    const auto says = [&err](const char *part) { return err.contains(part); };
    if (virsh
        && (says("read only access") || says("ermission denied") || says("polkit")
            || says("authentication unavailable") || says("access denied"))) {
        return PHRASE("host", "%1 (membership in the host's group libvirt would allow it)")
            .arg(words);
    }
    if (!virsh && says("sudo: "))
        return PHRASE("host", "%1 (a rule for sudo would allow it)").arg(words);
    if (!virsh
        && (says("ermission denied") || says("not permitted") || says("must be root")
            || says("root privileges")))
        return PHRASE("host", "%1 (root, or sudo, would be let)").arg(words);
    return words;
}

static Silence timedOut(double seconds)
{
    return {Silence::TimedOut, PHRASE("host", "no answer within %1").arg(durationPhrase(seconds))};
}

static Silence withheld(const FramedAnswer &answer)
{
    if (answer.hangingPid && answer.hangingSeconds == 0) {
        return {Silence::NotAsked,
            PHRASE("host", "not started: another diagnosis (pid %1) asks the same just now")
                .arg(answer.hangingPid)};
    }
    if (answer.hangingPid) {
        return {Silence::TimedOut,
            PHRASE("host", "not started again: our earlier one (pid %1) still hangs after %2")
                .arg(answer.hangingPid)
                .arg(durationPhrase(double(answer.hangingSeconds)))};
    }
    if (answer.out.isEmpty()) {
        return {Silence::TimedOut,
            PHRASE("host",
                "not sent: libvirt did not say within its time whether the monitor is free")};
    }
    if (answer.out.startsWith("error: "))
        return {Silence::Refused, withRemedy(virshError(answer.out), answer.out, true)};
    return {Silence::NotAsked,
        PHRASE("host", "not sent: the monitor is not free (virsh domcontrol: %1)")
            .arg(firstLine(answer.out))};
}

static std::optional<Silence> silenceOf(
    const Observation &observation, const FramedAnswer &answer, const Question &question)
{
    if (answer.progress == FramedAnswer::Withheld)
        return withheld(answer);
    if (answer.progress != FramedAnswer::Ended)
        return timedOut(observation.duration);
    const int code = answer.exitCode.value_or(exitTimedOut);
    if (code == 0)
        return std::nullopt;
    if (answer.truncated)
        return Silence{Silence::Unreadable, PHRASE("probes", "the answer was longer than we keep")};
    if (code == exitTimedOut || code == exitKilled)
        return timedOut(std::chrono::duration<double>(question.limit).count());
    if (code == exitNotFound || code == exitNotExecutable) {
        return Silence{Silence::Refused,
            PHRASE("host", "not installed on the host: %1").arg(firstLine(answer.err))};
    }
    if (answer.err.trimmed().isEmpty())
        return Silence{Silence::Refused, PHRASE("host", "exit status %1").arg(code)};
    if (answer.err.startsWith("error: "))
        return Silence{Silence::Refused, withRemedy(virshError(answer.err), answer.err, true)};
    return Silence{Silence::Refused, withRemedy(firstLine(answer.err), answer.err, false)};
}

void settle(Observation &observation, const FramedAnswer &answer, const Question &question,
    double secondsWaited)
{
    observation.out = answer.progress == FramedAnswer::Withheld ? QByteArray() : answer.out;
    observation.err = answer.err;
    observation.exitCode = answer.exitCode;
    observation.truncated = answer.truncated;
    // The host's own clock, unless it claims what cannot be.
    const double took = answer.end - answer.begin;
    const bool timed = answer.progress == FramedAnswer::Ended && took >= 0 && std::isfinite(took);
    observation.duration = timed ? took : secondsWaited;
    observation.silence = silenceOf(observation, answer, question);
}

} // namespace plumbline
