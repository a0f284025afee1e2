// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace plumbline {

/// A virtio device of a domain, whatever it is for.
struct VirtioPlan
{
    /// Short name, for keys and people: the disk's, or the last part of the QOM path.
    QByteArray device;
    /// Up to virtio-backend.
    QByteArray qomPath;
    /// QEMU's name of the kind: "virtio-blk", "virtio-net". It does not tell who serves the queues:
    /// a vhost-user disk is a "virtio-blk" in x-query-virtio as well.
    QByteArray name;
    /// Served by another process through a socket: its queues must not be queried.
    bool vhostUser = false;
    /// QEMU itself or the host's kernel serves it, by QEMU's command line or libvirt's description.
    bool emulated = false;

    friend bool operator==(const VirtioPlan &, const VirtioPlan &) = default;
};

} // namespace plumbline
