// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/awaiters.h"
#include "transport/channel.h"
#include "transport/file_descriptor.h"

#include <QSocketNotifier>

#include <memory>

namespace plumbline {

/// A channel over descriptors of this machine that do not block: a unix socket, or the pipes of a
/// process. Nothing is read ahead, so a far side that nobody reads has to wait.
class DescriptorChannel : public Channel
{
public:
    /// A connected socket, both ways.
    explicit DescriptorChannel(FileDescriptor socket);
    /// What we write to, and the two streams we read from.
    DescriptorChannel(FileDescriptor input, FileDescriptor output, FileDescriptor errors);
    ~DescriptorChannel() override;

    Result<void> write(QByteArray bytes) override;
    void closeWrite() override;
    Task<Result<Chunk>> read(Deadline deadline) override;
    std::optional<int> exitCode() const override { return std::nullopt; }

    /// Waits until the far side has taken all but `most` of what was written.
    Task<bool> taken(qsizetype most, Deadline deadline);

protected:
    /// Whether the end may be told once the streams have ended.
    virtual Result<bool> isOver() const { return true; }
    Pulse m_activity;

private:
    struct Stream
    {
        FileDescriptor descriptor;
        std::unique_ptr<QSocketNotifier> notifier;
        bool atEnd = false;
    };
    void watch(Stream &stream);
    void take(Stream &stream, QByteArray &into, qsizetype room);
    void flush();

    Stream m_output;
    Stream m_errors;
    FileDescriptor m_input;
    std::unique_ptr<QSocketNotifier> m_writable;
    QByteArray m_queue;
    bool m_closing = false;
    bool m_isSocket = false;
};

} // namespace plumbline
