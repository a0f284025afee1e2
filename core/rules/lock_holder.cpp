// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/side_channel_rules.h"

#include <array>

namespace plumbline {

namespace {

enum class Work { Question, Change, Long, Agent };

struct Call
{
    /// How libvirt's call begins, without the dispatcher's name before it.
    const char *name;
    const char *command;
    Work work;
};

} // namespace

// libvirt: src/remote/remote_protocol.x names the calls, tools/virsh-*.c who makes them. A longer
// name stands before one that it begins with.
static constexpr std::array calls{
    Call{"ConnectGetAllDomainStats", "domstats", Work::Question},
    Call{"DomainBlockStats", "domblkstat", Work::Question},
    Call{"DomainGetBlockInfo", "domblkinfo", Work::Question},
    Call{"DomainGetDiskErrors", "domblkerror", Work::Question},
    Call{"DomainMemoryStats", "dommemstat", Work::Question},
    Call{"DomainGetBlockJobInfo", "blockjob", Work::Question},
    Call{"DomainGetBlockIoTune", "blkdeviotune", Work::Question},
    Call{"DomainGetJob", "domjobinfo", Work::Question},
    Call{"DomainGetXMLDesc", "dumpxml", Work::Question},
    Call{"DomainGetInfo", "dominfo", Work::Question},
    Call{"DomainMonitorCommand", "qemu-monitor-command", Work::Question},
    Call{"DomainScreenshot", "screenshot", Work::Question},
    Call{"DomainMigrate", "migrate", Work::Long},
    Call{"DomainBackupBegin", "backup-begin", Work::Long},
    Call{"DomainManagedSave", "managedsave", Work::Long},
    Call{"DomainSave", "save", Work::Long},
    Call{"DomainCoreDump", "dump", Work::Long},
    Call{"DomainBlockJobAbort", "blockjob --abort", Work::Change},
    Call{"DomainBlockCommit", "blockcommit", Work::Change},
    Call{"DomainBlockCopy", "blockcopy", Work::Change},
    Call{"DomainBlockPull", "blockpull", Work::Change},
    Call{"DomainBlockRebase", "blockpull", Work::Change},
    Call{"DomainBlockResize", "blockresize", Work::Change},
    Call{"DomainSetBlockIoTune", "blkdeviotune", Work::Change},
    Call{"DomainSnapshotCreate", "snapshot-create", Work::Change},
    Call{"DomainCheckpointCreate", "checkpoint-create", Work::Change},
    Call{"DomainSuspend", "suspend", Work::Change},
    Call{"DomainResume", "resume", Work::Change},
    Call{"DomainReset", "reset", Work::Change},
    Call{"DomainReboot", "reboot", Work::Change},
    Call{"DomainShutdown", "shutdown", Work::Change},
    Call{"DomainDestroy", "destroy", Work::Change},
    Call{"DomainCreate", "start", Work::Change},
    Call{"DomainAttachDevice", "attach-device", Work::Change},
    Call{"DomainDetachDevice", "detach-device", Work::Change},
    Call{"DomainUpdateDevice", "update-device", Work::Change},
    Call{"DomainFSFreeze", "domfsfreeze", Work::Agent},
    Call{"DomainFSThaw", "domfsthaw", Work::Agent},
    Call{"DomainFSTrim", "domfstrim", Work::Agent},
    Call{"DomainGetFSInfo", "domfsinfo", Work::Agent},
    Call{"DomainGetGuestInfo", "guestinfo", Work::Agent},
    Call{"DomainInterfaceAddresses", "domifaddr", Work::Agent},
    Call{"DomainAgentCommand", "qemu-agent-command", Work::Agent},
};

// "remoteDispatchDomainBlockStats", "qemuDispatchDomainMonitorCommand".
static const Call *callOf(const QByteArray &holder)
{
    static constexpr QByteArrayView dispatch = "Dispatch";
    const qsizetype at = holder.indexOf(dispatch);
    const QByteArrayView name = QByteArrayView(holder).sliced(at < 0 ? 0 : at + dispatch.size());
    for (const Call &call : calls) {
        if (name.startsWith(call.name))
            return &call;
    }
    return nullptr;
}

static Phrase namePhrase(const QByteArray &holder, const Call *call)
{
    const QString name = QString::fromUtf8(holder.left(100));
    return call ? PHRASE("rules", "virsh %1 (%2)").arg(QString::fromLatin1(call->command)).arg(name)
                : Phrase::verbatim(name);
}

static Phrase meaning(Work work)
{
    switch (work) {
    case Work::Question:
        return PHRASE("rules", "a question that QEMU or the storage has not answered");
    case Work::Change:
        return PHRASE("rules",
            "a change that QEMU has not finished, perhaps because it waits for requests in flight");
    case Work::Long:
        return PHRASE("rules", "long by nature; virsh domjobinfo tells whether it goes on");
    case Work::Agent:
        return PHRASE("rules", "it waits for the guest's agent");
    }
    return {};
}

static Phrase heldBy(const Phrase &held, const QByteArray &holder)
{
    const Call *call = callOf(holder);
    const Phrase who = PHRASE("rules", "%1: %2").arg(held).arg(namePhrase(holder, call));
    return call ? PHRASE("rules", "%1, %2").arg(who).arg(meaning(call->work)) : who;
}

Phrase holderPhrase(const VirshError &error)
{
    Phrase text;
    if (!error.holder.isEmpty())
        text = heldBy(PHRASE("rules", "another call holds the domain"), error.holder);
    if (!error.agentHolder.isEmpty()) {
        const Phrase agent
            = heldBy(PHRASE("rules", "another call holds its agent"), error.agentHolder);
        text = text.isEmpty() ? agent : PHRASE("rules", "%1; %2").arg(text).arg(agent);
    }
    if (text.isEmpty())
        text = PHRASE("rules", "another call holds the domain, and libvirt does not say which");
    if (error.queueFull) {
        text = PHRASE("rules", "%1; so many wait for it that libvirt lets no more do so").arg(text);
    }
    return text;
}

} // namespace plumbline
