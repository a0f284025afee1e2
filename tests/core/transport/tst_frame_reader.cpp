// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The reader of frames without a shell: cuts, splits, and streams that a hostile host makes up.
#include "transport/frame_reader.h"

#include <QRandomGenerator>
#include <QTest>

namespace plumbline {

static const QByteArray marker = "PLBtest";

static FramedScript script()
{
    FramedScript script;
    script.marker = marker;
    script.quick = {0, 2};
    script.lanes = {{{1}, false}, {{3, 4, 5}, true}, {{6}, false}, {{7}, true}};
    return script;
}
static constexpr int questionCount = 8;

static const QByteArray out = "Welcome to kvm-07\n"
                              "PLBtest B 0 10.25\nhello\nPLBother E 0 0 1 0\n\n"
                              "PLBtest E 0 3 10.50 7\nit said\n"
                              "PLBtest B 2 10.50\nno line end\n"
                              "PLBtest E 2 0 10.75 0\n\n";

static QByteArray err()
{
    const QByteArray virsh = "PLBtest V 3\nrunning\n\nPLBtest V 4\nerror: no\nPLBtest V 5\nhalf";
    return "PLBtest b 0 10.25\nPLBtest o 0 " + QByteArray("nfs\n").toBase64()
        + "\nsh: some complaint\nPLBtest e 0 " + QByteArray("warning").toBase64()
        + "\nPLBtest x 0 0\nPLBtest z 0 11.5\nPLBtest b 1 10.3\nPLBtest o 1 "
        + virsh.first(20).toBase64() + "\nPLBtest o 1 " + virsh.sliced(20).toBase64()
        + "\nPLBtest x 1 124\nPLBtest z 1 12.3\nPLBtest b 2 10\nPLBtest w 2 4711 300\nPLBtest z 2 "
          "10\n"
          "PLBtest g 3 "
        + QByteArray("occupied (10.042s)").toBase64() + "\nPLBtest z 3 0\n";
}

static QByteArray rendered(const FrameReader &reader)
{
    QByteArray text;
    for (int i = 0; i < questionCount; ++i) {
        const FramedAnswer &answer = reader.answer(i);
        text += QByteArray::number(i) + ' ' + QByteArray::number(answer.progress) + " exit "
            + (answer.exitCode ? QByteArray::number(*answer.exitCode) : "none") + ' '
            + QByteArray::number(answer.begin) + '-' + QByteArray::number(answer.end) + " out "
            + answer.out.toPercentEncoding() + " err " + answer.err.toPercentEncoding() + " hangs "
            + QByteArray::number(answer.hangingPid) + '@'
            + QByteArray::number(answer.hangingSeconds)
            + (answer.truncated ? " truncated\n" : "\n");
    }
    return text + "noise " + reader.noise().toPercentEncoding();
}

static FrameReader whole()
{
    FrameReader reader(script(), questionCount);
    reader.readOut(out);
    reader.readErr(err());
    return reader;
}

class TestFrameReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEverything();
    void splitsDoNotMatter();
    void everyPrefixIsSafe();
    void whatWasOpenIsHandedOver();
    void whatHasEndedStaysEnded();
    void hostileFrames_data();
    void hostileFrames();
    void changedBytesNeverCrash();
    void longLinesAreBounded();
};

void TestFrameReader::readsEverything()
{
    FrameReader reader = whole();
    QVERIFY(reader.isComplete());
    reader.finish();
    QCOMPARE(rendered(reader),
        "0 2 exit 3 10.25-10.5 out hello%0APLBother%20E%200%200%201%200%0A err it%20said hangs "
        "0@0\n"
        "1 2 exit 0 10.25-11.5 out nfs%0A err warning hangs 0@0\n"
        "2 2 exit 0 10.5-10.75 out no%20line%20end err  hangs 0@0\n"
        "3 2 exit 0 10.3-12.3 out running%0A%0A err  hangs 0@0\n"
        "4 2 exit 1 10.3-12.3 out  err error%3A%20no%0A hangs 0@0\n"
        "5 2 exit 124 10.3-12.3 out half%0A err  hangs 0@0\n"
        "6 3 exit none 0-0 out  err  hangs 4711@300\n"
        "7 3 exit none 0-0 out occupied%20%2810.042s%29 err  hangs 0@0\n"
        "noise Welcome%20to%20kvm-07%0Ash%3A%20some%20complaint%0A");
}

void TestFrameReader::splitsDoNotMatter()
{
    const QByteArray expected = rendered(whole());
    const QByteArray errors = err();
    QRandomGenerator random(7);
    for (int round = 0; round < 300; ++round) {
        FrameReader reader(script(), questionCount);
        // Round 0 is byte by byte.
        const int most = round == 0 ? 2 : 1 + round;
        for (qsizetype at = 0; at < out.size();) {
            const qsizetype size
                = std::min<qsizetype>(random.bounded(1, most + 1), out.size() - at);
            reader.readOut(QByteArrayView(out).sliced(at, round == 0 ? 1 : size));
            at += round == 0 ? 1 : size;
        }
        for (qsizetype at = 0; at < errors.size();) {
            const qsizetype size
                = std::min<qsizetype>(random.bounded(1, most + 1), errors.size() - at);
            reader.readErr(QByteArrayView(errors).sliced(at, round == 0 ? 1 : size));
            at += round == 0 ? 1 : size;
        }
        QVERIFY(reader.isComplete());
        QCOMPARE(rendered(reader), expected);
    }
}

