// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the table of events: boots and ends, clocks, SysRq, what was left out of the log.
#include "logs/event_patterns.h"

namespace plumbline {

std::vector<EventPattern> machinePatterns()
{
    using enum EventKind;
    return {
        // init/version.c: linux_banner
        {Boot, "Linux version ", R"(^Linux version (?<release>\S+) \()",
            {"Linux version 6.12.107+deb13-amd64 (debian-kernel@lists.debian.org) "
             "(x86_64-linux-gnu-gcc)",
                "Linux version 2.6.32-754.el6.x86_64 (mockbuild@x86-033) (gcc version 4.4.7)"}},

        // kernel/reboot.c; without its prefix before 3.11
        {PowerOff, "ower down", R"(^(?:reboot: )?Power down\.?$)",
            {"Power down.", "reboot: Power down"}},
        {PowerOff, "ystem halted", R"(^(?:reboot: )?System halted\.?$)",
            {"System halted.", "reboot: System halted"}},
        {Reboot, "estarting system",
            R"(^(?:reboot: )?Restarting system(?: with command '(?<command>[^']*)')?\.?$)",
            {"Restarting system.", "reboot: Restarting system",
                "reboot: Restarting system with command 'bootloader'"}},
        {Reboot, "reboot: machine restart", R"(^reboot: machine restart$)",
            {"reboot: machine restart"}},
        // kernel/panic.c
        {Reboot, "Rebooting in ", R"(^Rebooting in (?<seconds>\d+) seconds\.\.)",
            {"Rebooting in 5 seconds.."}},

        // kernel/time/clocksource.c, arch/x86/kernel/tsc.c
        {ClocksourceUnstable, "locksource ",
            R"(^(?:clocksource: )?(?:timekeeping watchdog(?: on CPU\d+)?: )?(?:Marking c|C|c)locksource '?(?<source>\w[\w-]*)'? (?:as )?unstable)",
            {"Clocksource tsc unstable (delta = -4398046474878 ns)",
                "clocksource: timekeeping watchdog: Marking clocksource 'tsc' as unstable because "
                "the skew is too large:",
                "clocksource: timekeeping watchdog on CPU3: Marking clocksource 'tsc-early' as "
                "unstable because the skew is too large:"}},
        {ClocksourceUnstable, "Marking TSC unstable",
            R"(^(?:tsc: )?Marking TSC unstable due to (?<reason>.+))",
            {"Marking TSC unstable due to TSC halts in idle",
                "tsc: Marking TSC unstable due to clocksource watchdog"}},
        {ClockJump, "Long readout interval",
            R"(^clocksource: Long readout interval, skipping watchdog check: cs_nsec: (?<skew_ns>\d+) )",
            {"clocksource: Long readout interval, skipping watchdog check: cs_nsec: 4163673025 "
             "wd_nsec: 4163672810"}},

        // drivers/tty/sysrq.c: "SysRq : Show State" until 4.14, "sysrq: SysRq : …" until 5.x
        {Sysrq, "SysRq : ", R"(^(?:sysrq: )?SysRq : (?<action>.*\S))",
            {"SysRq : Show Blocked State", "sysrq: SysRq : Show State"}},
        {Sysrq, "sysrq: ", R"(^sysrq: (?!Loglevel set to)(?<action>.*\S))",
            {"sysrq: Show Blocked State", "sysrq: This sysrq operation is disabled."}},

        // lib/ratelimit.c, kernel/printk, kernel/hung_task.c
        {SuppressedMessages, "callbacks suppressed",
            R"(^(?<source>.+): (?<count>\d+) callbacks suppressed)",
            {"EXT4-fs error: 175 callbacks suppressed",
                "buffer_io_error: 502 callbacks suppressed"}},
        {SuppressedMessages, "messages dropped", R"(^\*\* (?<count>\d+) printk messages dropped)",
            {"** 1024 printk messages dropped **", "** 7 printk messages dropped ** "}},
        {SuppressedMessages, "messages suppressed",
            R"(^printk: (?<count>\d+) messages suppressed\.)", {"printk: 17 messages suppressed."}},
        {SuppressedMessages, "lines suppressed",
            R"(^(?:printk: )?(?<source>.+): (?<count>\d+) output lines suppressed due to ratelimiting)",
            {"printk: systemd: 23 output lines suppressed due to ratelimiting"}},
        {SuppressedMessages, "reports are suppressed",
            R"(^Future hung task reports are suppressed)",
            {"Future hung task reports are suppressed, see sysctl kernel.hung_task_warnings"}},
        {SuppressedMessages, "Suppressed ",
            R"(^(?:systemd-journald\[\d+\]: )?Suppressed (?<count>\d+) messages from (?<source>.+))",
            {"systemd-journald[312]: Suppressed 4711 messages from /system.slice/app.service",
                "Suppressed 12 messages from app.service"},
            Writer::Systemd},
        {SuppressedMessages, "kernel messages",
            R"(^(?:systemd-journald\[\d+\]: )?Missed (?<count>\d+) kernel messages)",
            {"systemd-journald[312]: Missed 38 kernel messages"}, Writer::Systemd},

        // systemd, into the journal, kmsg, or with its status on the console
        {DeviceTimeout, "ut waiting for device",
            R"(^(?:systemd\[1\]: |\[ TIME \] )?Timed out waiting for device (?<device>.+?)\.?$)",
            {"[ TIME ] Timed out waiting for device /dev/vdb.",
                "systemd[1]: Timed out waiting for device dev-vdb.device - /dev/vdb.",
                "Timed out waiting for device /dev/disk/by-uuid/a-b."},
            Writer::Systemd},
        {DeviceTimeout, ".device/start",
            R"(^(?:systemd\[1\]: )?(?<device>\S+)\.device: Job \S+\.device/start timed out\.)",
            {"systemd[1]: dev-vdb.device: Job dev-vdb.device/start timed out."}, Writer::Systemd},
    };
}

} // namespace plumbline
