// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/question.h"
#include "probes/subject.h"

namespace plumbline {

/// A QMP command to the subject's monitor: through libvirt where libvirt holds it (as one of the
/// "monitor" group, and only while the monitor is free), else over the socket.
/// `arguments` is the JSON of "arguments", empty for none.
Question monitorQuestion(const Subject &subject, const QString &key, const QByteArray &command,
    const QByteArray &arguments = {});

/// A virsh command in one of the groups that share a process.
Question virshQuestion(const Subject &subject, const QString &key, const QByteArray &group,
    const QList<QByteArray> &words);

/// A command on the host.
Question hostQuestion(const QString &key, const QList<QByteArray> &argv);

/// Text as a JSON string, with its quotes.
QByteArray jsonString(const QByteArray &text);

} // namespace plumbline
