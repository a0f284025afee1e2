// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/descriptor_channel.h"

#include <QProcess>
#include <QStringList>

namespace plumbline {

/// A process on this machine in a session of its own. Destroying the channel kills its group.
class ProcessChannel final : public DescriptorChannel
{
public:
    static Result<std::unique_ptr<ProcessChannel>> start(
        const QString &program, const QStringList &arguments);
    ~ProcessChannel() override;

    std::optional<int> exitCode() const override;

protected:
    Result<bool> isOver() const override;

private:
    ProcessChannel(FileDescriptor input, FileDescriptor output, FileDescriptor errors);

    QProcess *m_process;
    qint64 m_group = 0;
};

} // namespace plumbline
