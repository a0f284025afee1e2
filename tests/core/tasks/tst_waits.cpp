// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What tasks wait for, in stacks that real kernels printed and in such as they print.
#include "tasks/function_notes.h"
#include "tasks/waits.h"

#include "stacks.h"
#include "support/golden.h"

#include <QSet>
#include <QTest>

namespace plumbline {

using namespace Qt::StringLiterals;

class TestWaits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void realTasks_data();
    void realTasks();
    void stacks_data();
    void stacks();
    void onlyUnreliableFrames();
    void statesThatDoNotWait();
    void tableHasNoRowInVain();
    void notes();
};

void TestWaits::realTasks_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<qint64>("pid");
    QTest::addColumn<QByteArray>("wait");
    QTest::addColumn<QByteArray>("symbol");
    const QString w = u"sysrq_w_and_t_6.1"_s;
    const QString hung = u"hung_tasks_serial_6.12"_s;
    const auto row = [](const QString &file, qint64 pid, const char *wait, const char *symbol) {
        QTest::addRow("%s %lld", qPrintable(file), static_cast<long long>(pid))
            << file << pid << QByteArray(wait) << QByteArray(symbol);
    };
    row(w, 110, "block-device", "io_schedule"); // jbd2's own thread
    row(w, 131, "filesystem-journal", "jbd2_log_wait_commit");
    row(w, 132, "block-device", "submit_bio_wait");
    row(w, 134, "block-device", "__iomap_dio_rw");
    row(w, 138, "lock", "__mutex_lock.constprop.0");
    row(w, 118, "lock", "rwsem_down_read_slowpath");
    row(w, 143, "userspace", "kernel_clone"); // vfork
    row(w, 875, "block-device", "rq_qos_wait");
    row(w, 1, "userspace", "do_sys_poll");
    row(w, 2, "idle", "kthreadd");
    row(w, 3, "idle", "rescuer_thread");
    row(hung, 165, "lock", "super_lock");
    row(u"sysrq_w_t_l_nbd_stall_6.12"_s, 3572, "block-device", "submit_bio_wait");
    row(u"sysrq_w_t_l_nbd_stall_6.12"_s, 1161, "other", "__wait_rcu_gp");
    row(u"sysrq_w_t_l_nbd_stall_6.12"_s, 164, "idle", "hwrng_fillfn");
    row(hung, 174, "filesystem-journal", "jbd2_log_wait_commit");
}

void TestWaits::realTasks()
{
    QFETCH(const QString, file);
    QFETCH(const qint64, pid);
    const TaskDumps dumps
        = readTaskDumps(contentsOf(QStringLiteral(FIXTURES_DIR "/task_dumps/") + file + u".txt"_s));
    const WaitJudge judge(dumps);
    const DumpedTask *found = nullptr;
    for (const TaskDump &dump : dumps.dumps) {
        for (const DumpedTask &task : dump.tasks)
            found = task.pid == pid ? &task : found;
    }
    QVERIFY(found);
    const WaitVerdict verdict = judge.judge(*found);
    QVERIFY(verdict.wait.has_value());
    QTEST(waitName(*verdict.wait).toByteArray(), "wait");
    QTEST(dumps.frame(found->frames[verdict.frame]).symbol, "symbol");
    QVERIFY(verdict.isReliable);
}

void TestWaits::stacks_data()
{
    QTest::addColumn<QStringList>("frames");
    QTest::addColumn<QByteArray>("wait"); // empty: nothing is known
    QTest::addColumn<qsizetype>("deciding");
    const auto row
        = [](const char *name, const char *wait, qsizetype deciding, const char *frames) {
              QTest::newRow(name) << QString::fromLatin1(frames).split(u' ') << QByteArray(wait)
                                  << deciding;
          };
    row("a page of ext4", "block-device", 2,
        "__schedule schedule io_schedule folio_wait_bit_common ext4_fsync");
    row("a page of NFS", "nfs", 4,
        "__schedule schedule io_schedule folio_wait_bit_common nfs_file_fsync");
    row("a page of FUSE", "fuse", 4,
        "__schedule schedule io_schedule folio_wait_bit_common fuse_fsync");
    row("an RPC", "nfs", 2,
        "__schedule schedule rpc_wait_bit_killable __wait_on_bit nfs4_proc_getattr");
    row("the NFS server below", "block-device", 1,
        "schedule io_schedule ext4_sync_file nfsd4_commit nfsd kthread");
    row("a mutex in NFS", "lock", 2,
        "schedule schedule_preempt_disabled __mutex_lock nfs_file_write");
    row("a FUSE request", "fuse", 1,
        "schedule request_wait_answer fuse_simple_request fuse_lookup");
    row("a FUSE daemon", "userspace", 1, "schedule fuse_dev_do_read fuse_dev_read vfs_read");
    row("jbd2 writes", "block-device", 3,
        "schedule io_schedule bit_wait_io __wait_on_buffer.part.0 jbd2_journal_commit_transaction "
        "kjournald2");
    row("jbd2 waits for handles", "filesystem-journal", 1,
        "schedule jbd2_journal_commit_transaction kjournald2 kthread");
    row("jbd2 has no work", "idle", 1, "schedule kjournald2 kthread");
    row("dirty pages", "memory-reclaim", 2,
        "schedule_timeout io_schedule_timeout balance_dirty_pages ext4_file_write_iter");
    row("reclaim into swap", "memory-reclaim", 2,
        "schedule io_schedule shrink_folio_list try_to_free_pages");
    row("reclaim without tags", "block-device", 2,
        "schedule io_schedule blk_mq_get_tag swap_writepage shrink_folio_list");
    row("a worker at work", "block-device", 1,
        "schedule io_schedule wb_workfn process_one_work worker_thread kthread");
    row("a worker without work", "idle", 1, "schedule worker_thread kthread ret_from_fork");
    row("a socket", "network", 3, "schedule schedule_timeout wait_woken sk_wait_data tcp_recvmsg");
    row("a futex", "userspace", 1, "schedule futex_wait_queue futex_wait");
    row("RHEL 6", "block-device", 1, "schedule io_schedule sync_buffer __wait_on_bit");
    row("a function that nobody knows", "", -1, "schedule some_driver_wait ret_from_fork");
    row("a driver's wait in a worker", "", -1,
        "schedule some_driver_wait process_one_work worker_thread");
    row("ZFS", "block-device", 2, "schedule cv_wait_common zio_wait dmu_tx_wait");
    row("suffixes of compilers", "lock", 0, "__mutex_lock.constprop.0.isra.5 ext4_lookup");
}

