// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "investigation/diagnose.h"

#include <algorithm>

namespace plumbline {

// A sample may take this long on a host where everything hangs: the limits of its commands (2 s), a
// second until they are killed, and the way.
static constexpr milliseconds sampleTime{3300};
// What the look at stuck requests may add.
static constexpr milliseconds closerTime{2000};
// Between two looks at them: a little more than a stall takes (stallSeconds).
static constexpr milliseconds aroundPause{2200};
// What a host may take to say what runs there.
static constexpr milliseconds discoveryTime{4000};

// Disks of other domains on a stalled layer: what they are, what is in them, and the same once more
// when a stall would show. Left out where the time does not suffice: their state is unknown then.
static Task<bool> lookAround(Investigation *investigation, Deadline whole)
{
    for (const milliseconds pause :
        {milliseconds(0), milliseconds(0), aroundPause, milliseconds(0)}) {
        const milliseconds left{whole.remainingTime()};
        if (left < pause + closerTime
            || !co_await investigation->lookAround(earlier(whole, deadlineIn(closerTime))))
            co_return false;
        co_await sleepFor(pause);
    }
    co_return true;
}

Task<Result<Diagnosis>> diagnose(Investigation *investigation, DiagnoseOptions options)
{
    const Deadline whole = deadlineIn(options.deadline);
    investigation->setDiskFilter(options.disk);
    const Result<void> found
        = co_await investigation->discover(earlier(whole, deadlineIn(discoveryTime)));
    if (!found)
        co_return std::unexpected(found.error());
    bool pictured = false;
    for (int i = 0; i < options.samples && !investigation->survey().silent; ++i) {
        const Deadline next = deadlineIn(options.interval);
        co_await investigation->sample(earlier(whole, deadlineIn(sampleTime)));
        if (i + 1 == options.samples)
            break;
        // In the time that passes between two samples anyway.
        if (i == 0)
            pictured = co_await investigation->takePicture(earlier(whole, next));
        if (i == 0 && options.readBlocks)
            co_await investigation->readBlocks(earlier(whole, next));
        const milliseconds left{whole.remainingTime()};
        const milliseconds latest = left - sampleTime * (options.samples - 1 - i);
        const milliseconds pause = std::min(milliseconds(next.remainingTime()), latest);
        co_await sleepFor(std::max(pause, milliseconds(0)));
    }
    // Where it was not safe at the first look it may be now.
    if (options.samples > 1 && !pictured)
        co_await investigation->takePicture(earlier(whole, deadlineIn(closerTime)));
    co_await investigation->lookCloser(earlier(whole, deadlineIn(closerTime)));
    co_await lookAround(investigation, whole);
    Diagnosis diagnosis = investigation->diagnosis();
    if (!options.disk.isEmpty() && diagnosis.disks.isEmpty())
        co_return failure(PHRASE("investigation", "the domain has no such disk"), options.disk);
    co_return diagnosis;
}

} // namespace plumbline
