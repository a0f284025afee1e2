// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tasks/wait_table.h"

#include <algorithm>
#include <iterator>

namespace plumbline {

QByteArrayView waitName(Wait wait)
{
    static constexpr QByteArrayView names[] = {"block-device", "filesystem-journal", "nfs", "fuse",
        "lock", "memory-reclaim", "network", "userspace", "idle", "other"};
    return names[size_t(wait)];
}

using enum WaitRow::Strength;

// A symbol takes the first row that fits, so names stand before the starts of names. A stack is
// read from the innermost frame outwards: the first function that decides does.
static constexpr WaitRow rows[] = {
    // The scheduler and waiting in general: whoever called it knows for what.
    {"__schedule", Passes},
    {"schedule", Passes},
    {"schedule_timeout*", Passes},
    {"schedule_preempt_disabled", Passes},
    {"schedule_hrtimeout*", Passes},
    {"preempt_schedule*", Passes},
    {"__switch_to*", Passes},
    {"__wait_on_bit*", Passes},
    {"out_of_line_wait_on_bit*", Passes},
    {"bit_wait", Passes},
    {"bit_wait_timeout", Passes},
    {"wait_for_completion*", Passes},
    {"__wait_for_common", Passes},
    {"wait_for_common", Passes},
    {"do_wait_for_common", Passes},
    {"wait_woken", Passes},
    {"autoremove_wake_function", Passes},

    // Locks: who holds it decides, whatever file system the waiter is in.
    {"__mutex_lock*", Decides, Wait::Lock},
    {"mutex_lock*", Decides, Wait::Lock},
    {"__ww_mutex_lock*", Decides, Wait::Lock},
    {"rwsem_down_*", Decides, Wait::Lock},
    {"call_rwsem_down_*", Decides, Wait::Lock}, // assembly stubs up to 5.0
    {"down_read*", Decides, Wait::Lock},
    {"down_write*", Decides, Wait::Lock},
    {"__down*", Decides, Wait::Lock},
    {"down", Decides, Wait::Lock},
    {"down_timeout", Decides, Wait::Lock},
    {"percpu_rwsem_wait", Decides, Wait::Lock}, // among others of a frozen file system
    {"__percpu_down_read", Decides, Wait::Lock},
    {"percpu_down_*", Decides, Wait::Lock},
    {"super_lock", Decides, Wait::Lock}, // of a file system that is mounted or unmounted
    {"rt_mutex_*", Decides, Wait::Lock},
    {"rt_spin_lock*", Decides, Wait::Lock},
    {"__rt_mutex_*", Decides, Wait::Lock},
    {"__lock_sock", Decides, Wait::Lock},
    {"lock_sock_nested", Decides, Wait::Lock},
    {"posix_lock_inode_wait", Decides, Wait::Lock}, // locks on files, held by programs
    {"flock_lock_inode_wait", Decides, Wait::Lock},
    {"locks_lock_inode_wait", Decides, Wait::Lock},
    {"fcntl_setlk", Decides, Wait::Lock},

    // FUSE, and virtio-fs, whose waiting is FUSE's.
    {"fuse_dev_do_read", Decides, Wait::Userspace}, // the daemon itself, without a request
    {"fuse_dev_read", Decides, Wait::Userspace},
    {"request_wait_answer", Decides, Wait::Fuse},
    {"fuse_*", Decides, Wait::Fuse},
    {"__fuse_*", Decides, Wait::Fuse},
    {"virtio_fs_*", Decides, Wait::Fuse},
    {"cuse_*", Decides, Wait::Fuse},

    // NFS and RPC: nfsd_… is the server and waits for what is below it.
    {"rpc_wait_bit_killable", Decides, Wait::Nfs},
    {"__rpc_wait_for_completion_task", Decides, Wait::Nfs},
    {"__rpc_execute", Decides, Wait::Nfs},
    {"rpc_*", Decides, Wait::Nfs},
    {"xprt_*", Decides, Wait::Nfs},
    {"nfs_*", Decides, Wait::Nfs},
    {"nfs3_*", Decides, Wait::Nfs},
    {"nfs4_*", Decides, Wait::Nfs},
    {"nfs41_*", Decides, Wait::Nfs},
    {"_nfs4_*", Decides, Wait::Nfs},
    {"__nfs_*", Decides, Wait::Nfs},
    {"pnfs_*", Decides, Wait::Nfs},
    {"nlmclnt_*", Decides, Wait::Nfs}, // locks on files of an NFS server

    // Other file systems behind a network.
    {"ceph_*", Decides, Wait::Network},
    {"rbd_*", Decides, Wait::Network},
    {"cifs_*", Decides, Wait::Network},
    {"smb2_*", Decides, Wait::Network},
    {"SMB2_*", Decides, Wait::Network},
    {"p9_client_*", Decides, Wait::Network},
    {"v9fs_*", Decides, Wait::Network},

    // Journals: the task waits for the thread that commits. That thread itself waits for its blocks
    // (io_schedule further in hints at it) or for tasks that still hold a handle.
    {"jbd2_log_wait_commit", Decides, Wait::Journal},
    {"jbd2_complete_transaction", Decides, Wait::Journal},
    {"wait_transaction_locked", Decides, Wait::Journal},
    {"wait_transaction_switching", Decides, Wait::Journal},
    {"add_transaction_credits", Decides, Wait::Journal},
    {"start_this_handle", Decides, Wait::Journal},
    {"do_get_write_access", Decides, Wait::Journal}, // of a buffer that is being committed
    {"jbd2_journal_lock_updates", Decides, Wait::Journal},
    {"jbd2_log_do_checkpoint", Hints, Wait::Journal},
    {"__jbd2_log_wait_for_space", Decides, Wait::Journal},
    {"jbd2_journal_wait_updates", Decides, Wait::Journal},
    {"jbd2_journal_commit_transaction", Hints, Wait::Journal},
    {"log_wait_commit", Decides, Wait::Journal}, // jbd of ext3, up to 4.2
    {"journal_commit_transaction", Hints, Wait::Journal},
    {"xlog_wait*", Decides, Wait::Journal},
    {"xlog_grant_head_*", Decides, Wait::Journal},
    {"xlog_cil_*", Decides, Wait::Journal},
    {"xfs_log_force*", Decides, Wait::Journal},
    {"__xfs_log_force*", Decides, Wait::Journal},
    {"_xfs_log_force*", Decides, Wait::Journal},
    {"xfs_log_reserve", Decides, Wait::Journal},
    {"xfs_trans_reserve", Decides, Wait::Journal},
    {"wait_current_trans*", Decides, Wait::Journal},
    {"wait_for_commit", Decides, Wait::Journal},
    {"btrfs_wait_for_commit", Decides, Wait::Journal},
    {"btrfs_commit_transaction*", Hints, Wait::Journal},
    {"txg_wait_*", Decides, Wait::Journal}, // ZFS
    {"cv_wait_common", Hints, Wait::Other}, // every wait of ZFS

    // Reclaim: memory is asked for, and pages have to be written or freed first.
    {"balance_dirty_pages*", Decides, Wait::MemoryReclaim},
    {"throttle_direct_reclaim", Decides, Wait::MemoryReclaim},
    {"reclaim_throttle", Decides, Wait::MemoryReclaim},
    {"wait_iff_congested", Decides, Wait::MemoryReclaim},
    {"congestion_wait*", Decides, Wait::MemoryReclaim},
    {"kswapd_try_to_sleep", DecidesInnermost, Wait::Idle},
    {"kswapd", DecidesInnermost, Wait::Idle},
    {"shrink_*", Decides, Wait::MemoryReclaim},
    {"try_to_free_*", Decides, Wait::MemoryReclaim},
    {"__alloc_pages_slowpath*", Decides, Wait::MemoryReclaim},
    {"mem_cgroup_handle_over_high", Decides, Wait::MemoryReclaim},
    {"mem_cgroup_oom_synchronize", Decides, Wait::MemoryReclaim},
    {"out_of_memory", Decides, Wait::MemoryReclaim},

    // The block layer itself.
    {"blk_mq_get_tag", Decides, Wait::BlockDevice}, // all requests of the queue are in flight
    {"bt_get", Decides, Wait::BlockDevice},
    {"get_request*", Decides, Wait::BlockDevice}, // the same before blk-mq
    {"blk_mq_freeze_queue_wait", Decides, Wait::BlockDevice},
    {"blk_queue_enter", Decides, Wait::BlockDevice}, // the queue is frozen
    {"__bio_queue_enter", Decides, Wait::BlockDevice},
    {"rq_qos_wait", Decides, Wait::BlockDevice}, // throttled by the device's latency
    {"wbt_wait", Decides, Wait::BlockDevice},
    {"blk_execute_rq*", Decides, Wait::BlockDevice},
    {"submit_bio_wait", Decides, Wait::BlockDevice},
    {"blkdev_issue_flush*", Decides, Wait::BlockDevice},
    {"virtblk_*", Decides, Wait::BlockDevice},
    {"dio_await_completion", Decides, Wait::BlockDevice},
    {"do_blockdev_direct_IO", Decides, Wait::BlockDevice},
    {"__blockdev_direct_IO", Decides, Wait::BlockDevice},
    {"__blkdev_direct_IO*", Decides, Wait::BlockDevice},
    {"__iomap_dio_rw", Decides, Wait::BlockDevice},
    {"iomap_dio_rw", Decides, Wait::BlockDevice},
    {"xfs_buf_iowait", Decides, Wait::BlockDevice},
    {"xfs_buf_submit*", Decides, Wait::BlockDevice},
    {"__wait_on_buffer", Decides, Wait::BlockDevice},
    {"wait_barrier", Decides, Wait::BlockDevice}, // md
    {"md_write_start", Decides, Wait::BlockDevice},
    {"raid5_get_active_stripe", Decides, Wait::BlockDevice},
    {"dm_wait_*", Decides, Wait::BlockDevice},
    {"nvme_submit_sync_cmd", Decides, Wait::BlockDevice},
    {"nvme_wait_freeze*", Decides, Wait::BlockDevice},
    {"scsi_execute*", Decides, Wait::BlockDevice},
    {"zio_wait", Decides, Wait::BlockDevice}, // ZFS
    // Pages and buffers are on their way to or from some file system; if nothing further out is a
    // network's, it is one on a block device.
    {"io_schedule*", Hints, Wait::BlockDevice},
    {"bit_wait_io*", Hints, Wait::BlockDevice},
    {"folio_wait_*", Hints, Wait::BlockDevice},
    {"__folio_lock*", Hints, Wait::BlockDevice},
    {"__lock_page*", Hints, Wait::BlockDevice},
    {"wait_on_page_*", Hints, Wait::BlockDevice},
    {"sleep_on_page*", Hints, Wait::BlockDevice},
    {"sleep_on_buffer", Hints, Wait::BlockDevice},
    {"inode_dio_wait*", Hints, Wait::BlockDevice},
    {"__inode_wait_for_writeback", Hints, Wait::BlockDevice},
    {"inode_wait_for_writeback", Hints, Wait::BlockDevice},
    {"wb_wait_for_completion", Hints, Wait::BlockDevice},
    {"__filemap_fdatawait_range", Hints, Wait::BlockDevice},

    // Other programs. Sockets of this machine count as programs, those of the network as network.
    {"futex_*", Decides, Wait::Userspace},
    {"__futex_wait", Decides, Wait::Userspace},
    {"do_futex", Decides, Wait::Userspace},
    {"ep_poll", Decides, Wait::Userspace},
    {"do_epoll_wait", Decides, Wait::Userspace},
    {"do_sys_poll", Decides, Wait::Userspace},
    {"do_poll*", Decides, Wait::Userspace},
    {"poll_schedule_timeout*", Decides, Wait::Userspace},
    {"do_select", Decides, Wait::Userspace},
    {"pipe_read", Decides, Wait::Userspace},
    {"pipe_write", Decides, Wait::Userspace},
    {"anon_pipe_*", Decides, Wait::Userspace},
    {"pipe_wait*", Decides, Wait::Userspace},
    {"wait_for_partner", Decides, Wait::Userspace}, // the other end of a FIFO
    {"do_wait", Decides, Wait::Userspace},
    {"kernel_wait4", Decides, Wait::Userspace},
    {"do_wait4", Decides, Wait::Userspace},
    {"wait_for_vfork_done", Decides, Wait::Userspace},
    {"kernel_clone", Decides, Wait::Userspace}, // vfork: until the child execs
    {"_do_fork", Decides, Wait::Userspace},
    {"do_fork", Decides, Wait::Userspace},
    {"do_nanosleep", Decides, Wait::Userspace},
    {"hrtimer_nanosleep", Decides, Wait::Userspace},
    {"sigsuspend", Decides, Wait::Userspace},
    {"sys_pause", Decides, Wait::Userspace},
    {"__do_sys_pause", Decides, Wait::Userspace},
    {"do_sigtimedwait", Decides, Wait::Userspace},
    {"do_signal_stop", Decides, Wait::Userspace},
    {"ptrace_stop", Decides, Wait::Userspace},
    {"n_tty_read", Decides, Wait::Userspace},
    {"n_tty_write", Decides, Wait::Userspace},
    {"unix_stream_*", Decides, Wait::Userspace},
    {"unix_dgram_*", Decides, Wait::Userspace},
    {"unix_wait_for_peer", Decides, Wait::Userspace},
    {"do_msgrcv", Decides, Wait::Userspace},
    {"do_semtimedop", Decides, Wait::Userspace},
    {"__do_semtimedop", Decides, Wait::Userspace},
    {"wq_sleep", Decides, Wait::Userspace}, // POSIX message queues
    {"eventfd_read", Decides, Wait::Userspace},
    {"signalfd_*", Decides, Wait::Userspace},
    {"timerfd_read*", Decides, Wait::Userspace},
    {"inotify_read", Decides, Wait::Userspace},
    {"fanotify_*", Decides, Wait::Userspace},
    {"handle_userfault", Decides, Wait::Userspace},
    {"read_events", Decides, Wait::Userspace}, // io_getevents
    {"io_cqring_wait", Decides, Wait::Userspace},
    {"devkmsg_read", Decides, Wait::Userspace},
    {"do_syslog", Decides, Wait::Userspace},
    {"coredump_wait", Decides, Wait::Userspace},

    {"sk_wait_data", Decides, Wait::Network},
    {"sk_stream_wait_*", Decides, Wait::Network},
    {"tcp_*", Decides, Wait::Network},
    {"inet_csk_accept", Decides, Wait::Network},
    {"inet_csk_wait_for_connect", Decides, Wait::Network},
    {"inet_wait_for_connect", Decides, Wait::Network},
    {"inet_stream_connect", Decides, Wait::Network},
    {"__inet_stream_connect", Decides, Wait::Network},
    {"__skb_wait_for_more_packets", Hints, Wait::Network}, // datagrams, unix_dgram_… among them
    {"netlink_*", Decides, Wait::Userspace},
    {"packet_recvmsg", Decides, Wait::Network},
    {"vsock_*", Decides, Wait::Network},
    {"vhost_*", DecidesInnermost, Wait::Idle},

    // Without work: only when the thread's own loop sleeps.
    {"worker_thread", DecidesInnermost, Wait::Idle},
    {"rescuer_thread", DecidesInnermost, Wait::Idle},
    {"kthreadd", DecidesInnermost, Wait::Idle},
    {"kthread_worker_fn", DecidesInnermost, Wait::Idle},
    {"smpboot_thread_fn", DecidesInnermost, Wait::Idle},
    {"rcu_gp_*", DecidesInnermost, Wait::Idle},
    {"rcu_tasks_*", DecidesInnermost, Wait::Idle},
    {"rcu_nocb_*", DecidesInnermost, Wait::Idle},
    {"nocb_*", DecidesInnermost, Wait::Idle},
    {"kjournald2", DecidesInnermost, Wait::Idle},
    {"kjournald", DecidesInnermost, Wait::Idle},
    {"ext4_lazyinit_thread", DecidesInnermost, Wait::Idle},
    {"xfsaild", DecidesInnermost, Wait::Idle},
    {"transaction_kthread", DecidesInnermost, Wait::Idle},
    {"cleaner_kthread", DecidesInnermost, Wait::Idle},
    {"kcompactd", DecidesInnermost, Wait::Idle},
    {"khugepaged*", DecidesInnermost, Wait::Idle},
    {"ksm_scan_thread", DecidesInnermost, Wait::Idle},
    {"oom_reaper", DecidesInnermost, Wait::Idle},
    {"kauditd_thread", DecidesInnermost, Wait::Idle},
    {"watchdog", DecidesInnermost, Wait::Idle}, // khungtaskd
    {"irq_thread", DecidesInnermost, Wait::Idle},
    {"irq_wait_for_interrupt", DecidesInnermost, Wait::Idle},
    {"scsi_error_handler", DecidesInnermost, Wait::Idle},
    {"md_thread", DecidesInnermost, Wait::Idle},
    {"loop_thread", DecidesInnermost, Wait::Idle},
    {"svc_recv", DecidesInnermost, Wait::Idle},
    {"svc_get_next_xprt", DecidesInnermost, Wait::Idle},
    {"devtmpfsd", DecidesInnermost, Wait::Idle},
    {"devtmpfs_work_loop", DecidesInnermost, Wait::Idle},
    {"hwrng_fillfn", DecidesInnermost, Wait::Idle},
    {"psi_rtpoll_worker", DecidesInnermost, Wait::Idle},
    {"io_wq_worker", DecidesInnermost, Wait::Idle},
    {"io_sq_thread", DecidesInnermost, Wait::Idle},
    {"kvm_vcpu_block", DecidesInnermost, Wait::Idle}, // the guest's processor halts
    {"kvm_vcpu_halt", DecidesInnermost, Wait::Idle},
    {"cpu_idle*", DecidesInnermost, Wait::Idle},
    {"do_idle", DecidesInnermost, Wait::Idle},

    // Known, and none of the above.
    {"synchronize_rcu*", Decides},
    {"__wait_rcu_gp", Decides},
    {"wait_rcu_gp*", Decides},
    {"__synchronize_srcu", Decides},
    {"__flush_work*", Decides},
    {"flush_work*", Decides},
    {"usleep_range*", Decides},
    {"msleep*", Decides},
};

std::span<const WaitRow> waitTable()
{
    return rows;
}

static bool fits(QByteArrayView pattern, QByteArrayView symbol)
{
    return pattern.endsWith('*') ? symbol.startsWith(pattern.chopped(1)) : symbol == pattern;
}

const WaitRow *waitRow(QByteArrayView symbol)
{
    const qsizetype suffix = symbol.indexOf('.', 1);
    const QByteArrayView name = suffix < 0 ? symbol : symbol.first(suffix);
    const auto row = std::find_if(std::begin(rows), std::end(rows),
        [name](const WaitRow &each) { return fits(each.pattern, name); });
    return row == std::end(rows) ? nullptr : &*row;
}

} // namespace plumbline
