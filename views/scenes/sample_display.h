// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace plumbline::sample {

/// A text console of 720 × 400 pixels as PNG, as `virsh screenshot` gives it.
QByteArray guestDisplay();

} // namespace plumbline::sample
