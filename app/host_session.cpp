// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "host_session.h"

#include "hypervisor/live_host.h"
#include "transport/local_transport.h"
#include "transport/recording_host.h"
#include "transport/ssh_transport.h"

namespace plumbline {

static std::unique_ptr<Transport> makeTransport(
    const Target &target, Prompter *prompter, const HostSession::Options &options)
{
    if (target.scheme == Target::Local)
        return std::make_unique<LocalTransport>();
    SshAddress address;
    address.host = target.host;
    address.user = target.user;
    address.port = target.port;
    address.configFile = options.sshConfig;
    address.knownHostsFile = options.knownHosts;
    return std::make_unique<SshTransport>(address, prompter);
}

Result<std::unique_ptr<HostSession>> HostSession::open(
    const Target &target, Prompter *prompter, const Options &options)
{
    auto session = std::make_unique<HostSession>();
    if (target.scheme == Target::Recorded) {
        Result<std::unique_ptr<RecordedHost>> recording = RecordedHost::open(target.path);
        if (!recording)
            return std::unexpected(recording.error());
        session->m_recording = recording->get();
        session->m_asker = *std::move(recording);
    } else {
        session->m_transport = makeTransport(target, prompter, options);
        session->m_asker = std::make_unique<LiveHost>(session->m_transport.get());
    }
    if (!options.recordTo.isEmpty()) {
        Result<std::unique_ptr<RecordingHost>> recording
            = RecordingHost::create(std::move(session->m_asker), options.recordTo, target.domain);
        if (!recording)
            return std::unexpected(recording.error());
        session->m_asker = *std::move(recording);
    }
    return session;
}

std::optional<Error> HostSession::recordError() const
{
    const auto *recording = qobject_cast<const RecordingHost *>(m_asker.get());
    return recording ? recording->writeError() : std::nullopt;
}

} // namespace plumbline
