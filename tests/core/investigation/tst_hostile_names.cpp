// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Names, paths and ids that an enemy chose, all the way: what is found, planned, asked under a real
// shell, and shown.
#include "investigation/investigation.h"

#include "incident/diagnosis_json.h"
#include "incident/diagnosis_text.h"
#include "support/await.h"
#include "support/scripted_asker.h"
#include "transport/frame_reader.h"
#include "transport/local_transport.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

namespace plumbline {

using namespace Qt::StringLiterals;

static const QByteArray uuid = "5f0c2a53-9d0e-4d52-9d6e-1ab0c0ffee01";

static Task<Result<bool>> sampled(Investigation *investigation)
{
    co_return co_await investigation->sample(Deadline(Deadline::Forever));
}

static Task<Result<bool>> ranToItsEnd(Transport *host, FrameReader *reader, QByteArray script)
{
    const Deadline deadline = deadlineIn(milliseconds(30000));
    Result<ChannelPtr> channel = co_await host->exec("exec sh -s", deadline);
    if (!channel)
        co_return std::unexpected(channel.error());
    if (Result<void> sent = (*channel)->write(std::move(script)); !sent)
        co_return std::unexpected(sent.error());
    while (!reader->isComplete()) {
        Result<Chunk> chunk = co_await (*channel)->read(deadline);
        if (!chunk)
            co_return std::unexpected(chunk.error());
        reader->readOut(chunk->out);
        reader->readErr(chunk->err);
        if (chunk->atEnd)
            break;
    }
    co_return reader->isComplete();
}

/// A host with one QEMU in which everything that can be named is named `name`.
struct HostileHost
{
    QByteArray name;
    QByteArray id = uuid;
    bool libvirt = false;

    static QByteArray doubledCommas(QByteArray value) { return value.replace(",", ",,"); }

    /// As /proc/PID/mountinfo writes a path.
    static QByteArray octal(const QByteArray &path)
    {
        QByteArray out;
        for (const char c : path) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte <= 32 || byte == '\\' || byte == '#')
                out += '\\' + QByteArray::number(byte, 8).rightJustified(3, '0');
            else
                out += c;
        }
        return out;
    }
    QByteArray listing() const
    {
        const QByteArray value = doubledCommas(name);
        QList<QByteArray> arguments{"/usr/bin/qemu-system-x86_64", "-name", "guest=" + value,
            "-uuid", id, "-blockdev", "driver=file,filename=/srv/" + value + "/i.img,node-name=n0",
            "-device", "virtio-blk-pci,drive=n0,id=" + value, "-blockdev",
            "driver=nbd,node-name=n1,server.type=unix,server.path=/run/" + value, "-device",
            "virtio-blk-pci,drive=n1,id=d1", "-serial", "file:/log/" + value};
        if (!libvirt)
            arguments << "-qmp" << "unix:/run/" + value + ",server=on,wait=off";
        QByteArray text = "pid 341\nuid 0\nstate S\nstart 1\nargs "
            + QByteArray::number(arguments.size()) + '\n';
        for (QByteArray &argument : arguments)
            text += argument.replace('\n', '\x01') + '\n';
        return text + "end\n";
    }
    void answer(const Question &question, Observation &observation) const
    {
        const QString &key = question.key;
        if (key == u"host.qemu-processes")
            observation.out = listing();
        else if (key == u"host.identity")
            observation.out = "kernel=" + QByteArray(name).replace('\n', ' ')
                + "\nhostname=" + QByteArray(name).replace('\n', ' ')
                + "\nuid=0\nuser=root\nboot_id=6bca0f4e-9d0e-4d52-9d6e-1ab0c0ffee01\narch=x86_64\n";
        else if (key == u"libvirt.domains" && libvirt)
            observation.out = id + ' ' + QByteArray(name).replace('\n', ' ') + '\n';
        else if (key.startsWith(u"process.mounts"))
            observation.out = "20 1 8:1 / / rw - ext4 /dev/sda1 rw\n37 20 0:30 / /srv/"
                + octal(name) + " rw - nfs4 " + octal(name) + ":/x rw\n";
        else if (key.startsWith(u"libvirt.domain-state")
            || key.startsWith(u"libvirt.domain-control"))
            observation.out = name;
        else
            observation.silence
                = Silence{Silence::Refused, Phrase::verbatim(QString::fromUtf8(name))};
    }
};

class TestHostileNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingIsExecutedAndNothingIsShownRaw_data();
    void nothingIsExecutedAndNothingIsShownRaw();
    void targetsKeepTheName_data() { nothingIsExecutedAndNothingIsShownRaw_data(); }
    void targetsKeepTheName();
    void onlyUuidsReachVirsh_data();
    void onlyUuidsReachVirsh();
    void printableShowsWhatIsHidden();

private:
    QByteArray owned() const { return m_folder.filePath(u"owned"_s).toUtf8(); }
    void runQuestions(const QList<Question> &questions);
    QTemporaryDir m_folder;
};

