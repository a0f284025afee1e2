// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <signal.h>
#include <termios.h>

namespace plumbline {

/// While it lives, a terminal does not show what is typed. It shows it again whatever ends first:
/// this object, or the program by a signal (^C at the prompt). One at a time.
class HiddenInput
{
public:
    /// What was typed before is forgotten. `terminal` stays open at least as long.
    explicit HiddenInput(int terminal);
    ~HiddenInput();
    HiddenInput(const HiddenInput &) = delete;
    HiddenInput &operator=(const HiddenInput &) = delete;

private:
    static constexpr std::array endings{SIGINT, SIGTERM, SIGHUP, SIGQUIT};
    std::array<struct sigaction, endings.size()> m_before{};
    bool m_hidden = false;
};

} // namespace plumbline
