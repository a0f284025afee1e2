// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tasks/task_words.h"

#include "views/models/visible_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace plumbline {

static QString translated(const char *source)
{
    return QCoreApplication::translate("waits", source);
}

QString waitText(Wait wait)
{
    switch (wait) {
    case Wait::BlockDevice:
        return translated(QT_TRANSLATE_NOOP("waits", "block device"));
    case Wait::Journal:
        return translated(QT_TRANSLATE_NOOP("waits", "file system journal"));
    case Wait::Nfs:
        return translated(QT_TRANSLATE_NOOP("waits", "NFS server"));
    case Wait::Fuse:
        return translated(QT_TRANSLATE_NOOP("waits", "FUSE or virtio-fs"));
    case Wait::Lock:
        return translated(QT_TRANSLATE_NOOP("waits", "lock"));
    case Wait::MemoryReclaim:
        return translated(QT_TRANSLATE_NOOP("waits", "memory reclaim"));
    case Wait::Network:
        return translated(QT_TRANSLATE_NOOP("waits", "network"));
    case Wait::Userspace:
        return translated(QT_TRANSLATE_NOOP("waits", "another program"));
    case Wait::Idle:
        return translated(QT_TRANSLATE_NOOP("waits", "no work"));
    case Wait::Other:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("waits", "something else"));
}

// The kernel's own words where it has some: they are what is searched for.
QString dumpKindText(DumpKind kind)
{
    switch (kind) {
    case DumpKind::ShowState:
        return QStringLiteral("Show State");
    case DumpKind::ShowBlocked:
        return QStringLiteral("Show Blocked State");
    case DumpKind::ShowRegisters:
        return QStringLiteral("Show Regs");
    case DumpKind::CpuBacktrace:
        return QStringLiteral("Show backtrace of all active CPUs");
    case DumpKind::HungTask:
        return QStringLiteral("hung task");
    case DumpKind::SoftLockup:
        return QStringLiteral("soft lockup");
    case DumpKind::HardLockup:
        return QStringLiteral("hard LOCKUP");
    case DumpKind::RcuStall:
        return QStringLiteral("RCU stall");
    case DumpKind::Oops:
        return QStringLiteral("Oops");
    case DumpKind::Bug:
        return QStringLiteral("BUG");
    case DumpKind::Warning:
        return QStringLiteral("WARNING");
    case DumpKind::Panic:
        return QStringLiteral("Kernel panic");
    case DumpKind::OomKill:
        return QStringLiteral("oom-killer");
    case DumpKind::AllocationFailure:
        return QStringLiteral("page allocation failure");
    case DumpKind::CallTrace:
        return QStringLiteral("Call Trace");
    case DumpKind::Tasks:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("waits", "tasks without a heading"));
}

QString taskName(const QByteArray &comm, const std::optional<qint64> &pid)
{
    const QString name
        = comm.isEmpty() ? QStringLiteral("?") : visibleName(QString::fromUtf8(comm), 40);
    return pid ? name + u'[' + QString::number(*pid) + u']' : name;
}

QString frameText(const StackFrame &frame)
{
    QString line = frame.reliable ? QString() : QStringLiteral("? ");
    line += visibleName(QString::fromUtf8(frame.symbol), 100);
    if (frame.size > 0)
        line += QStringLiteral("+0x%1/0x%2").arg(frame.offset, 0, 16).arg(frame.size, 0, 16);
    if (!frame.module.isEmpty())
        line += QStringLiteral(" [") + visibleName(QString::fromUtf8(frame.module), 60) + u']';
    return line;
}

QString chainText(const WaitChain &chain)
{
    QStringList steps;
    for (const ChainLink &link : chain.links) {
        QString step = taskName(link.comm, link.pid);
        if (link.reason == ChainLink::OwnsLock)
            step += translated(QT_TRANSLATE_NOOP("waits", " (owns the %1)"))
                        .arg(QString::fromUtf8(link.lock));
        else if (link.reason == ChainLink::CommitsJournal)
            step += translated(QT_TRANSLATE_NOOP("waits", " (commits the journal)"));
        steps.append(step);
    }
    const QString text = steps.join(QStringLiteral(" → "));
    return chain.isCircle ? translated(QT_TRANSLATE_NOOP("waits", "%1: a circle")).arg(text) : text;
}

} // namespace plumbline
