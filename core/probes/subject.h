// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace plumbline {

/// What a question is about: a process, a domain, one queue of one device, a path. A probe takes
/// the parts that it needs.
struct Subject
{
    qint64 pid = 0;
    /// UUID of a libvirt domain: unlike its name it is safe in any command.
    QByteArray uuid;
    /// Of the libvirt that has it, "qemu:///system"; empty for a bare QEMU.
    QByteArray virshUri;
    /// QMP socket of a bare QEMU.
    QByteArray monitorSocket;
    /// qdev id or another short name of the device, for the key.
    QByteArray device;
    /// Its QOM path that ends in virtio-backend.
    QByteArray qomPath;
    int queue = 0;
    QByteArray path;
    /// Words of guest memory: what they are, for the key ("avail"), where, how many, and of how
    /// many bytes each.
    QByteArray part = {};
    quint64 address = 0;
    int words = 0;
    int wordBytes = 2;

    friend bool operator==(const Subject &, const Subject &) = default;
};

} // namespace plumbline
