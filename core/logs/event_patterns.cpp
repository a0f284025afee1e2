// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/event_patterns.h"

namespace plumbline {

std::span<const EventPattern> eventPatterns()
{
    static const std::vector<EventPattern> all = [] {
        std::vector<EventPattern> rows = crashPatterns();
        for (std::vector<EventPattern> part : {storagePatterns(), machinePatterns()})
            rows.insert(rows.end(), part.begin(), part.end());
        return rows;
    }();
    return all;
}

std::span<const DetailPattern> detailPatterns()
{
    using enum EventKind;
    static const std::vector<EventKind> withStack{
        HungTask, SoftLockup, HardLockup, RcuStall, Oops, Bug, Warning, Panic};
    static const std::vector<DetailPattern> all{
        // kernel/hung_task.c: debug_show_blocker(); an owner may be named and not be the culprit
        {{HungTask}, "blocked on a",
            R"(^INFO: task .+:\d+ (?:<\w+> )?(?:is )?blocked on an? (?<blocker>mutex|semaphore|rw-semaphore)(?: likely (?:owned|last held) by task (?<owner>.+):(?<owner_pid>\d+)|,)(?: <(?<owner_role>reader|writer)>)?)",
            {"INFO: task cat:823 is blocked on a mutex likely owned by task dd:393.",
                "INFO: task cat:823 blocked on a semaphore likely last held by task dd:393",
                "INFO: task sh:12 <writer> blocked on an rw-semaphore likely owned by task tmux: "
                "server:9 <reader>",
                "INFO: task cat:823 is blocked on a mutex, but the owner is not found."}},
        {{HungTask}, "Blocked by coredump", R"(^\s+(?<blocker>Blocked by coredump)\.)",
            {"      Blocked by coredump."}},
        {{HungTask}, "ainted", R"(^ +(?:Not tainted|Tainted: .+?) +(?<release>\d\S+))",
            {"      Not tainted 6.12.107+deb13-amd64 #1 Debian 6.12.107-1",
                "      Tainted: G        W  OE     4.19.0-27-amd64 #1 Debian 4.19.316-1"}},
        // Who was on the processor: kernel/printk.c: dump_stack_print_info()
        {withStack, "Comm: ",
            R"(^CPU: (?<cpu>\d+) (?:UID: \d+ )?PID: (?<pid>\d+) Comm: (?<comm>.+?) (?:Kdump: |Not tainted|Tainted))",
            {"CPU: 0 PID: 1 Comm: swapper/0 Not tainted 6.1.0-18-amd64 #1",
                "CPU: 1 UID: 0 PID: 823 Comm: tmux: server Kdump: loaded Tainted: G"}},
        {withStack, ", comm: ", R"(^Pid: (?<pid>\d+), comm: +(?<comm>.+?) (?:Not tainted|Tainted))",
            {"Pid: 823, comm: mount Not tainted 2.6.32-754.el6.x86_64 #1"}},
        {withStack, "+0x",
            R"(^(?:RIP: [0-9a-f]{4}:|pc : |PC is at |RIP: )(?:\[<[0-9a-f]+>\] +)?(?:\[<[0-9a-f]+>\] +)?(?<at>[\w.]+\+0x[0-9a-f]+/0x[0-9a-f]+))",
            {"RIP: 0010:sysrq_handle_crash+0x1a/0x20", "pc : blk_mq_run_hw_queue+0x1c/0x30",
                "RIP: 0010:[<ffffffff8104e000>]  [<ffffffff8104e000>] native_safe_halt+0x6/0x10"}},
        // kernel/rcu/tree_stall.h
        {{RcuStall}, "-..", R"(^(?:rcu: )?\s*(?<cpu>\d+)-[.!?\dA-Za-z]+: \()",
            {"rcu: \t4-....: (5249 ticks this GP) idle=0b4c/1/0x4000000000000000",
                "rcu: \t0-...!: (3 ticks this GP) idle=50a4/1/0x4000000000000000 fqs=0",
                "\t0-....: (20999 ticks this GP) idle=c5f/140000000000001/0"}},
        {{RcuStall}, "t=", R"(^(?:rcu: )?\s*\((?:detected by \d+, )?t=(?<jiffies>\d+) jiffies)",
            {"rcu: \t(t=5250 jiffies g=-1131 q=2 ncpus=2)", "\t(t=15000 jiffies g=1 c=0 q=3)",
                "rcu: \t(detected by 1, t=10503 jiffies, g=9229, q=1722 ncpus=2)"}},
        {{RcuStall}, "starved for",
            R"(^rcu: \w+ kthread (?:timer wakeup didn't happen|starved) for (?<starved_jiffies>\d+) jiffies)",
            {"rcu: rcu_preempt kthread starved for 5250 jiffies! g1 f0x0 RCU_GP_WAIT_FQS(5) "
             "->state=0x0"}},
        // mm/oom_kill.c: before 5.0 the line that tells the victim is not the kill's own
        {{OomKill}, "ill",
            R"(^(?:(?:Memory cgroup o|O)ut of memory(?: \([^)]*\))?: )?Kill(?:ed)? process (?<victim_pid>\d+) \((?<victim>.+?)\)(?: |,|$))",
            {"Out of memory: Kill process 4711 (java) score 917 or sacrifice child",
                "Killed process 4711 (java) total-vm:5242880kB, anon-rss:1kB, file-rss:0kB"}},
    };
    return all;
}

} // namespace plumbline
