// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which requests are stuck in a split ring, told from the bytes of its two rings. The oracle is a
// driver and a device that fill the rings and remember what is out.
#include "path/pending_requests.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

namespace plumbline {

namespace {

/// Lends heads from a free list, last in first out, as Linux does (virtqueue_add_split of
/// drivers/virtio/virtio_ring.c), and takes them back in any order.
class SimulatedQueue
{
public:
    explicit SimulatedQueue(int size) : m_size(size), m_avail(size, 0), m_used(size, 0)
    {
        for (int head = size - 1; head >= 0; --head)
            m_free.append(quint16(head));
    }
    void submit()
    {
        const quint16 head = m_free.takeLast();
        m_avail[m_submitted % m_size] = head;
        m_submitted = quint16(m_submitted + 1);
        m_out.append(head);
    }
    void complete(qsizetype which)
    {
        const quint16 head = m_out.takeAt(which);
        m_used[m_completed % m_size] = head;
        m_completed = quint16(m_completed + 1);
        m_free.append(head);
    }
    bool canSubmit() const { return !m_free.isEmpty(); }
    const QList<quint16> &out() const { return m_out; }
    Ring ring() const
    {
        Ring made;
        made.size = quint32(m_size);
        return made;
    }
    GuestWords avail() const
    {
        GuestWords words{0, {0, m_submitted}};
        for (const quint16 head : m_avail)
            words.words.append(head);
        return words;
    }
    GuestWords used() const
    {
        GuestWords words{0, {quint64(m_completed) << 16}};
        for (const quint16 head : m_used)
            words.words << head << 1;
        return words;
    }

private:
    int m_size;
    QList<quint16> m_avail;
    QList<quint16> m_used;
    QList<quint16> m_free;
    QList<quint16> m_out;
    quint16 m_submitted = 0;
    quint16 m_completed = 0;
};

} // namespace

class TestPendingRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inOrderDevicesAreExact_data();
    void inOrderDevicesAreExact();
    void overtakenRequestsAreCounted();
    void aStuckRequestIsFoundWhileOthersOvertakeIt();
    void nonsenseGivesNothing();
};

void TestPendingRequests::inOrderDevicesAreExact_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("steps");
    for (const int size : {1, 2, 16, 256}) {
        for (const int steps : {0, 3, 40, 1000, 140000})
            QTest::addRow("%d entries, %d steps", size, steps) << size << steps;
    }
}

void TestPendingRequests::inOrderDevicesAreExact()
{
    QFETCH(int, size);
    QFETCH(int, steps);
    QRandomGenerator random(quint32(size * 7919 + steps));
    SimulatedQueue queue(size);
    for (int step = 0; step < steps; ++step) {
        if (queue.canSubmit() && (queue.out().isEmpty() || random.bounded(2)))
            queue.submit();
        else if (!queue.out().isEmpty())
            queue.complete(0);
    }
    QCOMPARE(pendingHeads(queue.ring(), queue.avail(), queue.used()), queue.out());
}

// Where requests overtake each other at random most are named all the same, none twice.
void TestPendingRequests::overtakenRequestsAreCounted()
{
    QRandomGenerator random(4711);
    SimulatedQueue queue(64);
    int all = 0;
    int named = 0;
    int right = 0;
    for (int step = 0; step < 20000; ++step) {
        if (queue.canSubmit() && random.bounded(100) < 52)
            queue.submit();
        else if (!queue.out().isEmpty())
            queue.complete(qsizetype(random.bounded(int(queue.out().size()))));
        QList<quint16> heads = pendingHeads(queue.ring(), queue.avail(), queue.used());
        QVERIFY(heads.size() <= queue.out().size());
        std::sort(heads.begin(), heads.end());
        QVERIFY(std::adjacent_find(heads.begin(), heads.end()) == heads.end());
        all += int(queue.out().size());
        named += int(heads.size());
        right += int(std::count_if(heads.begin(), heads.end(),
            [&queue](quint16 head) { return queue.out().contains(head); }));
    }
    qInfo("a device in random order: %d out, %d named, %d of them rightly", all, named, right);
    QVERIFY(right > named * 9 / 10);
    QVERIFY(right > all / 2);
}

void TestPendingRequests::aStuckRequestIsFoundWhileOthersOvertakeIt()
{
    SimulatedQueue queue(64);
    for (int i = 0; i < 200; ++i) {
        queue.submit();
        queue.complete(0);
    }
    queue.submit();
    const quint16 stuck = queue.out().first();
    for (int i = 0; i < 20; ++i) {
        queue.submit();
        queue.complete(1);
    }
    QCOMPARE(pendingHeads(queue.ring(), queue.avail(), queue.used()), QList<quint16>{stuck});
}

void TestPendingRequests::nonsenseGivesNothing()
{
    SimulatedQueue queue(16);
    queue.submit();
    GuestWords avail = queue.avail();
    QCOMPARE(pendingHeads(Ring(), avail, queue.used()), QList<quint16>());
    avail.words[1] = 9000;
    QCOMPARE(pendingHeads(queue.ring(), avail, queue.used()), QList<quint16>());
    avail.words.resize(5);
    QCOMPARE(pendingHeads(queue.ring(), avail, queue.used()), QList<quint16>());
    QCOMPARE(pendingHeads(queue.ring(), GuestWords(), GuestWords()), QList<quint16>());
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestPendingRequests)
#include "tst_pending_requests.moc"
