// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <array>
#include <vector>

namespace plumbline {

/// Watches the kernel's time stamps at the starts of lines, "[  123.456789] …", for time that goes
/// back by more than a second. Stamps behind what a log daemon writes are not looked at.
class GuestTimeWatch
{
public:
    struct Step
    {
        qsizetype at = 0; ///< start of the line in the text given
        double before = 0; ///< s since boot
        double after = 0;
    };

    /// Whole lines that follow those of the last call. Where two writers with clocks of their own
    /// take turns, one step in 1000 stamps is told.
    std::vector<Step> look(QByteArrayView lines);

private:
    void lookAt(QByteArrayView lines, qsizetype start);
    void lookBehindEnds(QByteArrayView lines);
    void lookWide(QByteArrayView lines);
    void lookSlowly(QByteArrayView lines, qsizetype start, qsizetype digits);

    std::vector<Step> m_steps;
    std::array<char, 24> m_last{}; ///< the start of the line with the latest stamp
    qsizetype m_lastDigits = 0; ///< before its point; 0 when there was none
    qint64 m_stampsSinceStep = 1'000'000;
};

} // namespace plumbline
