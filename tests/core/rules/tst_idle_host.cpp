// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What iostat shows of a host whose guest is stuck elsewhere.
#include "rules/idle_host_findings.h"

#include "diagnosed.h"

#include <QTest>

namespace plumbline {

class TestIdleHost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void explains();
    void explainsWhatIostatSaid_data();
    void explainsWhatIostatSaid();
    void saysNothing_data();
    void saysNothing();
};

static QList<Verdict> findings(const Story &story)
{
    return findIdleHost(story.plan, story.facts, {diagnosed(story)});
}

static Story stuckOn(Story::Backend backend, quint64 before, quint64 after, quint64 inFlight = 0)
{
    Story story(backend);
    story.queue(297, 294).nfs(1525, 1522).hostDisk(before, inFlight);
    return story.secondLook().queue(297, 294).nfs(1525, 1522).hostDisk(after, inFlight);
}

void TestIdleHost::explains()
{
    const QList<Verdict> found = findings(stuckOn(Story::Nfs, 400, 400));
    QCOMPARE(found.size(), 1);
    const QString reason = found.first().reason.textIn(nullptr);
    QVERIFY2(reason.contains(QStringLiteral("complete nothing and hold nothing, as iostat shows: "
                                            "the requests of vda wait elsewhere")),
        qPrintable(reason));
    QCOMPARE(found.first().state, State::Unknown);
    QCOMPARE(found.first().evidence.size(), 2);
}

static const QByteArray head = "Device r/s w/s aqu-sz %util\n";

void TestIdleHost::explainsWhatIostatSaid_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("count");
    const QByteArray since = head + "vda 9.00 9.00 0.10 1.00\n\n";
    const QByteArray idle = head + "vda 0.00 0.00 0.00 0.00\n\n";
    QTest::newRow("idle") << since + idle << 1;
    QTest::newRow("idle since boot, perhaps") << idle << 0;
    QTest::newRow("not idle") << since + since << 0;
}

void TestIdleHost::explainsWhatIostatSaid()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, count);
    Story story = stuckOn(Story::Nfs, 400, 401);
    story.says(hostIostat, story.plan.subject(), text);
    const QList<Verdict> found = findings(story);
    QCOMPARE(found.size(), count);
    if (count)
        QCOMPARE(found.first().evidence.first().firstLine, 5);
}

void TestIdleHost::saysNothing_data()
{
    QTest::addColumn<int>("backend");
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::addColumn<int>("inFlight");
    QTest::newRow("other requests go through them") << int(Story::Nfs) << 400 << 401 << 0;
    QTest::newRow("they hold some") << int(Story::Nfs) << 400 << 400 << 1;
    QTest::newRow("they never did anything") << int(Story::Nfs) << 0 << 0 << 0;
    QTest::newRow("the disk is on them") << int(Story::LocalFile) << 400 << 400 << 0;
}

void TestIdleHost::saysNothing()
{
    QFETCH(const int, backend);
    QFETCH(const int, before);
    QFETCH(const int, after);
    QFETCH(const int, inFlight);
    const Story story
        = stuckOn(Story::Backend(backend), quint64(before), quint64(after), quint64(inFlight));
    QVERIFY(findings(story).isEmpty());
    // A guest that is not stuck needs no explanation.
    Story healthy(Story::Nfs);
    healthy.queue(290, 290).blocks(400).hostDisk(400, 0);
    healthy.secondLook().queue(297, 297).blocks(407).hostDisk(400, 0);
    QVERIFY(findings(healthy).isEmpty());
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestIdleHost)
#include "tst_idle_host.moc"
