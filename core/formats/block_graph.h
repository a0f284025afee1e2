// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace plumbline {

/// Where an NBD node's server listens.
struct NbdServer
{
    QByteArray unixPath; ///< or host and port
    QByteArray host;
    QByteArray port;
    QByteArray exportName;

    friend bool operator==(const NbdServer &, const NbdServer &) = default;
};

/// A node of QEMU's block graph: a format, a filter or a protocol (QEMU: qapi/block-core.json,
/// BlockdevOptions).
struct BlockNode
{
    QByteArray nodeName;
    QByteArray driver; ///< qcow2, raw, throttle; file, host_device, nbd, rbd, nvme-io_uring…
    QByteArray filename; ///< of the protocol nodes that have one
    QByteArray file; ///< child node that holds the data; empty for protocol nodes
    QByteArray backing; ///< backing node, empty for none
    NbdServer nbd;
    bool cacheDirect = false; ///< O_DIRECT
    bool readOnly = false;
    QByteArray aio; ///< threads, native, io_uring
    QByteArray throttleGroup;

    friend bool operator==(const BlockNode &, const BlockNode &) = default;
};

struct BlockGraph
{
    QList<BlockNode> nodes;

    const BlockNode *node(QByteArrayView name) const;
    /// From the named node down its `file` children to the protocol node. Backing files are not
    /// on the way of a write and are left out. Empty when there is no such node.
    QList<BlockNode> chain(QByteArrayView top) const;
    friend bool operator==(const BlockGraph &, const BlockGraph &) = default;
};

} // namespace plumbline
