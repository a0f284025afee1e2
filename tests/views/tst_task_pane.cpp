// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tasks/task_pane.h"

#include "views/scenes/scenes.h"
#include "views/style/language.h"
#include "views/tasks/frame_model.h"
#include "views/tasks/task_tree_model.h"
#include "views/tasks/task_words.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <set>

using namespace plumbline;
using namespace Qt::StringLiterals;

static std::shared_ptr<const DumpStudy> studyOf(const QByteArray &text)
{
    return std::make_shared<DumpStudy>(study(readTaskDumps(text)));
}

class TestTaskPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        usePictureFonts();
        useLanguage(QStringLiteral("en"));
        QFile file(QStringLiteral(FIXTURES_DIR "/task_dumps/sysrq_w_t_l_nbd_stall_6.12.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_text = file.readAll();
    }

    void everyTaskOnce()
    {
        TaskTreeModel model;
        const QAbstractItemModelTester tester(&model);
        model.setStudy(studyOf(m_text));
        QVERIFY(model.rowCount() >= 3);
        qsizetype tasks = 0;
        std::set<qint64> lines;
        for (int dump = 0; dump < model.rowCount(); ++dump) {
            const QModelIndex top = model.index(dump, 0);
            for (int group = 0; group < model.rowCount(top); ++group) {
                const QModelIndex stack = model.index(group, 0, top);
                QCOMPARE(model.parent(stack), top);
                for (int task = 0; task < model.rowCount(stack); ++task) {
                    const QModelIndex one = model.index(task, 0, stack);
                    QCOMPARE(model.parent(one), stack);
                    lines.insert(model.lineAt(one));
                    ++tasks;
                }
            }
        }
        // A header for each, by a plain count of the words that the kernel begins it with; what
        // SysRq l and the register dumps tell of processors has none.
        QVERIFY(tasks >= m_text.count("task:"));
        QCOMPARE(qsizetype(lines.size()), tasks);
    }

    void blockedStackIsChosen()
    {
        TaskPane pane;
        pane.resize(600, 500);
        pane.show();
        pane.setStudy(studyOf(m_text));
        const StackGroup *group = pane.model()->groupAt(pane.tree()->currentIndex());
        QVERIFY(group);
        QCOMPARE(group->state, 'D');
        QVERIFY(group->wait.wait);
        // The frame that decides is marked, and says what it does.
        const QAbstractItemModel *frames = pane.frames()->model();
        QVERIFY(frames->rowCount() > 3);
        const QModelIndex decides = frames->index(int(group->wait.frame), 0);
        QVERIFY(decides.data(FrameModel::DecidesRole).toBool());
        int marked = 0;
        for (int row = 0; row < frames->rowCount(); ++row)
            marked += frames->index(row, 0).data(FrameModel::DecidesRole).toBool();
        QCOMPARE(marked, 1);
    }

    void leadsIntoTheLog()
    {
        TaskPane pane;
        pane.setStudy(studyOf(m_text));
        const QSignalSpy wanted(&pane, &TaskPane::lineWanted);
        const DumpedTask *task = pane.model()->taskAt(pane.tree()->currentIndex());
        QVERIFY(task);
        Q_EMIT pane.tree()->activated(pane.tree()->currentIndex());
        QCOMPARE(wanted.last().first().toLongLong(), task->line);
        const QList<QByteArray> lines = m_text.split('\n');
        QVERIFY(lines.at(task->line - 1).contains(task->comm));
        Q_EMIT pane.frames()->activated(pane.frames()->model()->index(0, 0));
        const qint64 line = wanted.last().first().toLongLong();
        const QString function
            = pane.frames()->model()->index(0, 0).data().toString().section(u'+', 0, 0);
        QVERIFY(lines.at(line - 1).contains(function.toUtf8()));
    }

    void whatWasChosenStays()
    {
        TaskPane pane;
        pane.setStudy(studyOf(m_text));
        // The last stack of the largest dump is not what would be chosen by itself.
        QModelIndex largest = pane.model()->index(0, 0);
        for (int dump = 0; dump < pane.model()->rowCount(); ++dump) {
            const QModelIndex top = pane.model()->index(dump, 0);
            if (pane.model()->rowCount(top) > pane.model()->rowCount(largest))
                largest = top;
        }
        const QModelIndex other
            = pane.model()->index(pane.model()->rowCount(largest) - 1, 0, largest);
        QVERIFY(other.isValid() && other != pane.tree()->currentIndex());
        pane.tree()->setCurrentIndex(other);
        const qint64 line = pane.model()->lineAt(other);
        pane.setStudy(studyOf(m_text));
        QCOMPARE(pane.model()->lineAt(pane.tree()->currentIndex()), line);
        pane.setStudy(nullptr);
        QCOMPARE(pane.model()->rowCount(), 0);
        QCOMPARE(pane.frames()->model()->rowCount(), 0);
    }

    void whoWaitsForWhom()
    {
        QFile file(QStringLiteral(
            FIXTURES_DIR "/formats/task_dump/good.synthetic_hung_task_blocker_6.17.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        TaskPane pane;
        pane.setStudy(studyOf(file.readAll()));
        QVERIFY2(pane.chains().contains(u" → "), qPrintable(pane.chains()));
        QVERIFY2(pane.chains().contains(u"(owns the "), qPrintable(pane.chains()));
    }

    void namesAreHarmless()
    {
        QCOMPARE(taskName("evil\x1b[31m\n", 7), u"evil\\x1b[31m\\n[7]"_s);
        QCOMPARE(taskName({}, std::nullopt), u"?"_s);
    }

private:
    QByteArray m_text;
};

QTEST_MAIN(TestTaskPane)
#include "tst_task_pane.moc"
