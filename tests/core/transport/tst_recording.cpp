// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/recorded_host.h"
#include "transport/recording_host.h"

#include "support/await.h"
#include "support/scripted_asker.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace plumbline {

using namespace Qt::StringLiterals;

static Question question(const QString &key)
{
    return {key, HostCommand{{"cat", "it's"}, {}}, milliseconds(1000)};
}

static Task<Result<QList<Observation>>> asked(Asker *asker, QList<Question> questions)
{
    co_return co_await asker->ask(std::move(questions), deadlineIn(milliseconds(1000)));
}

/// Everything that an answer can be.
static void answerOddly(const Question &question, Observation &observation)
{
    observation.duration = 0.25;
    if (question.key == u"silent")
        observation.silence = Silence{Silence::TimedOut, Phrase::verbatim(u"no answer: \"%1\""_s)};
    else if (question.key == u"bytes")
        observation.out = QByteArray("\0\xff\r\n\x1b[31m", 9);
    else if (question.key == u"errors")
        observation.err = "cat: no such file\n";
    else if (question.key == u"cut") {
        observation.out = "beginning";
        observation.truncated = true;
    } else {
        observation.out = question.key.toUtf8() + '\n';
    }
    if (question.key == u"no-exit")
        observation.exitCode.reset();
    else if (question.key == u"errors")
        observation.exitCode = 1;
}

class TestRecording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatWasSeenIsSeenAgain();
    void keysThatLookAlikeKeepTheirOwnFiles();
    void roundsFollowEachOther();
    void neverOverAnother();
    void aWriteThatFailsIsTold();

    void hostileManifests_data();
    void hostileManifests();
    void damagedFiles();
    void linksDoNotLeadOut();
    void manifestRoundTrip();
    void fileNamesAreTame();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const;
    QByteArray manifest(const QJsonObject &answer) const;
    std::unique_ptr<RecordingHost> recorder(const QString &folder);
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRecording::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestRecording::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

std::unique_ptr<RecordingHost> TestRecording::recorder(const QString &folder)
{
    auto host = RecordingHost::create(
        std::make_unique<ScriptedAsker>(answerOddly), path(folder), u"guest \"1\""_s);
    return host ? *std::move(host) : nullptr;
}

void TestRecording::whatWasSeenIsSeenAgain()
{
    const QList<Question> questions{question(u"plain"_s), question(u"silent"_s),
        question(u"bytes"_s), question(u"errors"_s), question(u"cut"_s), question(u"no-exit"_s),
        question(u"host.mount-answers//srv/a b$(x)"_s), question(u"long/"_s + QString(5000, u'ä')),
        question(u"../../escape"_s), question(u".."_s)};
    const auto host = recorder(u"r"_s);
    QVERIFY(host);
    const auto live = await(asked(host.get(), questions));
    VERIFY_RESULT(live);
    QVERIFY(!host->writeError());

    const auto reopened = RecordedHost::open(path(u"r"_s));
    VERIFY_RESULT(reopened);
    QCOMPARE((*reopened)->name(), u"kvm-07"_s);
    QCOMPARE((*reopened)->manifest().domain, u"guest \"1\""_s);
    const auto replayed = await(asked(reopened->get(), questions));
    VERIFY_RESULT(replayed);
    QCOMPARE(*replayed, *live);
    QCOMPARE((*reopened)->now(), host->now());
    // Nothing was written beside the folder.
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), {u"r"_s});
}

void TestRecording::keysThatLookAlikeKeepTheirOwnFiles()
{
    const QList<Question> questions{question(u"host.mount-answers//srv/a/b"_s),
        question(u"host.mount-answers//srv/a_b"_s), question(u"host.mount-answers//srv/a b"_s),
        question(u"host.mount-answers//srv/a?b"_s)};
    const auto host = recorder(u"r"_s);
    const auto live = await(asked(host.get(), questions));
    VERIFY_RESULT(live);
    const auto reopened = RecordedHost::open(path(u"r"_s));
    VERIFY_RESULT(reopened);
    const auto replayed = await(asked(reopened->get(), questions));
    VERIFY_RESULT(replayed);
    QCOMPARE(*replayed, *live);
}

void TestRecording::roundsFollowEachOther()
{
    int count = 0;
    auto inner
        = std::make_unique<ScriptedAsker>([&count](const Question &, Observation &observation) {
              observation.out = QByteArray::number(++count);
          });
    ScriptedAsker *script = inner.get();
    auto host = RecordingHost::create(std::move(inner), path(u"r"_s), u"g"_s);
    VERIFY_RESULT(host);
    for (int i = 0; i < 3; ++i) {
        script->time += milliseconds(1000);
        VERIFY_RESULT(await(asked(host->get(), {question(u"x"_s)})));
    }
    const auto reopened = RecordedHost::open(path(u"r/manifest.json"_s));
    VERIFY_RESULT(reopened);
    QCOMPARE((*reopened)->roundCount(), 3);
    for (const char *expected : {"1", "2", "3", "3"}) {
        const auto answers = await(asked(reopened->get(), {question(u"x"_s), question(u"y"_s)}));
        VERIFY_RESULT(answers);
        QCOMPARE(answers->first().out, expected);
        // What was not recorded is not empty, but not asked.
        QCOMPARE(answers->last().silence->kind, Silence::NotAsked);
    }
    QCOMPARE((*reopened)->now(), script->time);
}

