// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/question.h"

#include <QByteArray>
#include <QList>

namespace plumbline {

/// All host and virsh questions of one refresh as one POSIX shell script, so that a refresh costs
/// one exec and all its facts share one clock. Questions that cannot block run one after the other
/// and answer on standard output; those with a helper, and each virsh group, run beside them and
/// answer on standard error. Groups that wait for a free monitor share one look at it, `virsh
/// domcontrol`, and a group that is too long for one virsh follows in several. Every command runs
/// under its own `timeout -k`. Nothing is written to the host's disk. The script ends, and takes
/// what still runs with it, when its input ends: closing the channel or a dead link is enough.
///
/// Frames on standard output, each on a line of its own behind the marker M:
///     M B <n> <uptime>                 question n begins; its output follows
///     M E <n> <exit> <uptime> <bytes>  it ended; <bytes> of its standard error follow
/// On standard error, each line short enough (under PIPE_BUF) to be written in one piece:
///     M b|o|e|x|z <lane> …             begin, output and errors in base64, exit, end
///     M v                              virsh is used read-only (-r): the user may not more
///     M w <lane> <pid> <seconds>       not started: an earlier helper of ours still hangs
///     M g <lane> <base64>              not started: what `virsh domcontrol` said instead of "ok"
struct FramedScript
{
    /// What belongs to one background lane.
    struct Lane
    {
        QList<qsizetype> questions;
        bool isVirsh = false;
    };

    QByteArray text;
    /// Unguessable, so that no output can pretend to be a frame.
    QByteArray marker;
    QList<qsizetype> quick;
    QList<Lane> lanes;
};

/// As whom commands run that need root's rights (HostCommand::asRoot, "$AS_ROOT" in a script).
enum class Elevation { None, Sudo };

/// Monitor questions (QMP over a socket) are left out. `marker` is fresh and random but in tests.
FramedScript makeFramedScript(const QList<Question> &questions, const QByteArray &marker,
    Elevation elevation = Elevation::None);

/// A command as the script runs it, in the words of a shell.
QByteArray elevatedCommand(const HostCommand &command, milliseconds limit, Elevation elevation);

/// 128 random bits behind a short prefix.
QByteArray freshMarker();

} // namespace plumbline
