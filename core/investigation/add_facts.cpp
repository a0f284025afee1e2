// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "investigation/add_facts.h"

#include "base/turn.h"

namespace plumbline {

// The slowest reader takes some milliseconds for so much.
static constexpr qsizetype longAnswer = 64 * 1024;

/// std::any alone compares with everything, QFuture's insides and std::expected's included.
struct Reading
{
    std::any fact;
    std::optional<Error> unreadable;
};

static Reading read(const ProbeBase *probe, const QByteArray &text)
{
    const Result<std::any> fact = probe->readAny(text);
    return fact ? Reading{*fact, {}} : Reading{{}, fact.error()};
}

Task<void> addFacts(FactStore *facts, QList<Planned> plan, QList<Observation> answers)
{
    Turn turn;
    for (qsizetype i = 0; i < answers.size(); ++i) {
        if (turn.isOver())
            co_await turn.next();
        const ProbeBase *probe = plan.at(i).probe;
        const Observation &answer = answers.at(i);
        if (answer.silence || answer.out.size() < longAnswer) {
            facts->add(*probe, answer);
            continue;
        }
        const Reading reading
            = co_await onWorker([probe, text = answer.out] { return read(probe, text); });
        facts->add(answer, reading.fact, reading.unreadable);
    }
    // What is made of them has a turn of its own.
    if (turn.isOver())
        co_await turn.next();
}

} // namespace plumbline
