// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/prompter.h"

namespace plumbline {

/// Asks on the controlling terminal, away from standard input and output, which may be pipes.
/// Without a terminal everything is declined.
class TerminalPrompter : public Prompter
{
public:
    Task<bool> acceptHostKey(HostKeyQuestion question) override;
    Task<std::optional<QString>> askSecret(SecretQuestion question) override;
    bool isAsking() const override { return m_open > 0; }
    bool hasAsked() const override { return m_asked; }

private:
    Task<std::optional<QString>> ask(QString prompt, bool echo);

    int m_open = 0;
    bool m_asked = false;
};

} // namespace plumbline
