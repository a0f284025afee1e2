// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/target.h"
#include "transport/asker.h"
#include "transport/prompter.h"
#include "transport/recorded_host.h"
#include "transport/transport.h"

#include <memory>

namespace plumbline {

class LiveHost;

/// Everything needed to ask one host: which transport, which asker, in which order they die.
class HostSession
{
public:
    /// Options that only the command line and tests set.
    struct Options
    {
        QString sshConfig; ///< empty: ~/.ssh/config
        QString knownHosts; ///< empty: as the configuration says
        QString recordTo; ///< folder; empty: nothing is kept
        bool sudo = false; ///< what needs root's rights runs under sudo there
    };

    explicit HostSession(
        std::unique_ptr<Asker> asker, std::unique_ptr<Transport> transport = nullptr);

    /// Fails only for recordings that cannot be read or made; a host is not contacted here.
    static Result<std::unique_ptr<HostSession>> open(
        const Target &target, Prompter *prompter, const Options &options);

    Asker *asker() const { return m_asker.get(); }
    /// Null for a recording.
    Transport *transport() const { return m_transport.get(); }
    /// Null unless the target is a recording.
    RecordedHost *recording() const { return m_recording; }
    /// What needs root's rights runs under sudo from now on, or no more. Nothing for a recording.
    void setSudo(bool used);
    bool usesSudo() const { return m_usesSudo; }

    /// A write to the recording that failed.
    std::optional<Error> recordError() const;

private:
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<Asker> m_asker;
    RecordedHost *m_recording = nullptr;
    LiveHost *m_live = nullptr;
    bool m_usesSudo = false;
};

} // namespace plumbline
