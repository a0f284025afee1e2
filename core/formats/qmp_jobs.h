// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace plumbline {

// What QEMU does besides emulating: IOThreads, block jobs, migration. Answered from memory: since
// 7.2 jobs are read under the lock of the job list alone; before, each job's AioContext was taken
// as well, as for query-blockstats until 9.0 (blockdev.c, job-qmp.c).
//
//     {"return": [{"id": "iothread1", "thread-id": 473, "poll-max-ns": 32768, …}]}
//     {"return": [{"type": "mirror", "device": "copy-vda-libvirt-3-format", "len": 2097152,
//       "offset": 1048576, "busy": true, "paused": false, "speed": 0, "io-status": "ok", …}]}
//     {"return": {"status": "active", "total-time": 12000, "ram": {"remaining": 4096, …}}}
//
// QEMU: qapi/misc.json, block-core.json (BlockJobInfo), job.json (JobInfo), migration.json
// (MigrationInfo).

/// query-iothreads
struct IoThread
{
    QByteArray id;
    qint64 thread = 0;
    int line = 0;

    friend bool operator==(const IoThread &, const IoThread &) = default;
};
Result<QList<IoThread>> readQueryIothreads(QByteArrayView reply);

/// query-block-jobs: one job.
struct BlockJob
{
    QByteArray type; ///< stream, mirror, commit, backup
    QByteArray id; ///< "device": the job's own name; libvirt puts the disk's into it
    quint64 length = 0; ///< bytes; an estimate that may grow
    quint64 offset = 0;
    quint64 speed = 0; ///< limit in bytes a second; 0 for none
    bool busy = false;
    bool paused = false;
    bool ready = false; ///< of a mirror: only waits to be completed
    QByteArray ioStatus; ///< ok, failed, nospace
    QByteArray status; ///< since 2.12: running, paused, ready, standby, waiting, pending…
    QByteArray error;
    int line = 0;
    int offsetLine = 0;

    friend bool operator==(const BlockJob &, const BlockJob &) = default;
};
Result<QList<BlockJob>> readQueryBlockJobs(QByteArrayView reply);

/// query-jobs: one job of any kind. Block jobs are in it too, under the same id; beyond them it has
/// those that make an image (create), change its options (amend) or save, load and delete the
/// machine's state (snapshot-*). A job that ended stays until somebody dismisses it. Those of the
/// machine's state run in QEMU's main loop: while they do, no monitor answers
/// (measured: 7.2, 11.1).
struct Job
{
    QByteArray id;
    QByteArray type;
    QByteArray status; ///< created, running, paused, pending, aborting, concluded…
    quint64 progress = 0; ///< in units of the type's own
    quint64 total = 0; ///< an estimate that may grow
    QByteArray error; ///< of a job that failed
    int line = 0;

    friend bool operator==(const Job &, const Job &) = default;
};
Result<QList<Job>> readQueryJobs(QByteArrayView reply);

/// query-migrate
struct Migration
{
    QByteArray status; ///< empty while none was ever asked for
    std::optional<quint64> totalTimeMs;
    std::optional<quint64> remainingBytes; ///< of RAM
    std::optional<quint64> totalBytes;
    QByteArray error; ///< error-desc
    int line = 0;

    /// Neither over nor not begun.
    bool isActive() const;
    friend bool operator==(const Migration &, const Migration &) = default;
};
Result<Migration> readQueryMigrate(QByteArrayView reply);

} // namespace plumbline
