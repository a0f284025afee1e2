// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace plumbline {

// Plumbline's own walk along a path, name by name, in the host's mount namespace and in QEMU's,
// tab-separated. `stat` and `readlink` of names alone: no link is followed by the kernel, and
// nothing at or below a mount that may hang is touched.
//
//     namespace	qemu	own
//     link	host	/dev/vg/vm1	../dm-3
//     file	host	/dev/dm-3	6:412	fd:3	block special file
//     missing	qemu	/dev/vg
//     remote	host	/var/lib/virt/images	nfs4	0:38	/	/vm1.qcow2

struct PathLink
{
    QByteArray path;
    QByteArray target; ///< as the link says it
    int line = 0;

    friend bool operator==(const PathLink &, const PathLink &) = default;
};

/// One walk and where it ended.
struct PathWalk
{
    enum Ending {
        NotWalked, ///< or cut before its end
        File, ///< at something that is no link
        Remote, ///< at the mount point of a file system that may hang, and not looked at further
        Missing, ///< a name is not there
        Closed, ///< a folder lets nobody like us look into it
        Loop, ///< more than 40 links
        Odd, ///< a link whose target has control characters
        Blind, ///< the list of mounts was not readable, so nothing was touched
    };
    QList<PathLink> links;
    Ending ending = NotWalked;
    QByteArray path; ///< where it ended, without links; of Remote the mount point
    /// File: "device:inode", and "major:minor" in hex of a device ("0:0" of others).
    QByteArray identity;
    QByteArray deviceNumber;
    QByteArray kind; ///< "block special file", "regular file"
    /// Remote: its type and number, which folder of it is mounted, and what is left of the path.
    QByteArray fsType;
    QByteArray mountDevice;
    QByteArray mountRoot;
    QByteArray rest;
    int line = 0; ///< of the ending

    /// The whole path without links, as far as known; empty if it leads nowhere.
    QByteArray resolved() const;
    friend bool operator==(const PathWalk &, const PathWalk &) = default;
};

struct PathChain
{
    enum Namespace {
        Same, ///< QEMU sees what the host sees: one walk stands for both
        Own, ///< QEMU has its own mounts
        Closed, ///< /proc/PID/root needs the rights of root or of QEMU's user
    };
    Namespace ofQemu = Closed;
    int namespaceLine = 0;
    PathWalk host;
    PathWalk qemu;

    /// QEMU's walk where it is known, the host's otherwise.
    const PathWalk &seen() const { return ofQemu == Own ? qemu : host; }
    friend bool operator==(const PathChain &, const PathChain &) = default;
};

Result<PathChain> readPathChain(QByteArrayView text);

} // namespace plumbline
