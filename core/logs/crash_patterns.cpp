// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the table of events: what hangs and what breaks in the kernel itself.
#include "logs/event_patterns.h"

namespace plumbline {

std::vector<EventPattern> crashPatterns()
{
    using enum EventKind;
    return {
        // kernel/hung_task.c: check_hung_task(); 6.18 and later tell of waiting for I/O.
        {HungTask, "INFO: task ",
            R"(^INFO: task (?<comm>.+):(?<pid>\d+) blocked (?:in I/O wait )?for more than (?<seconds>\d+) seconds\.)",
            {"INFO: task mount:823 blocked for more than 20 seconds.",
                "INFO: task kworker/u4:2:1847 blocked for more than 120 seconds.",
                "INFO: task tmux: server:77 blocked in I/O wait for more than 122 seconds."}},

        // kernel/watchdog.c; the prefix came and went.
        {SoftLockup, "soft lockup",
            R"(^(?:(?:NMI )?watchdog: )?BUG: soft lockup - CPU#(?<cpu>\d+) stuck for (?<seconds>\d+)s! \[(?<comm>.+):(?<pid>\d+)\])",
            {"BUG: soft lockup - CPU#0 stuck for 67s! [kjournald:1234]",
                "NMI watchdog: BUG: soft lockup - CPU#3 stuck for 22s! [qemu-kvm:4711]",
                "watchdog: BUG: soft lockup - CPU#1 stuck for 26s! [kworker/1:2:88]"}},
        {HardLockup, "LOCKUP on",
            R"(^(?:CPU\d+: )?(?:(?:NMI )?watchdog: )?(?:CPU\d+: )?(?:BUG: )?(?:NMI )?Watchdog detected (?:hard )?LOCKUP on (?:cpu|CPU) ?(?<cpu>\d+))",
            {"BUG: NMI Watchdog detected LOCKUP on CPU1, ip ffffffff8104e000, registers:",
                "NMI watchdog: Watchdog detected hard LOCKUP on cpu 5",
                "watchdog: Watchdog detected hard LOCKUP on cpu 1",
                "watchdog: CPU4: Watchdog detected hard LOCKUP on cpu 4"}},
        // arch/powerpc/kernel/watchdog.c
        {HardLockup, " LOCKUP", R"(^watchdog: CPU (?<cpu>\d+) (?:self-detected hard|Hard) LOCKUP)",
            {"watchdog: CPU 3 Hard LOCKUP",
                "watchdog: CPU 12 self-detected hard LOCKUP @ 0xc00000"}},

        // kernel/rcu/tree_stall.h, tree.c and (2.6.32) rcutree.c
        {RcuStall, " stall",
            R"(^(?:rcu: )?INFO: (?<flavour>\w*rcu\w*) (?:self-)?detected (?:expedited )?stalls? on (?:CPU (?<cpu>\d+)|CPUs?(?:/tasks)?|tasks))",
            {"INFO: rcu_sched self-detected stall on CPU",
                "INFO: rcu_sched_state detected stall on CPU 2 (t=15000 jiffies)",
                "INFO: rcu_sched detected stalls on CPUs/tasks: { 1} (detected by 0, t=60002 "
                "jiffies)",
                "rcu: INFO: rcu_preempt self-detected stall on CPU",
                "rcu: INFO: rcu_preempt detected expedited stalls on CPUs/tasks: { 1-.... } 21 "
                "jiffies"}},

        // What the processor did not accept: an Oops follows, or is the line itself.
        {Oops, "BUG: ", R"(^BUG: (?:kernel NULL pointer dereference|[Uu]nable to handle ))",
            {"BUG: unable to handle kernel NULL pointer dereference at 0000000000000008",
                "BUG: unable to handle page fault for address: ffffb2f5c0a3f000",
                "BUG: kernel NULL pointer dereference, address: 0000000000000000",
                "BUG: Unable to handle kernel data access on read at 0xc00800000a0e0000"}},
        {Oops, "Unable to handle kernel", R"(^(?:CPU (?<cpu>\d+) )?Unable to handle kernel )",
            {"Unable to handle kernel NULL pointer dereference at virtual address 0000000000000008",
                "CPU 1 Unable to handle kernel paging request at virtual address 00000010"}},
        {Oops, "Oops", R"(^Oops(?:: | \[#| - ))",
            {"Oops: 0002 [#1] SMP", "Oops: Oops: 0000 [#1] SMP NOPTI", "Oops [#1]",
                "Oops: general protection fault, maybe for address 0xdead: 0000 [#1]",
                "Oops: Kernel access of bad area, sig: 11 [#1]"}},
        {Oops, "Internal error: ", R"(^Internal error: )",
            {"Internal error: Oops: 96000005 [#1] SMP", "Internal error: Oops - BUG: 0 [#1] SMP"}},
        {Oops, "general protection fault", R"(^general protection fault[:,].* \[#\d+\])",
            {"general protection fault: 0000 [#1] SMP ",
                "general protection fault, probably for non-canonical address 0xdead: 0000 [#1] "
                "SMP"}},
        {Oops, "invalid opcode:", R"(^invalid opcode: [0-9a-f]{4} \[#\d+\])",
            {"invalid opcode: 0000 [#1] SMP PTI"}},
        {Oops, "divide error:", R"(^divide error: [0-9a-f]{4} \[#\d+\])",
            {"divide error: 0000 [#1] SMP"}},
        {Oops, "double fault", R"(^(?:PANIC: )?double fault[:,] )",
            {"double fault: 0000 [#1] SMP", "PANIC: double fault, error_code: 0x0"}},

        {Bug, "kernel BUG at", R"(^kernel BUG at (?<where>[^\s!]+)!?)",
            {"kernel BUG at fs/ext4/inode.c:2738!"}},
        {Bug, "BUG: ",
            R"(^BUG: (?:scheduling while atomic|sleeping function called|Bad |workqueue |KASAN|KCSAN|KFENCE|KMSAN|spinlock |rwlock |using |non-zero |held |stack |TASK stack|corrupted |MAX_|key |looks like |atomic |Invalid |NULL |Dentry|soft|recent printk|no ))",
            {"BUG: scheduling while atomic: swapper/0/0/0x00000002",
                "BUG: sleeping function called from invalid context at mm/slab.h:494",
                "BUG: Bad page state in process kswapd0  pfn:1a2b3c",
                "BUG: workqueue lockup - pool cpus=1 node=0 flags=0x0 nice=0 stuck for 32s!",
                "BUG: KASAN: slab-out-of-bounds in foo+0x12/0x34"}},

        {Warning,
            "WARNING: ", R"(^WARNING: (?:CPU: (?<cpu>\d+) PID: (?<pid>\d+) )?at (?<where>\S+))",
            {"WARNING: at fs/sysfs/dir.c:491 sysfs_add_one+0xc9/0x130() (Not tainted)",
                "WARNING: CPU: 3 PID: 1723 at block/blk-mq.c:1552 "
                "__blk_mq_run_hw_queue+0xa2/0xb0"}},
        {Warning, "WARNING: ",
            R"(^WARNING: (?<where>\S+:\d+) at (?<function>[^,\s]+), CPU#(?<cpu>\d+): (?<comm>.+)/(?<pid>\d+))",
            {"WARNING: kernel/sched/core.c:12 at foo+0x12/0x40, CPU#1: kworker/1:2/88"}},
        {Warning, "WARNING: ",
            R"(^WARNING: (?<what>possible |suspicious |inconsistent |bad unlock |nested lock |kernel stack|stack recursion))",
            {"WARNING: possible circular locking dependency detected",
                "WARNING: suspicious RCU usage"}},

        {Panic, "Kernel panic - not syncing", R"(^Kernel panic - not syncing: (?<reason>.*\S))",
            {"Kernel panic - not syncing: sysrq triggered crash",
                "Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)"}},

        // mm/oom_kill.c
        {OomKill, "invoked oom-killer", R"(^(?<invoker>.+) invoked oom-killer: )",
            {"java invoked oom-killer: gfp_mask=0x201da, order=0, oom_adj=0",
                "tmux: server invoked oom-killer: gfp_mask=0x100cca(GFP_HIGHUSER_MOVABLE), "
                "order=0"}},
        {OomKill, "ut of memory",
            R"(^(?:Memory cgroup o|O)ut of memory(?: \([^)]*\))?: Kill(?:ed)? process (?<victim_pid>\d+) \((?<victim>.+?)\)(?: |,|$))",
            {"Out of memory: Kill process 4711 (java) score 917 or sacrifice child",
                "Out of memory: Killed process 4711 (java) total-vm:5242880kB, anon-rss:1048576kB",
                "Memory cgroup out of memory: Killed process 12 (sh) total-vm:1kB"}},
    };
}

} // namespace plumbline
