// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/agent_replies.h"
#include "formats/block_stack.h"
#include "formats/ceph_requests.h"
#include "formats/console_picture.h"
#include "formats/device_node.h"
#include "formats/diskstats.h"
#include "formats/domain_xml.h"
#include "formats/drbd_status.h"
#include "formats/guest_words.h"
#include "formats/host_identity.h"
#include "formats/host_network.h"
#include "formats/iostat.h"
#include "formats/kernel_stacks.h"
#include "formats/librbd_requests.h"
#include "formats/mountinfo.h"
#include "formats/mountstats.h"
#include "formats/multipath_table.h"
#include "formats/path_chain.h"
#include "formats/port_answer.h"
#include "formats/proc_stat.h"
#include "formats/proc_status.h"
#include "formats/process_list.h"
#include "formats/qmp_jobs.h"
#include "formats/qmp_queries.h"
#include "formats/socket_table.h"
#include "formats/task_table.h"
#include "formats/virsh_text.h"
#include "probes/block_read.h"
#include "probes/console_tail.h"
#include "probes/probe.h"

#include <QList>

namespace plumbline {

// Everything that Plumbline can ask, in reading order: one line and one .cpp each.

// The host, and who is on it.
extern const Probe<HostIdentity> hostIdentity; // kernel, name, who we are there
extern const Probe<ProcessList> qemuProcesses; // every QEMU and its command line
extern const Probe<QList<ListedDomain>> libvirtDomains; // names and UUIDs, running or not
extern const Probe<QList<DomainStats>> libvirtStates; // run states, from libvirt's memory

// The domain, from libvirt.
extern const Probe<DomainXml> libvirtDomainXml;
extern const Probe<DomainState> libvirtDomainState;
extern const Probe<DomainControl> libvirtDomainControl; // is its monitor free?
extern const Probe<DomainJob> libvirtDomainJob; // what libvirt itself does with it
extern const Probe<ConsolePicture> libvirtScreenshot; // what the guest's display shows
extern const Probe<bool> guestAgentPing;
extern const Probe<bool> guestAgentFreeze; // has it frozen the guest's file systems?
extern const Probe<AgentInfo> guestAgentInfo; // its version, and what it refuses
extern const Probe<double> guestAgentUptime; // of the guest's kernel, in seconds
extern const Probe<QList<AgentDisk>> guestAgentDisks; // what that counts of its disks

// The domain, from QEMU's monitor.
extern const Probe<QemuVersion> qemuVersion; // one of them dies of a question
extern const Probe<VmStatus> qemuStatus;
extern const Probe<bool> qemuScreendump; // what the guest's display shows, into a file
extern const Probe<bool> qemuOldScreendump; // the same before QEMU 7.1
extern const Probe<QList<BlockStats>> qemuBlockstats;
extern const Probe<QList<IoThread>> qemuIothreads;
extern const Probe<QList<BlockJob>> qemuBlockJobs;
extern const Probe<QList<Job>> qemuJobs; // block jobs, and those that are none
extern const Probe<Migration> qemuMigration;
extern const Probe<VirtioStatus> qemuVirtioStatus;
extern const Probe<VirtqueueStatus> qemuVirtqueue; // one queue; never of vhost-user
extern const Probe<VhostQueueStatus> qemuVhostQueue; // where a vhost device's rings lie
extern const Probe<GuestWords> qemuMemory; // of a ring, from guest RAM

// The domain, from the host's kernel.
extern const Probe<ProcessStatus> processStatus;
extern const Probe<ProcessStat> processStart; // is it still the same process?
extern const Probe<TaskTable> processThreads;
extern const Probe<KernelStacks> processStacks; // where they wait; root only
extern const Probe<MountTable> processMounts;
extern const Probe<MountStatsTable> processNfsStats;
extern const Probe<DiskTable> hostDisks;
extern const Probe<IostatReport> hostIostat; // of recorded incidents only
extern const Probe<BlockStack> hostBlockStack; // devices, what they are made of, their transports
extern const Probe<SocketTable> hostUnixSockets;
extern const Probe<SocketTable> hostTcpSockets;
extern const Probe<HostNetwork> hostNetwork; // what goes through the guest's network cards
extern const Probe<ConsolePicture> dumpedPicture; // by QEMU; it is removed
extern const Probe<ConsoleTail> consoleTail; // size, age and end of the serial log

// Bounded experiments.
extern const Probe<DeviceNode> deviceNode; // which device a name below /dev leads to
extern const Probe<MultipathTable> hostMultipath; // paths, and whether it queues without one
extern const Probe<CephRequests> cephRequests; // of a krbd client
extern const Probe<LibrbdClients> librbdRequests; // of QEMU's own Ceph clients
extern const Probe<DrbdStatus> drbdStatus;
extern const Probe<PathChain> filePathChain; // link by link, on the host and as QEMU sees it
extern const Probe<PortAnswer> portAnswers; // a file server's TCP port
extern const Probe<QByteArray> mountAnswers; // statfs(2) of a network or FUSE mount

// Only when a human asks for it.
extern const Probe<BlockRead> activeRead; // one block of a disk's file, past the cache

} // namespace plumbline
