// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What one asks of dumps: which stacks are the same, who waits for whom, who did not move.
#include "tasks/dump_comparison.h"
#include "tasks/stack_groups.h"
#include "tasks/wait_chains.h"

#include "stacks.h"
#include "support/golden.h"

#include <QTest>

namespace plumbline {

using namespace Qt::StringLiterals;
using tests::stackText;

static const QByteArray show = "sysrq: Show State\n";

class TestTaskQuestions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groups();
    void chainOfOwners();
    void circle();
    void journal();
    void twoJournalsTellNothing();
    void comparison();
    void comparedWithItself();
};

void TestTaskQuestions::groups()
{
    const TaskDumps dumps
        = readTaskDumps(show + stackText("idle", 2, 'S', {u"schedule"_s, u"worker_thread"_s})
            + stackText("idle", 3, 'S', {u"schedule"_s, u"worker_thread"_s})
            + stackText("idle", 4, 'S', {u"schedule"_s, u"? stale"_s, u"worker_thread"_s})
            + stackText("dd", 5, 'D', {u"schedule"_s, u"io_schedule"_s})
            + stackText("cat", 6, 'D', {u"schedule"_s, u"__mutex_lock"_s})
            + stackText("dd", 7, 'D', {u"schedule"_s, u"? old"_s, u"__mutex_lock"_s})
            + stackText("dd", 8, 'S', {u"schedule"_s, u"io_schedule"_s}));
    const TaskDump &dump = dumps.dumps.front();
    const auto found = groupStacks(dumps, dump, WaitJudge(dumps));
    QCOMPARE(found.size(), 4);
    QCOMPARE(found[0].tasks, (std::vector<size_t>{4, 5})); // blocked, and more of them
    QCOMPARE(found[0].wait.wait, Wait::Lock);
    QCOMPARE(found[1].tasks, (std::vector<size_t>{3}));
    QCOMPARE(found[2].tasks, (std::vector<size_t>{0, 1, 2}));
    QCOMPARE(found[3].tasks, (std::vector<size_t>{6})); // same frames, but it is not blocked
}

static QByteArray hung(const char *comm, int pid)
{
    const QByteArray who = QByteArray(comm) + ':' + QByteArray::number(pid);
    return "INFO: task " + who + " blocked for more than 122 seconds.\n"
        + stackText(comm, pid, 'D', {u"schedule"_s, u"__mutex_lock"_s}) + "INFO: task " + who
        + " is blocked on a mutex likely owned by task ";
}

void TestTaskQuestions::chainOfOwners()
{
    const TaskDumps dumps = readTaskDumps(hung("cat", 12) + "a b:1:13.\n" + hung("dd", 11)
        + "cat:12.\n" + hung("ls", 14) + "a b:1:13.\n");
    const auto chains = waitChains(dumps, WaitJudge(dumps));
    QCOMPARE(chains.size(), 2);
    const std::vector<ChainLink> &longest = chains[0].links;
    QCOMPARE(longest.size(), 3);
    QCOMPARE(longest[0].pid, 11);
    QCOMPARE(longest[1].pid, 12);
    QCOMPARE(longest[1].reason, ChainLink::OwnsLock);
    QCOMPARE(longest[1].lock, "mutex");
    QVERIFY(longest[1].task);
    QCOMPARE(longest[2].comm, "a b:1");
    QCOMPARE(longest[2].pid, 13);
    QVERIFY(!longest[2].task); // its stack is not there
    QVERIFY(!chains[0].isCircle);
    QCOMPARE(chains[1].links.size(), 2);
}

void TestTaskQuestions::circle()
{
    const TaskDumps dumps = readTaskDumps(
        hung("a", 11) + "b:12.\n" + hung("b", 12) + "a:11.\n" + hung("c", 13) + "c:13.\n");
    const auto chains = waitChains(dumps, WaitJudge(dumps));
    QCOMPARE(chains.size(), 2);
    QVERIFY(chains[0].isCircle && chains[1].isCircle);
    QCOMPARE(chains[0].links.size(), 3);
    QCOMPARE(chains[0].links.back().pid, 11);
    QCOMPARE(chains[1].links.size(), 2);
}

static QByteArray journalWaiter(int pid)
{
    return stackText(
        "dd", pid, 'D', {u"schedule"_s, u"jbd2_log_wait_commit"_s, u"ext4_sync_file"_s});
}

static QByteArray journalThread(const char *name, int pid)
{
    return stackText(
        name, pid, 'D', {u"schedule"_s, u"io_schedule"_s, u"jbd2_journal_commit_transaction"_s});
}

void TestTaskQuestions::journal()
{
    const TaskDumps dumps = readTaskDumps(
        show + journalWaiter(21) + journalThread("jbd2/vda1-8", 20) + journalWaiter(22));
    const auto chains = waitChains(dumps, WaitJudge(dumps));
    QCOMPARE(chains.size(), 2);
    QCOMPARE(chains[0].links.back().comm, "jbd2/vda1-8");
    QCOMPARE(chains[0].links.back().reason, ChainLink::CommitsJournal);
}

void TestTaskQuestions::twoJournalsTellNothing()
{
    const TaskDumps dumps = readTaskDumps(show + journalWaiter(21)
        + journalThread("jbd2/vda1-8", 20) + journalThread("jbd2/vdb1-8", 19));
    QVERIFY(waitChains(dumps, WaitJudge(dumps)).empty());
}

void TestTaskQuestions::comparison()
{
    const QStringList blocked{u"schedule"_s, u"io_schedule"_s};
    const TaskDumps before = readTaskDumps(show + stackText("stuck", 1, 'D', blocked)
        + stackText("moves", 2, 'D', blocked) + stackText("ends", 3, 'D', blocked)
        + stackText("runs", 4, 'R', blocked) + stackText("renamed", 5, 'D', blocked));
    const TaskDumps after = readTaskDumps(show + stackText("late", 9, 'D', blocked)
        + stackText("moves", 2, 'D', {u"schedule"_s, u"__mutex_lock"_s})
        + stackText("runs", 4, 'R', blocked)
        + stackText("stuck", 1, 'D', {u"schedule"_s, u"? new"_s, u"io_schedule"_s})
        + stackText("as another", 5, 'D', blocked));
    const DumpComparison compared = compareDumps(before, after);
    const auto names = [](const std::vector<TaskPair> &pairs) {
        QList<QByteArray> list;
        for (const TaskPair &pair : pairs)
            list.append(pair.after ? pair.after->comm : pair.before->comm);
        return list;
    };
    QCOMPARE(names(compared.unmoved), (QList<QByteArray>{"stuck"}));
    QCOMPARE(names(compared.moved), (QList<QByteArray>{"moves", "runs"}));
    QCOMPARE(names(compared.fresh), (QList<QByteArray>{"late", "as another"}));
    QCOMPARE(names(compared.gone), (QList<QByteArray>{"ends", "renamed"}));
}

void TestTaskQuestions::comparedWithItself()
{
    const TaskDumps dumps = readTaskDumps(
        contentsOf(QStringLiteral(FIXTURES_DIR "/task_dumps/sysrq_w_and_t_6.1.txt")));
    const DumpComparison compared = compareDumps(dumps, dumps);
    QCOMPARE(compared.unmoved.size(), 74);
    QCOMPARE(compared.moved.size(), 4); // they run
    QVERIFY(compared.fresh.empty() && compared.gone.empty());
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestTaskQuestions)
#include "tst_task_questions.moc"
