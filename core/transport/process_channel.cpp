// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/process_channel.h"

#include <QSet>

#include <fcntl.h>

#include <cerrno>
#include <csignal>
#include <cstring>

namespace plumbline {

/// A pipe whose end `ours` (0 or 1) does not block.
static bool openPipe(FileDescriptor (&ends)[2], int ours)
{
    int numbers[2];
    if (::pipe2(numbers, O_CLOEXEC) != 0)
        return false;
    ends[0] = FileDescriptor(numbers[0]);
    ends[1] = FileDescriptor(numbers[1]);
    return ::fcntl(numbers[ours], F_SETFL, O_NONBLOCK) == 0;
}

ProcessChannel::ProcessChannel(FileDescriptor input, FileDescriptor output, FileDescriptor errors)
    : DescriptorChannel(std::move(input), std::move(output), std::move(errors)),
      m_process(new QProcess)
{
}

Result<std::unique_ptr<ProcessChannel>> ProcessChannel::start(
    const QString &program, const QStringList &arguments)
{
    FileDescriptor in[2];
    FileDescriptor out[2];
    FileDescriptor err[2];
    if (!openPipe(in, 1) || !openPipe(out, 0) || !openPipe(err, 0)) {
        return failure(PHRASE("transport", "No pipes are left on this machine: %1")
                .arg(QString::fromLocal8Bit(std::strerror(errno))));
    }
    std::unique_ptr<ProcessChannel> channel(
        new ProcessChannel(std::move(in[1]), std::move(out[0]), std::move(err[0])));
    QProcess *process = channel->m_process;
    // QProcess would read ahead without bound; with pipes of our own the kernel holds the process.
    process->setProcessChannelMode(QProcess::ForwardedChannels);
    process->setInputChannelMode(QProcess::ForwardedInputChannel);
    process->setUnixProcessParameters(QProcess::UnixProcessFlag::CreateNewSession
        | QProcess::UnixProcessFlag::ResetSignalHandlers
        | QProcess::UnixProcessFlag::CloseFileDescriptors);
    process->setChildProcessModifier(
        [from = in[0].number(), to = out[1].number(), errors = err[1].number()] {
            ::dup2(from, STDIN_FILENO);
            ::dup2(to, STDOUT_FILENO);
            ::dup2(errors, STDERR_FILENO);
        });
    Pulse *activity = &channel->m_activity;
    QObject::connect(process, &QProcess::finished, activity, &Pulse::notify);
    QObject::connect(process, &QProcess::errorOccurred, activity, &Pulse::notify);
    process->start(program, arguments, QIODevice::ReadWrite);
    channel->m_group = process->processId();
    return channel;
}

ProcessChannel::~ProcessChannel()
{
    // Its own descendants may live on after the leader has gone, in the same group.
    if (m_group > 0)
        ::kill(pid_t(-m_group), SIGKILL);
    m_process->disconnect();
    if (m_process->state() == QProcess::NotRunning) {
        m_process->deleteLater();
    } else {
        // ~QProcess would wait for the end, and a process stuck in the kernel has none.
        static auto *const dying = new QSet<QProcess *>;
        dying->insert(m_process);
        QObject::connect(m_process, &QProcess::finished, m_process, [process = m_process] {
            dying->remove(process);
            process->deleteLater();
        });
    }
}

std::optional<int> ProcessChannel::exitCode() const
{
    if (m_process->state() != QProcess::NotRunning
        || m_process->exitStatus() != QProcess::NormalExit
        || m_process->error() == QProcess::FailedToStart)
        return std::nullopt;
    return m_process->exitCode();
}

Result<bool> ProcessChannel::isOver() const
{
    if (m_process->error() == QProcess::FailedToStart) {
        return failure(PHRASE("transport", "The program could not be started: %1")
                           .arg(m_process->errorString()),
            m_process->program());
    }
    return m_process->state() == QProcess::NotRunning;
}

} // namespace plumbline
