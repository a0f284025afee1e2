// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/block_stack.h"
#include "model/layer.h"

namespace plumbline {

/// What the host's block devices below a disk add to its path: the devices from the top one down to
/// its leaves, the transports under those, and what is at the other end.
struct BlockLayers
{
    QList<Layer> layers;
    /// Files that loop devices among them lie in: the path goes on there.
    QList<QByteArray> backingFiles;
};

/// Devices stand above those that they are made of; of two legs of a mirror one is written first.
/// At most 64 devices: a stack that is larger, or bites its tail, is not followed to its end.
BlockLayers layersBelow(const BlockStack &stack, const QList<const BlockDevice *> &tops);

/// A ZFS pool: its devices cannot be told without asking ZFS itself, which may hang.
Layer poolLayer(const QByteArray &pool);

/// Kernel name of the device that a host-block layer is about: "host-block:dm-3" → "dm-3". A pool
/// gives "zpool:tank".
QByteArray deviceName(const Layer &layer);
/// The part of a layer's identity behind a prefix such as "fabric:iscsi:"; empty if it has another.
QByteArray identityAfter(const Layer &layer, QByteArrayView prefix);

/// The device of a host-block layer; null for a pool or a device that is gone.
const BlockDevice *deviceOf(const Layer &layer, const BlockStack &stack);
/// "253:1"
QByteArray numberText(const BlockDevice &device);
/// The disk of a partition, the device itself otherwise.
const BlockDevice &wholeOf(const BlockDevice &device, const BlockStack &stack);

/// The iSCSI session, FC remote port or NVMe-oF controller that a device's requests take; null for
/// a local one.
const BlockTransport *sessionOf(const BlockDevice &device, const BlockStack &stack);
const BlockTransport *remotePortOf(const BlockDevice &device, const BlockStack &stack);
const BlockTransport *fabricControllerOf(const BlockDevice &device, const BlockStack &stack);
/// Of a krbd device.
const BlockTransport *imageOf(const BlockDevice &device, const BlockStack &stack);
/// "FSID.clientID", as its folder in debugfs is named.
QByteArray cephClientOf(const BlockTransport &image);

} // namespace plumbline
