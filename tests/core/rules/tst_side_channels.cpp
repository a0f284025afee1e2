// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a serial log tells of the kernel that runs now.
#include "rules/side_channels.h"

#include "story.h"

#include <QTest>

namespace plumbline {

static const QByteArray boot = "[    0.000000] Linux version 6.12.43+deb13-amd64 (gcc-14)\n";
static const QByteArray calm = "[    1.2] virtio_blk virtio2: [vda] 131072 512-byte blocks\n";
static const QByteArray panic = "[  61.2] Kernel panic - not syncing: Attempted to kill init!\n"
                                "[  61.2] CPU: 0 UID: 0 PID: 1 Comm: init\n"
                                "[  61.3] Call Trace:\n"
                                "[  61.4] ---[ end Kernel panic - not syncing: Attempted ]---\n";
static const QByteArray hung = "[  84.5] INFO: task dd:214 blocked for more than 20 seconds.\n";

class TestSideChannels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void console_data();
    void console();
};

void TestSideChannels::console_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    // The first line of the answer is size and age.
    const QString panicked = QStringLiteral("kernel panicked; last line 12 s ago");
    const QString hangs = QStringLiteral("reports hung tasks");
    const QString nothing = QStringLiteral("bytes, last line 12 s ago");
    QTest::newRow("calm") << calm + calm << State::Healthy << nothing << 0 << 0;
    QTest::newRow("empty") << QByteArray() << State::Healthy << nothing << 0 << 0;
    QTest::newRow("panic") << boot + calm + panic << State::Stalled << panicked << 4 << 7;
    QTest::newRow("no line but the panic's is cited")
        << calm + panic + calm + calm << State::Stalled << panicked << 3 << 6;
    QTest::newRow("panic without an end")
        << calm + panic.split('\n').first() + '\n' + calm << State::Stalled << panicked << 3 << 3;
    QTest::newRow("cut at its beginning") << panic.split('\n').at(3) + '\n'
                                          << State::Stalled << panicked << 2 << 2;
    QTest::newRow("cut at its end")
        << panic.split('\n').first() << State::Stalled << panicked << 2 << 2;
    QTest::newRow("rebooted since") << panic + boot + calm << State::Healthy << nothing << 0 << 0;
    QTest::newRow("panicked again")
        << panic + boot + panic << State::Stalled << panicked << 7 << 10;
    QTest::newRow("hung task") << calm + hung + calm << State::Healthy << hangs << 3 << 3;
    QTest::newRow("the last of them") << hung + calm + hung << State::Healthy << hangs << 4 << 4;
    QTest::newRow("of an earlier boot") << hung + boot << State::Healthy << nothing << 0 << 0;
    QTest::newRow("hung, then panic") << hung + panic << State::Stalled << panicked << 3 << 6;
    QTest::newRow("line ends of a terminal")
        << (calm + panic).replace('\n', "\r\n") << State::Stalled << panicked << 3 << 6;
}

void TestSideChannels::console()
{
    QFETCH(QByteArray, log);
    QFETCH(State, state);
    QFETCH(QString, text);
    QFETCH(int, first);
    QFETCH(int, last);
    Story story(Story::NbdSocket);
    story.plan.serialLog = "/var/log/guest1.log";
    story.says(consoleTail, story.plan.pathSubject(story.plan.serialLog), "4711 12\n" + log);
    for (const SideChannel &channel : judgeSideChannels(story.plan, story.facts)) {
        if (channel.kind != SideChannel::SerialConsole)
            continue;
        const QString reason = channel.verdict.reason.textIn(nullptr);
        QVERIFY2(reason.contains(text), qPrintable(reason));
        QCOMPARE(channel.verdict.state, state);
        QCOMPARE(channel.verdict.evidence.size(), 1);
        QCOMPARE(channel.verdict.evidence.first().firstLine, first);
        QCOMPARE(channel.verdict.evidence.first().lastLine, last);
        return;
    }
    QFAIL("no serial console");
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestSideChannels)
#include "tst_side_channels.moc"
