// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace plumbline {

// /proc/PID/mountinfo: the mounts as that process sees them (its own mount namespace).
//
//     27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
//     41 27 0:38 / /var/lib/virt/images rw,relatime shared:9 - nfs4 10.9.9.1:/ rw,vers=4.2,hard
//     36 27 0:33 / /mnt/with\040blank rw - fuse.nbdfuse nbdfuse rw,user_id=0
//
// Kernel: Documentation/filesystems/proc.rst, 3.5; blanks, tabs, line ends and backslashes in names
// are octal escapes (fs/proc_namespace.c, mangle).

struct Mount
{
    int id = 0;
    int parent = 0;
    int major = 0;
    int minor = 0;
    QByteArray root;
    QByteArray mountPoint;
    QByteArray options;
    QByteArray fsType;
    QByteArray source;
    QByteArray superOptions;
    int line = 0; ///< 1-based in the text

    friend bool operator==(const Mount &, const Mount &) = default;
};

struct MountTable
{
    QList<Mount> mounts; ///< in the order of the text: later ones lie on top of earlier ones

    friend bool operator==(const MountTable &, const MountTable &) = default;
};

Result<MountTable> readMountinfo(QByteArrayView text);

/// The mount that an absolute path lies on: the one with the longest mount point that is a leading
/// part of it, and of several at the same place the last. Null when none is. Links are not
/// followed.
const Mount *mountOf(const MountTable &table, QByteArrayView path);

} // namespace plumbline
