// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/diagnosis.h"
#include "rules/rule.h"

namespace plumbline {

/// Judges all layers of one disk and names the boundary. The deepest layer that holds requests and
/// completes none is the culprit; the layers above it keep their own facts but only wait.
DiskDiagnosis diagnoseDisk(const DiskContext &context, QList<Layer> layers);

/// "the NFS mount …", "the storage backend NBD …": how the sentence names a layer.
Phrase layerInSentence(const Layer &layer);

} // namespace plumbline
