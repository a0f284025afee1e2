// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/console_picture.h"
#include "path/domain_plan.h"
#include "probes/fact_store.h"
#include "probes/probe.h"

#include <QList>

namespace plumbline {

/// What to ask next for a picture of the guest's display, after `asked` (null: first) was answered;
/// nothing when it is there or cannot be had. Libvirt gives it at once. A bare QEMU writes a file,
/// which the next question reads and removes: beside its socket, where nobody else plants anything,
/// and only if that is a file system in memory, because QEMU writes it in its main loop.
QList<Planned> planPicture(const DomainPlan &plan, const FactStore &facts, const ProbeBase *asked);

/// Libvirt and QEMU write the picture into one of libvirt's folders first, QEMU in its main loop:
/// not while a device below that holds requests and completes none, or if it is not local.
bool isPictureSafe(const DomainPlan &plan, const FactStore &facts);

/// The newest picture, or why there is none.
Known<Observed<ConsolePicture>> consolePicture(const DomainPlan &plan, const FactStore &facts);
/// The last two.
Known<Twice<ConsolePicture>> consolePictures(const DomainPlan &plan, const FactStore &facts);

} // namespace plumbline
