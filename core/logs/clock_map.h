// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/log_line.h"
#include "logs/written_time.h"

#include <optional>
#include <vector>

namespace plumbline {

/// When the guest's time was zero, for each boot that a log holds: what makes wall time of guest
/// time. Known where a line has both, or where the kernel says to what it sets its clock.
class ClockMap
{
public:
    enum class Source : quint8 {
        None,
        Prefix, ///< a log daemon's time beside the kernel's
        Rtc, ///< the machine's clock, which has whole seconds and may itself be wrong
    };
    struct BootTime
    {
        qint64 line = 1; ///< the first line that counts to this boot
        Source source = Source::None;
        qint64 sourceLine = 0;
        /// Its time is the middle of where it may lie, resolution/2 to both sides.
        WrittenTime zero;

        double error() const { return zero.resolution / 2; } ///< s
    };

    /// From this line on guest time counts anew.
    void beginBoot(qint64 line);
    /// A line may tell when its boot was; `isClock`: it says to what the clock is set.
    void look(qint64 line, const LogLine &logged, bool isClock);

    /// In the order of their lines; one at least.
    const std::vector<BootTime> &boots() const { return m_boots; }
    /// The moment of a guest time on a line; nullopt where that boot's is not known.
    std::optional<WrittenTime> timeOf(qint64 line, double guestTime) const;

private:
    void lookAtPrefix(qint64 line, const LogLine &logged);
    void lookAtRtc(qint64 line, const LogLine &logged);

    std::vector<BootTime> m_boots{BootTime{}};
};

} // namespace plumbline
