// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/verdict.h"

#include <QList>
#include <QString>

#include <optional>

namespace plumbline {

/// The stations of an IO path, from the guest down to the storage.
enum class LayerKind {
    GuestApplication,
    GuestKernel,
    VirtioDriver,
    Virtqueue,
    Device,
    BlockNode,
    HostProcess,
    HostMount,
    HostBlock,
    Fabric,
    Backend,
};

/// Word of the JSON: "guest-application" … "backend".
QString layerKindName(LayerKind kind);
/// For people: "guest application" … "storage backend".
Phrase layerKindPhrase(LayerKind kind);

/// One line of identity under a layer's name: "format" → "qcow2".
struct LayerDetail
{
    Phrase label;
    Phrase value;
    friend bool operator==(const LayerDetail &, const LayerDetail &) = default;
};

/// One station of one disk's path. Layers with the same `identity` on one host are the same thing
/// (the mount under two disks): drawn once, and the blast radius of a stall.
struct Layer
{
    LayerKind kind = LayerKind::GuestApplication;
    /// Unique on its host: "host-mount:/var/lib/virt/images".
    QString identity;
    /// What an operator would type or recognise: "vda", "/var/lib/virt/images",
    /// "unix:/run/nbd.sock".
    QString name;
    QList<LayerDetail> details;
    /// Requests that entered and did not leave; nullopt when this layer does not count them.
    std::optional<qint64> inFlight;
    /// Requests completed per second between the last two samples.
    std::optional<double> completedPerSecond;
    /// Bytes moved per second between the last two samples.
    std::optional<double> bytesPerSecond;
    /// From a request's start to its end, in seconds, on average over those that ended between the
    /// last two samples.
    std::optional<double> averageSeconds;
    Verdict verdict;
    /// When the newest fact about this layer was taken.
    std::optional<WallTime> measured;

    friend bool operator==(const Layer &, const Layer &) = default;
};

} // namespace plumbline
