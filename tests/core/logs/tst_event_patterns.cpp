// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The table of events says in its samples what it finds; here it is held to them.
#include "logs/event_matcher.h"
#include "support/golden.h"

#include <QSet>
#include <QTest>

namespace plumbline {

class TestEventPatterns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void samples_data();
    void samples();
    void everyGroupIsSeen();
    void detailSamples();
    void everyKindHasARow();
    void kindsHaveNames();
    void kindsAreDocumented();
    void whatIsNoEvent_data();
    void whatIsNoEvent();
};

static AnchorSearch::Anchors anchorsIn(const EventMatcher &matcher, QByteArrayView line)
{
    AnchorSearch::Anchors anchors;
    for (auto hit = matcher.search().next(line, 0); hit.at >= 0;
        hit = matcher.search().next(line, hit.at + 1))
        anchors |= hit.anchors;
    return anchors;
}

static std::optional<LogEvent> eventOf(QByteArrayView line)
{
    static EventMatcher matcher;
    return matcher.match(anchorsIn(matcher, line), readLogLine(line));
}

void TestEventPatterns::samples_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("anchor");
    QTest::addColumn<QByteArray>("line");
    for (const EventPattern &row : eventPatterns()) {
        for (const char *sample : row.samples)
            QTest::newRow(sample) << int(row.kind) << QByteArray(row.anchor) << QByteArray(sample);
    }
}

void TestEventPatterns::samples()
{
    QFETCH(const int, kind);
    QFETCH(const QByteArray, anchor);
    QFETCH(const QByteArray, line);
    QVERIFY2(line.contains(anchor), anchor.constData());
    for (const char *prefix : {"", "[   12.345678] ", "[12345.678901][  T123] ",
             "Nov 22 02:07:05 vm kernel: [   12.345678] ", "Nov 22 02:07:05 vm kernel: ",
             "[Sun Nov 22 02:07:05 2026] ", "kern  :err   : [   12.345678] ", "> [   12.345678] ",
             "2026-11-22T02:07:05.123456+01:00 vm kernel: "}) {
        const auto event = eventOf(prefix + line);
        QVERIFY2(event, prefix);
        QCOMPARE(eventKindName(event->kind), eventKindName(EventKind(kind)));
        QCOMPARE(event->text.trimmed(), line.trimmed());
        QCOMPARE(event->isStamped,
            QByteArrayView(prefix).contains("12.345678]")
                || QByteArrayView(prefix).contains("T123"));
    }
}

void TestEventPatterns::everyGroupIsSeen()
{
    const auto missing = [](const char *pattern, const std::vector<const char *> &samples) {
        LinePattern expression(pattern);
        QSet<QByteArray> groups;
        for (const QByteArray &group : expression.groups())
            groups.insert(group);
        for (const char *sample : samples) {
            const auto fields = expression.match(sample);
            if (!fields)
                return QByteArray("not found: ") + sample;
            for (const EventField &field : *fields)
                groups.remove(field.name);
        }
        return groups.isEmpty() ? QByteArray() : pattern + QByteArray(": ") + *groups.begin();
    };
    for (const EventPattern &row : eventPatterns())
        QCOMPARE(missing(row.pattern, row.samples), QByteArray());
    for (const DetailPattern &row : detailPatterns())
        QCOMPARE(missing(row.pattern, row.samples), QByteArray());
}

void TestEventPatterns::detailSamples()
{
    EventMatcher matcher;
    for (const DetailPattern &row : detailPatterns()) {
        for (const char *sample : row.samples) {
            LogEvent event;
            event.kind = row.kinds.front();
            matcher.addDetails(event, sample);
            QVERIFY2(!event.fields.isEmpty(), sample);
            const auto told = event.fields;
            matcher.addDetails(event, sample);
            QCOMPARE(event.fields, told);
        }
    }
}

void TestEventPatterns::everyKindHasARow()
{
    QSet<int> kinds{int(EventKind::TimeBackwards)}; // which no line says
    for (const EventPattern &row : eventPatterns())
        kinds.insert(int(row.kind));
    QCOMPARE(kinds.size(), eventKindCount);
}

void TestEventPatterns::kindsHaveNames()
{
    QSet<QByteArray> names;
    for (int kind = 0; kind < eventKindCount; ++kind)
        names.insert(eventKindName(EventKind(kind)).toByteArray());
    QCOMPARE(names.size(), eventKindCount);
    QVERIFY(!names.contains(QByteArray()));
    QCOMPARE(eventKindName(EventKind::SuppressedMessages), "suppressed-messages");
    QCOMPARE(eventKindName(EventKind::FilesystemError), "filesystem-error");
    QCOMPARE(eventKindName(EventKind::Boot), "boot");
}

void TestEventPatterns::kindsAreDocumented()
{
    const QString docs = QStringLiteral(PLUMBLINE_SOURCE_DIR "/docs/");
    const QByteArray schema = contentsOf(docs + QStringLiteral("events.schema.json"));
    const QByteArray text = contentsOf(docs + QStringLiteral("cli.md"));
    for (int kind = 0; kind < eventKindCount; ++kind) {
        const QByteArray name = eventKindName(EventKind(kind)).toByteArray();
        QVERIFY2(schema.contains('"' + name + '"'), name.constData());
        QVERIFY2(text.contains('`' + name + '`'), name.constData());
    }
}

void TestEventPatterns::whatIsNoEvent_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line : {"~ # echo 'INFO: task dd:393 blocked for more than 120 seconds.'",
             "Nov 22 02:07:05 vm myapp[12]: INFO: task dd:393 blocked for more than 120 seconds.",
             "2026-11-22T02:07:05+00:00 vm root: Kernel panic - not syncing: said the user",
             "[   12.345678] myapp: I/O error, dev vda, sector 12",
             "grep -E 'soft lockup|I/O error, dev vda, sector 1' /var/log/kern.log",
             "[    1.234567] clocksource: Switched to clocksource tsc",
             "[    1.234567] clocksource: tsc: mask: 0xffffffffffffffff max_cycles: 0x21273b92eef",
             "[    1.234567] Command line: BOOT_IMAGE=/vmlinuz panic=-1 oops=panic",
             "[    1.234567] virtio_blk virtio1: [vda] 20971520 512-byte logical blocks",
             "[    1.234567] EXT4-fs (vda): mounted filesystem 53809370 r/w without journal.",
             "[    1.234567] nvme nvme0: 4/0/0 default/read/poll queues",
             "[    1.234567] INFO: task foo is happy",
             "[    1.234567] BTRFS info (device vda): disk space",
             "[    1.234567] rcu: Hierarchical RCU implementation.", "WARNING: pip is out of date",
             "[    1.234567] sysrq: Loglevel set to 9", "nfs: server OK",
             "Linux version of the game"})
        QTest::newRow(line) << QByteArray(line);
}

void TestEventPatterns::whatIsNoEvent()
{
    QFETCH(const QByteArray, line);
    const auto event = eventOf(line);
    QVERIFY2(!event, event ? eventKindName(event->kind).data() : "");
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestEventPatterns)
#include "tst_event_patterns.moc"
