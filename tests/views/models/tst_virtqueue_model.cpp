// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/virtqueue_model.h"

#include <QSignalSpy>
#include <QTest>

using namespace plumbline;

static Virtqueue queue(const char *device, int number)
{
    Virtqueue made;
    made.device = QString::fromUtf8(device);
    made.kind = QStringLiteral("virtio-blk");
    made.queue = number;
    made.role = QStringLiteral("requests");
    made.layout = QStringLiteral("split");
    made.size = 1024;
    made.inFlight = 3;
    for (QueueAnswer *answer : {&made.seen, &made.completed, &made.noticed})
        *answer = {QueueAnswer::Yes, 0, Phrase::verbatim(QStringLiteral("all came back")), {}};
    return made;
}

static Diagnosis with(const QList<Virtqueue> &queues)
{
    Diagnosis diagnosis;
    diagnosis.virtqueues = queues;
    return diagnosis;
}

class TestVirtqueueModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAnswers();
    void findsTheStuckQueue();
    void keepsItsRowsOverARefresh();
    void showsHostileNamesVisibly();
    void isEmptyWithoutQueues();
};

void TestVirtqueueModel::showsAnswers()
{
    Virtqueue stuck = queue("virtio-disk0", 1);
    stuck.completed.word = QueueAnswer::No;
    stuck.completed.missing = 3;
    VirtqueueModel model;
    model.setDiagnosis(with({queue("virtio-disk0", 0), stuck}));
    const auto text
        = [&model](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(text(0, VirtqueueModel::Queue), QStringLiteral("virtio-disk0.0"));
    QCOMPARE(text(0, VirtqueueModel::InFlight), QStringLiteral("3"));
    QVERIFY(text(0, VirtqueueModel::Ring).startsWith(u"split"));
    QCOMPARE(text(0, VirtqueueModel::Seen), QStringLiteral("yes"));
    QCOMPARE(text(1, VirtqueueModel::Completed), QStringLiteral("no: 3"));
    const QModelIndex cell = model.index(1, VirtqueueModel::Completed);
    QCOMPARE(State(cell.data(VirtqueueModel::StateRole).toInt()), State::Stalled);
    QCOMPARE(cell.data(VirtqueueModel::WhyRole).toString(), QStringLiteral("all came back"));
    QVERIFY(cell.data(Qt::AccessibleTextRole).toString().contains(u"no: 3"));
}

void TestVirtqueueModel::findsTheStuckQueue()
{
    Virtqueue deaf = queue("virtio-disk1", 0);
    deaf.noticed.word = QueueAnswer::No;
    VirtqueueModel model;
    model.setDiagnosis(with({queue("virtio-disk0", 0), deaf}));
    QCOMPARE(model.stuckCount(), 1);
    QCOMPARE(model.worst(), model.index(1, VirtqueueModel::Noticed));
    // Anywhere in its row the answer that is "no" explains it.
    QCOMPARE(
        model.questionColumn(model.index(1, VirtqueueModel::Queue)), int(VirtqueueModel::Noticed));
    QCOMPARE(model.answerAt(model.index(1, 0))->word, QueueAnswer::No);
    QCOMPARE(model.answerAt(model.index(1, VirtqueueModel::Seen))->word, QueueAnswer::Yes);
    QCOMPARE(verdictOf(deaf.noticed).state, State::Stalled);
}

void TestVirtqueueModel::keepsItsRowsOverARefresh()
{
    VirtqueueModel model;
    model.setDiagnosis(with({queue("virtio-disk0", 0)}));
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    Virtqueue moved = queue("virtio-disk0", 0);
    moved.inFlight = 7;
    model.setDiagnosis(with({moved}));
    QCOMPARE(resets.count(), 0);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(model.index(0, VirtqueueModel::InFlight).data().toString(), QStringLiteral("7"));
    model.setDiagnosis(with({moved, queue("virtio-disk0", 1)}));
    QCOMPARE(resets.count(), 1);
}

void TestVirtqueueModel::showsHostileNamesVisibly()
{
    Virtqueue hostile = queue("disk\x1b[31m\n", 0);
    VirtqueueModel model;
    model.setDiagnosis(with({hostile}));
    const QString shown = model.index(0, VirtqueueModel::Queue).data().toString();
    QVERIFY(!shown.contains(QChar(0x1b)));
    QVERIFY(!shown.contains(u'\n'));
}

void TestVirtqueueModel::isEmptyWithoutQueues()
{
    VirtqueueModel model;
    model.setDiagnosis(with({}));
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.worst().isValid());
    QVERIFY(!model.answerAt(QModelIndex()));
}

QTEST_GUILESS_MAIN(TestVirtqueueModel)
#include "tst_virtqueue_model.moc"