// A virsh that does to its words what a shell would: a quote too few, and they run.
void TestHostileNames::initTestCase()
{
    QFile file(m_folder.filePath(u"virsh"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "#!/bin/sh\nshift 2\nif [ \"$1\" = domcontrol ]; then echo ok; else eval \"$1\"; fi\n");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("PATH", m_folder.path().toUtf8() + ':' + qgetenv("PATH"));
}

void TestHostileNames::nothingIsExecutedAndNothingIsShownRaw_data()
{
    QTest::addColumn<QByteArray>("name");
    const QByteArray touch = "touch " + owned();
    const std::pair<const char *, QByteArray> names[]{{"quotes", "it's \"x\""}, {"blanks", "a  b "},
        {"line end", "a\nb\n" + touch}, {"command", "$(" + touch + ')'},
        {"backticks", '`' + touch + '`'}, {"end of command", "; " + touch + ';'},
        {"quote and command", "'; " + touch + "; '"},
        {"double quote and command", "\"; " + touch + "; \""}, {"option", "-rf"},
        {"long option", "--help"}, {"long", QByteArray("'$(" + touch + ") ").repeated(300)},
        {"not UTF-8", "\xff\xfe\x80x"}, {"escape", "\x1b[31m\x1b]0;owned\x07"},
        {"bidirectional", "\u202eevil\u2066"}, {"places of phrases", "%1%2%n"},
        {"backslashes", "\\\\n\\"}, {"commas", "a,b=c,,d"}, {"JSON", "\"},{\"execute\":\"quit\"}"},
        {"glob", "*"}, {"path", "../../etc/passwd"}, {"return", "a\rb\x08\x7f\xc2\x9b"},
        {"separator", "a\u2028b"}};
    for (const auto &[what, name] : names)
        QTest::newRow(what) << name;
}

void TestHostileNames::runQuestions(const QList<Question> &questions)
{
    const FramedScript script = makeFramedScript(questions, freshMarker());
    FrameReader reader(script, questions.size());
    LocalTransport host;
    const auto ended = await(ranToItsEnd(&host, &reader, script.text), 40000);
    VERIFY_RESULT(ended);
    QVERIFY(*ended);
    QVERIFY2(reader.noise().isEmpty(), reader.noise());
}

static void verifyShownTame(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool hidden = c != u'\n'
            && (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
                || c.category() == QChar::Separator_Line
                || c.category() == QChar::Separator_Paragraph);
        if (hidden)
            QFAIL(
                qPrintable(u"U+%1 after: %2"_s.arg(c.unicode(), 4, 16).arg(text.mid(i - 80, 80))));
    }
}

void TestHostileNames::nothingIsExecutedAndNothingIsShownRaw()
{
    QFETCH(QByteArray, name);
    for (const bool libvirt : {false, true}) {
        const HostileHost host{name, uuid, libvirt};
        ScriptedAsker asker([&host](const Question &question, Observation &observation) {
            host.answer(question, observation);
        });
        Target target;
        target.domain = u"341"_s;
        Investigation investigation(&asker, target);
        VERIFY_RESULT(await(investigation.discover(Deadline(Deadline::Forever))));
        QCOMPARE(investigation.survey().running.size(), 1);
        QCOMPARE(investigation.survey().running.first().name, name);
        for (int i = 0; i < 3; ++i) {
            asker.time += milliseconds(5000);
            QVERIFY(await(sampled(&investigation)).value_or(false));
        }
        const Diagnosis diagnosis = investigation.diagnosis();
        QCOMPARE(diagnosis.disks.size(), 2);
        verifyShownTame(diagnosisText(diagnosis));
        QVERIFY(!QJsonDocument::fromJson(diagnosisJson(diagnosis)).isNull());

        QList<Question> questions = asker.asked.at(0);
        bool experiment = false;
        for (const Question &question : asker.asked.at(2)) {
            if (libvirt || !question.key.startsWith(u"process."))
                questions.append(question);
            experiment = experiment || question.key.startsWith(u"host.mount-answers");
        }
        QVERIFY(experiment);
        runQuestions(questions);
        QVERIFY(!QFile::exists(QString::fromUtf8(owned())));
    }
}

void TestHostileNames::targetsKeepTheName()
{
    QFETCH(QByteArray, name);
    Target target;
    target.scheme = Target::Ssh;
    target.host = u"kvm-07"_s;
    target.domain = QString::fromUtf8(name);
    const QString written = target.toString();
    const Result<Target> read = Target::parse(written);
    VERIFY_RESULT(read);
    QCOMPARE(read->domain, target.domain);
    verifyShownTame(written);
    target.scheme = Target::Local;
    target.host.clear();
    const Result<Target> local = Target::parse(target.toString());
    VERIFY_RESULT(local);
    QCOMPARE(local->domain, target.domain);
}

void TestHostileNames::onlyUuidsReachVirsh_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("option") << QByteArray("--help");
    QTest::newRow("another domain's name") << QByteArray("victim");
    QTest::newRow("command") << QByteArray("$(touch " + owned() + ')');
    QTest::newRow("more than a UUID") << uuid + "x";
    QTest::newRow("empty") << QByteArray();
}

// Whoever may start a process may give it arguments like libvirt's.
void TestHostileNames::onlyUuidsReachVirsh()
{
    QFETCH(QByteArray, id);
    const HostileHost host{"guest", id, true};
    ScriptedAsker asker([&host](const Question &question, Observation &observation) {
        host.answer(question, observation);
    });
    Target target;
    target.domain = u"341"_s;
    Investigation investigation(&asker, target);
    VERIFY_RESULT(await(investigation.discover(Deadline(Deadline::Forever))));
    QVERIFY(await(sampled(&investigation)).has_value());
    for (const Question &question : asker.asked.at(1))
        QVERIFY2(
            !std::holds_alternative<VirshCommand>(question.ask), qPrintable(commandLine(question)));
}

void TestHostileNames::printableShowsWhatIsHidden()
{
    QCOMPARE(
        printable(u"a\u001b[1m\u202eb\n\u009b\u2028"_s), u"a\\x1b[1m\\u202eb\\x0a\\x9b\\u2028"_s);
    QCOMPARE(printable(u"größe — 大"_s), u"größe — 大"_s);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestHostileNames)
#include "tst_hostile_names.moc"
