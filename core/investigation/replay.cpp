// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "investigation/replay.h"

#include "base/turn.h"

namespace plumbline {

Task<Result<Diagnosis>> replay(
    Investigation *investigation, RecordedHost *host, int untilRound, QString disk)
{
    const int last = host->roundCount() - 1;
    if (untilRound > last) {
        co_return failure(
            PHRASE("investigation", "the recording has no such round: its last is %1").arg(last),
            QStringLiteral("--round %1").arg(untilRound));
    }
    const int focus = host->manifest().focus;
    const int until = untilRound >= 0 ? untilRound : focus >= 0 && focus <= last ? focus : last;
    host->setNextRound(0);
    investigation->setDiskFilter(disk);
    const Result<void> found = co_await investigation->discover(Deadline(Deadline::Forever));
    if (!found)
        co_return std::unexpected(found.error());
    // One turn for all rounds: each of many small ones would end before its own.
    Turn turn;
    while (host->nextRound() <= until) {
        if (turn.isOver())
            co_await turn.next();
        const int before = host->nextRound();
        co_await investigation->sample(Deadline(Deadline::Forever));
        if (host->nextRound() == before)
            break;
    }
    co_await investigation->takePicture(Deadline(Deadline::Forever));
    co_await investigation->readBlocks(Deadline(Deadline::Forever));
    co_await investigation->lookCloser(Deadline(Deadline::Forever));
    co_await investigation->lookAround(Deadline(Deadline::Forever));
    Diagnosis diagnosis = investigation->diagnosis();
    if (!disk.isEmpty() && diagnosis.disks.isEmpty())
        co_return failure(PHRASE("investigation", "the domain has no such disk"), disk);
    co_return diagnosis;
}

} // namespace plumbline