void TestFrameReader::everyPrefixIsSafe()
{
    const QByteArray errors = err();
    for (qsizetype size = 0; size < std::max(out.size(), errors.size()); ++size) {
        FrameReader reader(script(), questionCount);
        reader.readOut(QByteArrayView(out).first(std::min(size, out.size())));
        reader.readErr(QByteArrayView(errors).first(std::min(size, errors.size())));
        reader.finish();
        for (int i = 0; i < questionCount; ++i) {
            // A cut answer is never taken for a whole one that says nothing.
            const FramedAnswer &answer = reader.answer(i);
            QVERIFY(answer.progress != FramedAnswer::Ended || answer.exitCode.has_value());
        }
    }
}

void TestFrameReader::whatWasOpenIsHandedOver()
{
    FrameReader reader(script(), questionCount);
    reader.readOut("PLBtest B 0 10.25\nfirst line\nhalf of the sec");
    reader.readErr("PLBtest b 0 10.25\nPLBtest o 0 " + QByteArray("so far").toBase64() + '\n');
    reader.finish();
    QVERIFY(!reader.isComplete());
    QCOMPARE(reader.answer(0).progress, FramedAnswer::Started);
    QCOMPARE(reader.answer(0).out, "first line\nhalf of the sec");
    QCOMPARE(reader.answer(1).progress, FramedAnswer::Started);
    QCOMPARE(reader.answer(1).out, "so far");
    QCOMPARE(reader.answer(2).progress, FramedAnswer::NotStarted);
}

// A host that knows the script can make up frames: they must not reach beyond what is kept.
void TestFrameReader::whatHasEndedStaysEnded()
{
    const auto answers = [](const FrameReader &reader) {
        const QByteArray text = rendered(reader);
        return text.first(text.indexOf("\nnoise "));
    };
    FrameReader reader = whole();
    const QByteArray before = answers(reader);
    reader.readOut("PLBtest B 0 99\nanew\nPLBtest E 0 9 99 0\n\n");
    reader.readErr("PLBtest b 0 99\nPLBtest o 0 Zm9v\nPLBtest x 0 9\nPLBtest w 1 4712 9\n"
                   "PLBtest g 2 Zm9v\nPLBtest b 3 99\nPLBtest z 3 99\n");
    QVERIFY(reader.isComplete());
    reader.finish();
    QCOMPARE(answers(reader), before);
}

void TestFrameReader::hostileFrames_data()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const char *frame :
        {"B -1 0", "B 1 0", "B 99999999999999999999 0", "B", "B x", "E 0 0 0 0", "V 3", "", " "})
        QTest::addRow("out %s", frame) << marker + ' ' + frame + '\n';
    for (const char *frame : {"E 0 0 1 9223372036854775807", "E 0 0 1 -1", "E 0 99999999999 1 0",
             "E 0 0 1", "E 0 0 nan 0", "E 0 0 inf 9223372036854775806"})
        QTest::addRow("closing %s", frame)
            << marker + " B 0 1\nx\n" + marker + ' ' + frame + "\nmore\n";
    for (const char *frame :
        {"b -1 0", "b 4 0", "o 0 ====", "o 0 \xff\xff", "o 0", "x 0 x", "z 0", "z 99 1", "w 0",
            "w 0 -5 99999999999999999999", "g 0", "bb 0 1", "q 0 1", "z 1 1\nPLBtest z 1 1"})
        QTest::addRow("err %s", QByteArray(frame).replace('\n', ' ').constData())
            << marker + ' ' + frame + '\n';
}

void TestFrameReader::hostileFrames()
{
    QFETCH(QByteArray, bytes);
    FrameReader reader(script(), questionCount);
    reader.readOut(bytes);
    reader.readErr(bytes);
    reader.readOut(out);
    reader.readErr(err());
    reader.finish();
    for (int i = 0; i < questionCount; ++i)
        QVERIFY(reader.answer(i).out.size() < 1000);
}

void TestFrameReader::changedBytesNeverCrash()
{
    QRandomGenerator random(11);
    for (int round = 0; round < 5000; ++round) {
        QByteArray streams[]{out, err()};
        for (QByteArray &stream : streams) {
            for (int changes = random.bounded(1, 6); changes > 0; --changes)
                stream[random.bounded(stream.size())] = char(random.bounded(256));
        }
        FrameReader reader(script(), questionCount);
        reader.readErr(streams[1]);
        reader.readOut(streams[0]);
        reader.finish();
        for (int i = 0; i < questionCount; ++i)
            QVERIFY(reader.answer(i).out.size() < 1000);
    }
}

void TestFrameReader::longLinesAreBounded()
{
    FrameReader reader(script(), questionCount);
    const QByteArray piece(1024 * 1024, 'x');
    reader.readOut("PLBtest B 0 1\n");
    for (int i = 0; i < 10; ++i) {
        reader.readOut(piece);
        reader.readErr(piece);
    }
    reader.readOut("\nPLBtest E 0 0 2 0\n\n");
    reader.finish();
    QCOMPARE(reader.answer(0).out.size(), FrameReader::outputLimit);
    QVERIFY(reader.answer(0).truncated);
    QCOMPARE(reader.answer(0).exitCode, 0);
    QVERIFY(reader.noise().size() <= FrameReader::outputLimit);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestFrameReader)
#include "tst_frame_reader.moc"
