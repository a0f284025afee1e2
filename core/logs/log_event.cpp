// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/log_event.h"

#include <algorithm>
#include <array>

namespace plumbline {

QByteArrayView eventKindName(EventKind kind)
{
    static constexpr std::array<QByteArrayView, eventKindCount> names{"hung-task", "soft-lockup",
        "hard-lockup", "rcu-stall", "oops", "bug", "warning", "panic", "oom-kill", "io-error",
        "block-timeout", "virtqueue-broken", "device-timeout", "filesystem-shutdown",
        "filesystem-remount-ro", "filesystem-error", "nfs-not-responding", "nfs-ok",
        "clocksource-unstable", "clock-jump", "time-backwards", "boot", "reboot", "power-off",
        "sysrq", "suppressed-messages"};
    static_assert(!names.back().empty());
    return names.at(size_t(kind));
}

bool EventField::isNumber() const
{
    static constexpr std::array<QByteArrayView, 15> numbers{"pid", "cpu", "seconds", "sector",
        "block", "count", "owner_pid", "victim_pid", "invoker_pid", "jiffies", "starved_jiffies",
        "tag", "queue", "skew_ns", "inode"};
    // Longer ones do not fit into what reads JSON.
    return value.size() <= 15 && std::ranges::find(numbers, QByteArrayView(name)) != numbers.end();
}

QByteArray LogEvent::field(QByteArrayView name) const
{
    const auto found = std::ranges::find_if(
        fields, [name](const EventField &each) { return each.name == name; });
    return found == fields.end() ? QByteArray() : found->value;
}

} // namespace plumbline
