// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace plumbline {

/// Tells assistive tools of the cells of every PathView; may be called more than once.
void installPathAccessibility();

} // namespace plumbline
