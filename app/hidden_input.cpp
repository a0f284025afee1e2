// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hidden_input.h"

#include <atomic>

#include <unistd.h>

namespace plumbline {

// For the handler, which has no object.
static termios visible;
static std::atomic_int hiddenTerminal{-1};
static_assert(std::atomic_int::is_always_lock_free);

// Only calls that are safe in a handler. What is half typed must not get to the shell, which would
// show it. In the background the terminal is not ours to set any more.
static void showAgain()
{
    const int terminal = hiddenTerminal.exchange(-1);
    if (terminal < 0 || ::tcgetpgrp(terminal) != ::getpgrp())
        return;
    ::tcflush(terminal, TCIFLUSH);
    ::tcsetattr(terminal, TCSANOW, &visible);
    [[maybe_unused]] const ssize_t written = ::write(terminal, "\n", 1);
}

// SA_RESETHAND has put back the default, which the signal finds when the handler returns.
static void showAgainAndEnd(int number)
{
    showAgain();
    ::raise(number);
}

HiddenInput::HiddenInput(int terminal)
{
    if (::tcgetattr(terminal, &visible) != 0)
        return;
    m_hidden = true;
    hiddenTerminal = terminal;
    struct sigaction action{};
    action.sa_handler = showAgainAndEnd;
    action.sa_flags = int(SA_RESETHAND);
    for (size_t i = 0; i < endings.size(); ++i) {
        ::sigaction(endings[i], nullptr, &m_before[i]);
        if (m_before[i].sa_handler == SIG_DFL) // nohup: what is ignored stays so
            ::sigaction(endings[i], &action, nullptr);
    }
    termios silent = visible;
    silent.c_lflag &= ~tcflag_t(ECHO);
    // A shell that takes over for a while would give the terminal back with echo.
    silent.c_cc[VSUSP] = _POSIX_VDISABLE;
    ::tcsetattr(terminal, TCSAFLUSH, &silent);
}

HiddenInput::~HiddenInput()
{
    if (!m_hidden)
        return;
    showAgain();
    for (size_t i = 0; i < endings.size(); ++i)
        ::sigaction(endings[i], &m_before[i], nullptr);
}

} // namespace plumbline
