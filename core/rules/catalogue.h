// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/rule.h"

#include <QList>

namespace plumbline {

// Everything that Plumbline can conclude about a layer, from the guest down. Of several that speak
// about one layer, a pause or a limit (which explain a standstill) beats a stall, that beats
// slowness, that health, and health beats not knowing.

extern const Rule guestApplicationUnseen;
extern const Rule guestKernelSubmits;
extern const Rule virtioDeviceBroken;
extern const Rule virtioDriverMoves;
extern const Rule virtioDriverNotices;
extern const Rule virtqueueCompletes;
extern const Rule virtqueueSeen;
extern const Rule deviceProcessRuns;
extern const Rule devicePaused;
extern const Rule deviceThreads;
extern const Rule deviceReturns;
extern const Rule blockNodeThrottled;
extern const Rule blockNodeSlow;
extern const Rule blockNodeCompletes;
extern const Rule hostProcessThreads;
extern const Rule hostMountNfs;
extern const Rule hostMountExperiment;
extern const Rule hostMountFuse;
extern const Rule hostMountPassage;
extern const Rule hostMountRead;
extern const Rule hostBlockSuspended;
extern const Rule hostBlockMultipath;
extern const Rule hostBlockScsi;
extern const Rule hostBlockNvme;
extern const Rule hostBlockMd;
extern const Rule hostBlockPool;
extern const Rule hostBlockDrbd;
extern const Rule hostBlockDrains;
extern const Rule fabricNbd;
extern const Rule fabricIscsi;
extern const Rule fabricFc;
extern const Rule fabricNvme;
extern const Rule fabricNfsPort;
extern const Rule fabricPassage;
extern const Rule fabricRead;
extern const Rule backendNbdProcess;
extern const Rule backendNbdReads;
extern const Rule backendCeph;
extern const Rule backendLibrbd;
extern const Rule backendPassage;
extern const Rule backendRead;

/// All of the above.
const QList<const Rule *> &ruleCatalogue();

/// What the rules say of one layer.
Verdict judgeLayer(const DiskContext &context, const Layer &layer);

} // namespace plumbline
