// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/rule.h"

namespace plumbline {

/// What a host told of one disk, look by look, in the words of its own tools: texts that were
/// captured from real hosts, with other numbers in them. Two looks five seconds apart, unless told
/// otherwise.
class Story
{
public:
    enum Backend {
        NbdSocket, ///< vda of a libvirt guest on nbdkit's unix socket
        NbdTcp, ///< the same on another host
        Nfs, ///< vda, a qcow2 on a hard NFS mount
        Fuse, ///< vdb, a qcow2 on a FUSE mount
        LocalFile, ///< vdb, a qcow2 on ext4 on sda1
        Rbd, ///< vda, an image of QEMU's own Ceph client
        VhostUser, ///< served by another process
    };

    explicit Story(Backend backend);

    /// What follows was seen so many seconds after the first look.
    Story &at(double seconds);
    Story &secondLook() { return at(5); }

    /// Index up to which the device has seen requests, and up to which it has completed them.
    Story &queue(quint16 seen, quint16 completed, int number = 0, int inUse = -1);
    /// What the driver has negotiated.
    Story &features(bool packed, bool eventIdx);
    /// Of a ring in guest RAM: avail index and used_event.
    Story &ring(quint16 submitted, quint16 noticed, int number = 0);
    /// Words of one part of a ring.
    Story &ringWords(RingPart part, const QList<quint16> &words, int number = 0);
    Story &blocks(
        int completed, int failed = 0, double idleSeconds = 0.1, qint64 moreNanoseconds = 0);
    Story &qemuState(const QByteArray &stateLine);
    Story &machine(const QByteArray &status, bool running);
    Story &virtio(bool broken);
    Story &threads(const QByteArray &table);
    Story &nfs(quint64 sends, quint64 receives, const QByteArray &option = "hard");
    Story &hostDisk(quint64 completed, quint64 inFlight);
    /// The disk is a device of the host.
    Story &onDevice(const QByteArray &path);
    /// The devices of the storage guest (tests/lab/storage), at rest but for what is replaced.
    Story &stack(const QByteArray &what = {}, const QByteArray &with = {});
    /// One line of /proc/diskstats.
    Story &device(const QByteArray &name, quint64 completed, quint64 inFlight);
    /// Bytes that the server has not read, and that QEMU has not got rid of.
    Story &sockets(int unread, int unsent);
    Story &server(const QByteArray &stateLine);
    Story &statHangs();
    /// What the admin sockets said.
    Story &ceph(const QByteArray &text);
    Story &limit(const QByteArray &name, const QByteArray &value);

    Story &says(const ProbeBase &probe, const Subject &subject, const QByteArray &text);
    Story &silent(
        const ProbeBase &probe, const Subject &subject, Silence::Kind kind, const QString &why);
    Story &queueSilent(Silence::Kind kind, const QString &why);

    DiskContext context() const { return {plan, disk(), facts}; }
    DiskPlan &disk() { return plan.disks[0]; }
    const DiskPlan &disk() const { return plan.disks.at(0); }
    Subject deviceSubject(int queue = 0) const { return plan.deviceSubject(disk(), queue); }

    DomainPlan plan;
    FactStore facts;

    static constexpr qint64 serverPid = 78;

private:
    Backend m_backend;
    WallTime m_time{milliseconds(1'763'725'364'000)};
    WallTime m_start = m_time;
};

/// A captured text of tests/fixtures/formats.
QByteArray fixture(const char *name);

} // namespace plumbline