void TestRecording::neverOverAnother()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"full"_s));
    write(u"full/precious.txt"_s, "precious");
    const auto host = RecordingHost::create(
        std::make_unique<ScriptedAsker>(answerOddly), path(u"full"_s), u"g"_s);
    QVERIFY(!host);
    QVERIFY(host.error().where.contains(u"full"_s));
    write(u"file"_s, "x");
    QVERIFY(!RecordingHost::create(
        std::make_unique<ScriptedAsker>(answerOddly), path(u"file"_s), u"g"_s));
    QVERIFY(!RecordingHost::create(
        std::make_unique<ScriptedAsker>(answerOddly), path(u"file/below"_s), u"g"_s));
    // An empty folder is welcome.
    QVERIFY(QDir(m_folder->path()).mkdir(u"empty"_s));
    QVERIFY(recorder(u"empty"_s));
}

void TestRecording::aWriteThatFailsIsTold()
{
    const auto host = recorder(u"r"_s);
    // A file stands where the round's folder should be: so it fails for root too.
    write(u"r/round-000"_s, "in the way");
    const auto answers = await(asked(host.get(), {question(u"plain"_s)}));
    VERIFY_RESULT(answers);
    QCOMPARE(answers->first().out, "plain\n");
    QVERIFY(host->writeError());
    QVERIFY(host->writeError()->where.contains(u"round-000"_s));
    QVERIFY(!QFile::exists(path(u"r/manifest.json"_s)));
}

QByteArray TestRecording::manifest(const QJsonObject &answer) const
{
    return QJsonDocument(QJsonObject{{u"plumbline-recording"_s, 1}, {u"host"_s, u"h"_s},
                             {u"rounds"_s,
                                 QJsonArray{QJsonObject{{u"taken"_s, u"2026-11-21T11:00:00.000Z"_s},
                                     {u"answers"_s, QJsonArray{answer}}}}}})
        .toJson();
}

void TestRecording::hostileManifests_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    const auto file = [this](const QString &name) {
        return manifest({{u"question"_s, u"q"_s}, {u"file"_s, name}});
    };
    QTest::newRow("not JSON") << QByteArray("{]") << u"not JSON"_s;
    QTest::newRow("empty") << QByteArray() << u"not JSON"_s;
    QTest::newRow("a list") << QByteArray("[]") << u"version"_s;
    QTest::newRow("no version") << QByteArray("{\"rounds\":[{}]}") << u"version 0"_s;
    QTest::newRow("later version")
        << QByteArray("{\"plumbline-recording\":2,\"rounds\":[{}]}") << u"version 2"_s;
    QTest::newRow("no rounds") << QByteArray("{\"plumbline-recording\":1}")
                               << u"without any round"_s;
    QTest::newRow("rounds are no list")
        << QByteArray("{\"plumbline-recording\":1,\"rounds\":7}") << u"without any round"_s;
    QTest::newRow("no question") << manifest({{u"file"_s, u"x"_s}}) << u"without its question"_s;
    QTest::newRow("exit status with a fraction")
        << manifest({{u"question"_s, u"q"_s}, {u"exit"_s, 1.5}}) << u"exit status that is none"_s;
    QTest::newRow("exit status in words")
        << manifest({{u"question"_s, u"q"_s}, {u"exit"_s, u"0"_s}})
        << u"exit status that is none"_s;
    QTest::newRow("unknown silence")
        << manifest({{u"question"_s, u"q"_s}, {u"silence"_s, u"shy"_s}}) << u"silence"_s;
    for (const char *name : {"../secret.txt", "a/../../secret.txt", "/etc/passwd", "..", ":/i18n/x",
             "./../secret.txt", "a/b/../../../x"})
        QTest::addRow("file %s", name) << file(QString::fromLatin1(name)) << u"outside"_s;
    QTest::newRow("errors elsewhere")
        << manifest({{u"question"_s, u"q"_s}, {u"errors"_s, u"../x"_s}}) << u"outside"_s;
    QTest::newRow("nested") << QByteArray("{\"rounds\":").repeated(5000) << u"not JSON"_s;
    QTest::newRow("too large") << QByteArray(9 * 1024 * 1024, ' ') << u"8 MiB"_s;
}

void TestRecording::hostileManifests()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, says);
    write(u"manifest.json"_s, json);
    const auto host = RecordedHost::open(m_folder->path());
    QVERIFY(!host);
    QVERIFY2(host.error().text().contains(says), qPrintable(host.error().text()));
    QVERIFY(host.error().where.contains(u"manifest.json"_s));
}

