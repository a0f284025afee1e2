// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace plumbline {

/// The state of a domain, as libvirt or QEMU calls it, in the user's language; a word that neither
/// of them has is shown as it came.
QString runStateText(const QString &state);

} // namespace plumbline
