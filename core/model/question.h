// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "model/observation.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <variant>

namespace plumbline {

/// A command to run on the host: words, not shell text. The transport quotes them once.
struct HostCommand
{
    QList<QByteArray> argv;
    /// Kind of helper ("stat", "virsh") if it may hang on a dead mount or daemon: it then runs
    /// beside the others and is not started while an earlier one of ours still hangs on the host.
    /// Empty for commands that only read /proc and /sys; those run one after the other.
    QByteArray helper;
    /// Programs that it runs in turn, by which a helper that still hangs can be found as well.
    QList<QByteArray> children = {};
    /// Who is not root may need sudo for it (docs/rights.md): where sudo is to be used the command
    /// runs under `sudo -n`, and its time limit inside, because who is not root cannot end it.
    bool asRoot = false;
    friend bool operator==(const HostCommand &, const HostCommand &) = default;
};

/// One command of virsh. All of a batch with the same group run in one virsh process, in order.
struct VirshCommand
{
    /// "qemu:///system"
    QByteArray uri;
    /// What shares a process: one that may hang must not hold up the others.
    QByteArray group;
    QList<QByteArray> words;
    /// UUID of a domain whose monitor must be free ("virsh domcontrol" says ok) before any command
    /// of this group is sent; empty for none. A command to a wedged monitor would hold one of
    /// libvirtd's few worker threads for as long as the monitor stays wedged.
    QByteArray onlyIfMonitorFree;
    friend bool operator==(const VirshCommand &, const VirshCommand &) = default;
};

/// One QMP command to a monitor socket that no libvirt holds.
struct MonitorCommand
{
    QByteArray socketPath;
    /// {"execute": …} without an id.
    QByteArray json;
    friend bool operator==(const MonitorCommand &, const MonitorCommand &) = default;
};

/// Something to ask of a host, ready to be asked.
struct Question
{
    /// Probe and subject: "host.mountstats/18221".
    QString key;
    std::variant<HostCommand, VirshCommand, MonitorCommand> ask;
    /// How long this one may take on the host.
    milliseconds limit{2000};
    friend bool operator==(const Question &, const Question &) = default;
};

/// The question as an operator would type it; virsh of a user who may not more than read with -r.
QString commandLine(const Question &question, bool readOnly = false);

} // namespace plumbline
