// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/phrase.h"
#include "base/task.h"

#include <QString>

#include <chrono>
#include <optional>

namespace plumbline {

/// Asks the human in front. The command line asks on the terminal, the window in a sheet.
/// Cancelling the Task withdraws the question.
class Prompter
{
public:
    virtual ~Prompter() = default;

    struct HostKeyQuestion
    {
        QString host; ///< as in known_hosts: "kvm-07" or "[kvm-07]:2222"
        QString keyType; ///< "ssh-ed25519"
        QString fingerprint; ///< "SHA256:…"
    };
    /// An unknown host key: true only for an explicit yes.
    virtual Task<bool> acceptHostKey(HostKeyQuestion question) = 0;

    struct SecretQuestion
    {
        QString title; ///< whose: "user@host", or the path of a key
        QString prompt; ///< as the server or the key says: "Password:", "Passphrase"
        bool echo = false;
    };
    /// nullopt when the human declines.
    virtual Task<std::optional<QString>> askSecret(SecretQuestion question) = 0;

    struct ChangedHostKey
    {
        QString host; ///< as in known_hosts
        QString known; ///< fingerprints of that type that are known, with commas between
        QString shown; ///< fingerprint of the key that it shows now
    };
    /// A known host shows another key than before: nothing to agree to, the link stays refused.
    virtual void tellChangedHostKey(const ChangedHostKey &) { }

    /// How long the human has been asked so far, the question that is open included.
    virtual std::chrono::milliseconds timeAsked() const { return {}; }
    /// Why nobody can be asked; empty when somebody can, or nothing had to be asked yet.
    virtual Phrase obstacle() const { return {}; }
};

/// Declines everything: for batch use without a terminal.
class NoPrompter : public Prompter
{
public:
    Task<bool> acceptHostKey(HostKeyQuestion) override { co_return false; }
    Task<std::optional<QString>> askSecret(SecretQuestion) override { co_return std::nullopt; }
};

} // namespace plumbline
