// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "path/domain_plan.h"

namespace plumbline {

/// From QEMU's own command line. libvirt passes taps open: their names are not there.
QList<NetworkPlan> planNetworks(const QemuCommandLine &line);

/// From libvirt, which knows of every card that is plugged in now; what only the command line told
/// is taken over from `known`.
QList<NetworkPlan> planNetworks(const DomainXml &xml, const QList<NetworkPlan> &known);

/// The domain has a network that the host's kernel carries.
bool hasHostNetwork(const DomainPlan &plan);

/// What to ask the host of them, with those of their names that a kernel can have given.
Subject networkSubject(const DomainPlan &plan);

} // namespace plumbline
