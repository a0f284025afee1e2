// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace plumbline {

/// What the guest's first display shows: `virsh screenshot`, or the file that QMP screendump wrote.
/// PNG (since QEMU 7.1) or portable pixmap, told by its first bytes; what virsh says behind it is
/// cut off. Only the size is read here: pixels are a matter of who shows them.
///
/// PNG: W3C PNG 5.2 to 5.6 (signature, chunks, IHDR, IEND). Pixmap: "P6 WIDTH HEIGHT 255".
struct ConsolePicture
{
    int width = 0; ///< pixels, 1 to 16,384
    int height = 0;
    /// The picture's own bytes; when the host sent less than all of it, not complete.
    QByteArray image;
    bool complete = false;

    friend bool operator==(const ConsolePicture &, const ConsolePicture &) = default;
};

Result<ConsolePicture> readConsolePicture(QByteArrayView bytes);

} // namespace plumbline
