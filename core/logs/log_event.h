// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace plumbline {

/// What a kernel, or systemd for a device that does not come, reports in its log.
enum class EventKind : quint8 {
    HungTask,
    SoftLockup,
    HardLockup,
    RcuStall,
    Oops,
    Bug,
    Warning,
    Panic,
    OomKill,
    IoError,
    BlockTimeout,
    VirtqueueBroken,
    DeviceTimeout,
    FilesystemShutdown,
    FilesystemRemountRo,
    FilesystemError,
    NfsNotResponding,
    NfsOk,
    ClocksourceUnstable,
    ClockJump, ///< the clock ran on while the CPU did not: nobody let it run
    TimeBackwards, ///< guest time fell without a boot: another boot whose head is missing, or
                   ///< writers mixed
    Boot,
    Reboot,
    PowerOff,
    Sysrq,
    SuppressedMessages,
};

inline constexpr int eventKindCount = int(EventKind::SuppressedMessages) + 1;

/// "hung-task": what JSON and people call it.
QByteArrayView eventKindName(EventKind kind);

/// Something that an event's lines tell: "pid", "device", "owner_comm".
struct EventField
{
    QByteArray name; ///< shared with the pattern that found it
    QByteArray value;

    /// Its value is a number in decimal.
    bool isNumber() const;
    friend bool operator==(const EventField &, const EventField &) = default;
};

struct LogEvent
{
    EventKind kind = EventKind::Boot;
    /// Its first line has the kernel's time stamp. Without one a program may have written the line.
    bool isStamped = false;
    /// Another writer's text stands before it on the line: a prompt, or a quotation.
    bool isMixed = false;
    qint64 line = 0; ///< from 1
    qint64 lastLine
        = 0; ///< of the stack or dump that follows; lines of other writers may lie between
    qint64 offset = 0; ///< of its first line, in bytes
    std::optional<double> guestTime; ///< s since the guest's boot
    QByteArray wallTime; ///< as the log writes it; empty where it does not
    QByteArray text; ///< its first line, without what carried it; 1024 bytes at most
    QList<EventField> fields;

    /// Empty when there is none.
    QByteArray field(QByteArrayView name) const;
    friend bool operator==(const LogEvent &, const LogEvent &) = default;
};

} // namespace plumbline
