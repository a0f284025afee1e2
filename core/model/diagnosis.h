// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/layer.h"
#include "model/virtqueue.h"

#include <QMap>

namespace plumbline {

/// Where requests go in and do not come out.
struct Boundary
{
    LayerKind above = LayerKind::GuestApplication;
    LayerKind below = LayerKind::Backend;
    friend bool operator==(const Boundary &, const Boundary &) = default;
};

/// The sentence on top of everything, for one disk.
struct DiskSummary
{
    State verdict = State::Unknown;
    Modifier modifier = Modifier::None;
    std::optional<Boundary> boundary;
    Phrase text;
    std::optional<WallTime> since;
    EvidenceList evidence;
    friend bool operator==(const DiskSummary &, const DiskSummary &) = default;
};

/// What people call it, as verdictWord() does for a layer.
Phrase summaryWord(const DiskSummary &summary);

/// Another disk whose requests take a stalled layer too, with what is known of itself.
struct SharingDisk
{
    /// "db-12/vda"
    QString name;
    DiskSummary summary;
    friend bool operator==(const SharingDisk &, const SharingDisk &) = default;
};

/// One guest disk: its layers from the guest down.
struct DiskDiagnosis
{
    /// Target name in the guest as the hypervisor says it: "vda".
    QString name;
    DiskSummary summary;
    QList<Layer> layers;
    /// Other disks on this host that share the stalled layer or one below it.
    QList<SharingDisk> blastRadius;

    /// Index of the layer below which requests stop; -1 for none. Several layers in a row may be
    /// of one kind (a mapping on an array on disks): the next one is the stalled one.
    qsizetype stuckBelow() const;
    friend bool operator==(const DiskDiagnosis &, const DiskDiagnosis &) = default;
};

/// Ways to talk to a guest or its keepers. Their silence is weak evidence about IO, so they are
/// kept apart from the layers.
struct SideChannel
{
    enum Kind { GuestAgent, Monitor, Libvirt, SerialConsole, ConsolePicture, Network };
    Kind kind = GuestAgent;
    Verdict verdict;
    friend bool operator==(const SideChannel &, const SideChannel &) = default;
};

/// Word of the JSON: "guest-agent", "monitor", "libvirt", "serial-console", "console-picture",
/// "network".
QString sideChannelName(SideChannel::Kind kind);
Phrase sideChannelPhrase(SideChannel::Kind kind);

/// Everything that is known about one domain at one moment: the value that flows up to the views,
/// the command line and the incident.
struct Diagnosis
{
    QString target;
    QString host;
    QString domainName;
    QString domainUuid;
    /// "running", "paused", "shut off" … as the best source says; empty when nobody could say.
    QString domainState;
    QList<DiskDiagnosis> disks;
    /// All queues of all its virtio devices that a driver has set up.
    QList<Virtqueue> virtqueues;
    QList<SideChannel> sideChannels;
    /// Things worth knowing that belong to no layer: what hung, what was refused.
    QList<Verdict> findings;
    /// Every observation cited or made, by id.
    QMap<ObservationId, Observation> observations;
    /// When the last round of questions was answered.
    WallTime taken;
    /// Samples behind it.
    int rounds = 0;
    /// Set when the host could not be reached: all facts are older than this moment.
    std::optional<WallTime> staleSince;

    /// Stalled if any disk is, else unknown if any is (or there is none), else healthy.
    State overall() const;
    friend bool operator==(const Diagnosis &, const Diagnosis &) = default;
};

} // namespace plumbline
