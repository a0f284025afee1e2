// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/virtqueue.h"

#include <QList>

namespace plumbline::sample {

/// Queues of two disks, a network card and a console; vdb's second queue has five completions that
/// nobody noticed.
QList<Virtqueue> virtqueues(ObservationId device, ObservationId memory);

/// Why that is a stall, as the rule says it.
Phrase unnoticed();

} // namespace plumbline::sample
