// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "investigation/add_facts.h"

#include "base/turn.h"

namespace plumbline {

// The slowest reader takes some milliseconds for so much.
static constexpr qsizetype longAnswer = 64 * 1024;

/// std::any alone compares with everything, QFuture's insides included.
struct Reading
{
    Result<std::any> fact;
};

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
        Reading reading = co_await onWorker(
            [probe, text = answer.out] { return Reading{probe->readAny(text)}; });
        facts->add(answer, std::move(reading.fact));
    }
    // What is made of them has a turn of its own.
    if (turn.isOver())
        co_await turn.next();
}

} // namespace plumbline
