// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "transport/prompter.h"

#include <QElapsedTimer>

namespace plumbline {

/// Asks on the controlling terminal, away from standard input and output, which may be pipes.
/// Without a terminal everything is declined.
class TerminalPrompter : public Prompter
{
public:
    Task<bool> acceptHostKey(HostKeyQuestion question) override;
    Task<std::optional<QString>> askSecret(SecretQuestion question) override;
    milliseconds timeAsked() const override;
    Phrase obstacle() const override { return m_obstacle; }

private:
    Task<std::optional<QString>> ask(QString prompt, bool echo);

    QElapsedTimer m_clock; ///< valid while a question is open; a login asks one after the other
    milliseconds m_taken{0};
    Phrase m_obstacle;
};

} // namespace plumbline