void TestWaits::stacks()
{
    QFETCH(const QStringList, frames);
    QFETCH(const QByteArray, wait);
    const TaskDumps dumps = readTaskDumps(tests::stackText("x", 7, 'D', frames));
    const DumpedTask &task = dumps.dumps.front().tasks.front();
    QCOMPARE(task.frames.size(), frames.size());
    const WaitVerdict verdict = WaitJudge(dumps).judge(task);
    QCOMPARE(verdict.wait ? waitName(*verdict.wait).toByteArray() : QByteArray(), wait);
    QTEST(verdict.frame, "deciding");
}

void TestWaits::onlyUnreliableFrames()
{
    const auto judged = [](const QStringList &frames) {
        const TaskDumps dumps = readTaskDumps(tests::stackText("x", 7, 'D', frames));
        return WaitJudge(dumps).judge(dumps.dumps.front().tasks.front());
    };
    const WaitVerdict guess = judged({u"schedule"_s, u"? rpc_wait_bit_killable"_s});
    QCOMPARE(guess, (WaitVerdict{.wait = Wait::Nfs, .frame = 1, .isReliable = false}));
    // A reliable frame further out counts more than an unreliable one.
    const WaitVerdict certain
        = judged({u"? rpc_wait_bit_killable"_s, u"io_schedule"_s, u"ext4_sync_file"_s});
    QCOMPARE(certain, (WaitVerdict{.wait = Wait::BlockDevice, .frame = 1}));
}

void TestWaits::statesThatDoNotWait()
{
    for (const char state : {'R', 'Z', 'X'}) {
        const TaskDumps dumps = readTaskDumps(tests::stackText("x", 7, state, {u"io_schedule"_s}));
        QVERIFY(!WaitJudge(dumps).judge(dumps.dumps.front().tasks.front()).wait);
    }
}

/// A row that an earlier one covers decides nothing.
void TestWaits::tableHasNoRowInVain()
{
    QStringList vain;
    for (const WaitRow &row : waitTable()) {
        const bool isStart = row.pattern.endsWith('*');
        const QByteArray symbol
            = isStart ? row.pattern.chopped(1).toByteArray() + "zzz" : row.pattern.toByteArray();
        if (waitRow(symbol) != &row)
            vain.append(QString::fromLatin1(row.pattern));
    }
    QVERIFY2(vain.isEmpty(), qPrintable(vain.join(u", "_s)));
    QVERIFY(waitTable().size() > 150);
}

void TestWaits::notes()
{
    const QList<QByteArrayView> functions = notedFunctions();
    QVERIFY(functions.size() >= 150);
    QVERIFY(std::is_sorted(functions.begin(), functions.end()));
    for (const QByteArrayView function : functions) {
        const QString note = functionNote(function).textIn(nullptr);
        QVERIFY2(note.size() > 15 && note.size() < 110, function.data());
        QVERIFY2(!note.endsWith(u'.'), function.data());
    }
    QCOMPARE(functionNote("__mutex_lock.constprop.0"), functionNote("__mutex_lock"));
    QCOMPARE(
        functionNote("io_schedule").textIn(nullptr), u"sleeps until a block request completes"_s);
    QVERIFY(functionNote("zzz").isEmpty() && functionNote("").isEmpty());
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestWaits)
#include "tst_waits.moc"
