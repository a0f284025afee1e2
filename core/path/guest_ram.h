// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace plumbline {

/// Where a machine's RAM lies in its guest-physical address space, as far as its command line
/// tells. Addresses of rings come from the guest: one that points at a device's registers must not
/// be read, since reading those can change the device.
struct GuestRam
{
    QByteArray machine; ///< "pc-q35-10.0"; empty for the default of x86, "pc"
    quint64 size = 0; ///< bytes at start; 0 when not known
    quint64 sizeAtMost = 0; ///< with hotplugged modules

    /// False where there is none, or where nobody knows.
    bool holds(quint64 address, quint64 bytes) const;
    friend bool operator==(const GuestRam &, const GuestRam &) = default;
};

} // namespace plumbline
