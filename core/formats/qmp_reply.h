// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace plumbline {

// A message of QEMU's monitor or of the guest agent, pretty or not.
//
//     {"QMP": {"version": {"qemu": {"micro": 13, "minor": 0, "major": 10}, …}, "capabilities": []}}
//     {"return": {"status": "running", "running": true}, "id": "libvirt-640"}
//     {"error": {"class": "GenericError", "desc": "Path … is not a VirtIODevice"}}
//     {"timestamp": {"seconds": 1, "microseconds": 2}, "event": "STOP"}
//
// QEMU: docs/interop/qmp-spec.rst.

/// A command that QEMU understood and refused.
struct QmpError
{
    QByteArray errorClass; ///< GenericError, CommandNotFound, DeviceNotFound…
    QByteArray description;
    int line = 0;

    friend bool operator==(const QmpError &, const QmpError &) = default;
};

struct QmpMessage
{
    enum class Kind { Greeting, Return, Error, Event };

    Kind kind = Kind::Return;
    QByteArray id; ///< a string or number as text; empty when there is none
    QByteArray event; ///< name, for an event
    QmpError error;
    int line = 0; ///< where it starts

    friend bool operator==(const QmpMessage &, const QmpMessage &) = default;
};

/// Exactly one message, of at most 16 MiB and 64 levels.
Result<QmpMessage> readQmpMessage(QByteArrayView text);

} // namespace plumbline
