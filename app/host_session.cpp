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

HostSession::HostSession(std::unique_ptr<Asker> asker, std::unique_ptr<Transport> transport)
    : m_transport(std::move(transport)), m_asker(std::move(asker))
{
}

Result<std::unique_ptr<HostSession>> HostSession::open(
    const Target &target, Prompter *prompter, const Options &options)
{
    std::unique_ptr<Transport> transport;
    std::unique_ptr<Asker> asker;
    if (target.scheme == Target::Recorded) {
        Result<std::unique_ptr<RecordedHost>> recording = RecordedHost::open(target.path);
        if (!recording)
            return std::unexpected(recording.error());
        asker = *std::move(recording);
    } else {
        transport = makeTransport(target, prompter, options);
        asker = std::make_unique<LiveHost>(transport.get());
    }
    RecordedHost *recording = qobject_cast<RecordedHost *>(asker.get());
    LiveHost *live = qobject_cast<LiveHost *>(asker.get());
    if (!options.recordTo.isEmpty()) {
        Result<std::unique_ptr<RecordingHost>> recorder
            = RecordingHost::create(std::move(asker), options.recordTo, target.domain);
        if (!recorder)
            return std::unexpected(recorder.error());
        asker = *std::move(recorder);
    }
    auto session = std::make_unique<HostSession>(std::move(asker), std::move(transport));
    session->m_recording = recording;
    session->m_live = live;
    session->setSudo(options.sudo);
    return session;
}

void HostSession::setSudo(bool used)
{
    m_usesSudo = m_live && used;
    if (m_live)
        m_live->setElevation(used ? Elevation::Sudo : Elevation::None);
}

std::optional<Error> HostSession::recordError() const
{
    const auto *recording = qobject_cast<const RecordingHost *>(m_asker.get());
    return recording ? recording->writeError() : std::nullopt;
}

} // namespace plumbline
