// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A host that has 100 MB to say does not make the window stand still, which is open and shows it.
#include "investigation/investigation.h"

#include "hypervisor/live_host.h"
#include "probes/catalogue.h"
#include "support/await.h"
#include "support/libvirt_host.h"
#include "support/scripted_asker.h"
#include "transport/frame_reader.h"
#include "transport/local_transport.h"
#include "views/window/main_window.h"

#include <QElapsedTimer>
#include <QTest>

namespace plumbline {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The bar is what a person notices; instrumented code is some times slower.
#ifdef __SANITIZE_ADDRESS__
static constexpr qint64 longestBlock = 400;
#else
static constexpr qint64 longestBlock = 50;
#endif
/// The machine may be busy with something else: the best of so many counts.
static constexpr int attempts = 3;

/// Milliseconds that a timer which is due every millisecond had to wait at most.
class LongestGap
{
public:
    LongestGap()
    {
        m_clock.start();
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.callOnTimeout([this] { m_longest = std::max(m_longest, m_clock.restart()); });
        m_timer.start(1ms);
    }
    /// The end counts, too.
    qint64 soFar() const { return std::max(m_longest, m_clock.elapsed()); }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

static QByteArray repeated(const QByteArray &text)
{
    return text.repeated(int(FrameReader::outputLimit / text.size()));
}

static QByteArray fixture(const char *name)
{
    return contentsOf(QStringLiteral(FIXTURES_DIR "/formats/") + QLatin1String(name));
}

/// The probe of a question and 4 MiB of what it asks for.
static const QHash<QString, QByteArray> &longAnswers()
{
    static const QHash<QString, QByteArray> all{
        {u"process.threads"_s, repeated(fixture("task_table/good.nbd_stalled.txt"))},
        {u"process.mounts"_s, repeated(fixture("mountinfo/good.nfs.txt"))},
        {u"process.nfs-stats"_s, repeated(fixture("mountstats/good.nfs4_healthy.txt"))},
        {u"host.disks"_s, repeated(fixture("diskstats/good.nfs_host.txt"))},
        {u"host.block-stack"_s, repeated(fixture("block_stack/good.production.txt"))},
        {u"host.unix-sockets"_s, repeated(fixture("socket_table/good.unix.txt"))},
        {u"host.tcp-sockets"_s, repeated(fixture("socket_table/good.tcp.txt"))},
        {u"libvirt.domain-xml"_s, "<domain>" + repeated("<disk type='file'/>") + "</domain>"},
        {u"qemu.status"_s, "{\"return\":[" + repeated("{\"a\":[0]},") + "0]}"},
        {u"qemu.blockstats"_s, "{\"return\":[" + repeated("{\"stats\":{}},") + "0]}"},
    };
    return all;
}

static Task<Result<bool>> investigate(
    Investigation *investigation, ScriptedAsker *asker, int rounds)
{
    if (const auto found = co_await investigation->discover(deadlineIn(60s)); !found)
        co_return std::unexpected(found.error());
    for (int i = 0; i < rounds; ++i) {
        asker->time += milliseconds(5000);
        co_await investigation->sample(deadlineIn(60s));
    }
    co_return true;
}

static Task<Result<QList<Observation>>> askTwice(Asker *asker, QList<Question> questions)
{
    QList<Observation> answers = co_await asker->ask(questions, deadlineIn(60s));
    answers += co_await asker->ask(questions, deadlineIn(60s));
    co_return answers;
}

static void showWindow(QWidget *window)
{
    window->resize(1280, 800);
    window->show();
    // Its first picture has a bar of its own.
    if (!QTest::qWaitForWindowExposed(window))
        qFatal("the window did not come up");
    QCoreApplication::processEvents();
}

class TestLongAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areRead();
    void areTakenApart_data();
    void areTakenApart();
};

/// What a whole investigation makes of them.
void TestLongAnswers::areRead()
{
    longAnswers();
    qint64 best = longestBlock;
    for (int attempt = 0; attempt < attempts && best >= longestBlock; ++attempt) {
        const LibvirtHost host;
        qsizetype bytes = 0;
        ScriptedAsker asker([&](const Question &question, Observation &observation) {
            host.answer(question, observation);
            const auto found = longAnswers().constFind(question.key.section(u'/', 0, 0));
            if (found != longAnswers().constEnd()) {
                observation.out = *found;
                observation.silence.reset();
            }
            bytes += observation.out.size();
        });
        Target target;
        target.domain = u"guest1"_s;
        Investigation investigation(&asker, target);
        MainWindow window;
        connect(&investigation, &Investigation::changed, &window, &MainWindow::setDiagnosis);
        showWindow(&window);
        const LongestGap gap;
        VERIFY_RESULT(await(investigate(&investigation, &asker, 4), 100000));
        const qint64 longest = gap.soFar();
        best = attempt == 0 ? longest : std::min(best, longest);
        QVERIFY2(bytes > 100'000'000, qPrintable(QString::number(bytes)));
        QCOMPARE(investigation.rounds(), 4);
        Subject domain;
        domain.pid = host.pid;
        domain.uuid = LibvirtHost::uuid;
        QVERIFY(investigation.facts().last(processMounts, domain));
        qInfo(
            "%lld MB read, longest gap of a 1 ms timer %lld ms", qint64(bytes / 1000000), longest);
    }
    QVERIFY2(best < longestBlock, qPrintable(QString::number(best)));
}

static qint64 longestGapOf(const QList<Question> &questions)
{
    qint64 best = std::numeric_limits<qint64>::max();
    for (int attempt = 0; attempt < attempts && best >= longestBlock; ++attempt) {
        LocalTransport local;
        LiveHost host(&local);
        MainWindow window;
        showWindow(&window);
        const LongestGap gap;
        const auto answers = await(askTwice(&host, questions), 100000);
        best = std::min(best, gap.soFar());
        qsizetype bytes = 0;
        for (const Observation &answer : answers ? *answers : QList<Observation>())
            bytes += answer.out.size();
        qInfo("%lld MB, longest gap of a 1 ms timer %lld ms", qint64(bytes / 1000000), gap.soFar());
        if (bytes < 80'000'000)
            return std::numeric_limits<qint64>::max();
    }
    return best;
}

void TestLongAnswers::areTakenApart_data()
{
    QTest::addColumn<QList<QByteArray>>("words");
    QTest::addColumn<int>("helpers");
    QTest::newRow("one endless line, by helpers too")
        << QList<QByteArray>{"head", "-c", "4190000", "/dev/zero"} << 2;
    QTest::newRow("short lines") << QList<QByteArray>{"sh", "-c", "yes '' | head -n 4190000"} << 0;
}

/// A shell of this machine says it: commands in turn, and helpers beside them.
void TestLongAnswers::areTakenApart()
{
    QFETCH(const QList<QByteArray>, words);
    QFETCH(const int, helpers);
    QList<Question> questions;
    for (int i = 0; i < 10; ++i) {
        Question question;
        question.key = u"long/%1"_s.arg(i);
        question.limit = 20s;
        question.ask
            = HostCommand{words, i < helpers ? "helper" + QByteArray::number(i) : QByteArray()};
        questions.append(question);
    }
    const qint64 longest = longestGapOf(questions);
    QVERIFY2(longest < longestBlock, qPrintable(QString::number(longest)));
}

} // namespace plumbline

QTEST_MAIN(plumbline::TestLongAnswers)
#include "tst_long_answers.moc"
