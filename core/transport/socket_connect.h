// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deadline.h"
#include "base/result.h"
#include "base/task.h"
#include "transport/file_descriptor.h"

#include <QSocketNotifier>

namespace plumbline {

/// True once the descriptor can be read or written, false when the deadline passed first.
Task<bool> descriptorReady(int descriptor, QSocketNotifier::Type type, Deadline deadline);

/// Connects to the first address of `host` that answers. Names are resolved on a thread of their
/// own. The socket does not block and sends small packets at once (TCP_NODELAY). `doing`, which
/// outlives the task, says meanwhile what is waited for.
Task<Result<FileDescriptor>> connectTcp(
    QString host, quint16 port, Deadline deadline, Phrase *doing);

/// Connects to a unix socket on this machine; the socket does not block.
Task<Result<FileDescriptor>> connectUnix(QByteArray path, Deadline deadline);

/// Two connected stream sockets that do not block.
Result<std::pair<FileDescriptor, FileDescriptor>> socketPair();

} // namespace plumbline