void TestRecording::damagedFiles()
{
    QVERIFY(!RecordedHost::open(path(u"nothing/here"_s)));
    const QJsonArray answers{QJsonObject{{u"question"_s, u"missing"_s}, {u"file"_s, u"gone.txt"_s}},
        QJsonObject{{u"question"_s, u"large"_s}, {u"file"_s, u"large.txt"_s}},
        QJsonObject{{u"question"_s, u"folder"_s}, {u"file"_s, u"."_s}},
        QJsonObject{{u"question"_s, u"good"_s}, {u"file"_s, u"good.txt"_s}}};
    write(u"manifest.json"_s,
        QJsonDocument(QJsonObject{{u"plumbline-recording"_s, 1},
                          {u"rounds"_s, QJsonArray{QJsonObject{{u"answers"_s, answers}}}}})
            .toJson());
    write(u"good.txt"_s, "good");
    QFile large(path(u"large.txt"_s));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(1LL << 40));
    const auto host = RecordedHost::open(m_folder->path());
    VERIFY_RESULT(host);
    const auto seen = await(asked(host->get(),
        {question(u"missing"_s), question(u"large"_s), question(u"folder"_s),
            question(u"good"_s)}));
    VERIFY_RESULT(seen);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(seen->at(i).silence->kind, Silence::Unreadable);
        QVERIFY(seen->at(i).silence->why.text().contains(u"damaged"_s));
        QCOMPARE(seen->at(i).out, "");
    }
    QCOMPARE(seen->at(3).out, "good");
}

// Somebody else's recording may hold links to files of ours, or to a device without an end.
void TestRecording::linksDoNotLeadOut()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"r"_s));
    write(u"secret.txt"_s, "secret");
    write(u"r/manifest.json"_s,
        QJsonDocument(
            QJsonObject{{u"plumbline-recording"_s, 1},
                {u"rounds"_s,
                    QJsonArray{QJsonObject{{u"answers"_s,
                        QJsonArray{
                            QJsonObject{{u"question"_s, u"link"_s}, {u"file"_s, u"link.txt"_s}},
                            QJsonObject{
                                {u"question"_s, u"below"_s}, {u"file"_s, u"up/secret.txt"_s}},
                            QJsonObject{{u"question"_s, u"zero"_s}, {u"file"_s, u"zero"_s}}}}}}}})
            .toJson());
    QVERIFY(QFile::link(path(u"secret.txt"_s), path(u"r/link.txt"_s)));
    QVERIFY(QFile::link(m_folder->path(), path(u"r/up"_s)));
    QVERIFY(QFile::link(u"/dev/zero"_s, path(u"r/zero"_s)));
    const auto host = RecordedHost::open(path(u"r"_s));
    VERIFY_RESULT(host);
    const auto seen = await(
        asked(host->get(), {question(u"link"_s), question(u"below"_s), question(u"zero"_s)}));
    VERIFY_RESULT(seen);
    for (const Observation &observation : *seen) {
        QVERIFY(observation.silence.has_value());
        QCOMPARE(observation.silence->kind, Silence::Unreadable);
        QCOMPARE(observation.out, "");
    }
}

void TestRecording::manifestRoundTrip()
{
    RecordingManifest manifest;
    manifest.title = u"a \"b\" \\ ä"_s;
    manifest.host = u"h"_s;
    manifest.domain = u"d"_s;
    manifest.focus = 1;
    RecordedAnswer answer;
    answer.file = u"0/q.txt"_s;
    Observation &seen = answer.seen;
    seen.question = u"q/1"_s;
    seen.command = u"cat\nx"_s;
    seen.started = WallTime(milliseconds(1'763'725'364'085));
    seen.duration = 1.5;
    seen.exitCode = 0;
    RecordedAnswer silent = answer;
    silent.file.clear();
    silent.seen.exitCode.reset();
    silent.seen.truncated = true;
    silent.seen.silence = Silence{Silence::Unsupported, Phrase::verbatim(u"why"_s)};
    manifest.rounds = {{u"one"_s, seen.started, {answer}}, {QString(), seen.started, {silent}}};
    const auto read = readManifest(writeManifest(manifest));
    VERIFY_RESULT(read);
    QCOMPARE(*read, manifest);
}

void TestRecording::fileNamesAreTame()
{
    QCOMPARE(fileNameFor(u"qemu.virtqueue/341.virtio-disk0.0"_s),
        u"qemu.virtqueue_341.virtio-disk0.0"_s);
    for (const QString &key :
        {u"a\nb"_s, u"a;b"_s, u"/"_s, u"ä"_s, QString(10000, u'x'), u"a_b"_s}) {
        const QString name = fileNameFor(key);
        QVERIFY(name.size() < 100);
        for (const QChar c : name)
            QVERIFY2(c.unicode() < 0x80 && (c.isLetterOrNumber() || u".-_"_s.contains(c)),
                qPrintable(name));
    }
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestRecording)
#include "tst_recording.moc"
