// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/diagnosis.h"

#include <QStringList>

namespace plumbline {

/// "kvm-07 02:14:07.038Z $ cat /proc/18221/mountstats (lines 10–19)" for each cited observation,
/// once, in the order of the citations. What is pasted can be looked up again.
QStringList citationsOf(
    const EvidenceList &evidence, const QMap<ObservationId, Observation> &observations);
QString citationOf(const Observation &observation);

/// "db-12/vda (stalled)"; a longer name is cut at `limit`.
QString sharingText(const SharingDisk &other, qsizetype limit);

/// The summary sentence of one disk and under it the references of its evidence.
QString sentenceWithCitations(const DiskDiagnosis &disk, const Diagnosis &diagnosis);

/// The whole path pane as text that survives a ticket system: fixed columns, plain characters.
QString diagnosisAsText(const Diagnosis &diagnosis, WallTime now);

} // namespace plumbline
