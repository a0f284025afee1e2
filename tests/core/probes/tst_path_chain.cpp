// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The walk along a path, by the probe's own command on this machine: a process in a mount namespace
// of its own, with another file at the same place, a folder that is not there for the host, and a
// FUSE mount whose daemon never answers.
#include "probes/catalogue.h"

#include "support/probe_run.h"
#include "support/verify.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace plumbline {

class TestPathChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void linkByLink_data() { eachShell(); }
    void linkByLink();
    void otherNamespace_data() { eachShell(); }
    void otherNamespace();
    void deadMountIsNotTouched_data() { eachShell(); }
    void deadMountIsNotTouched();
    void circlesEnd();
    void strangeNames_data();
    void strangeNames();
    void processThatIsGone();

private:
    static void eachShell();
    QByteArray path(const char *name) const
    {
        return m_folder.filePath(QLatin1String(name)).toUtf8();
    }
    void link(const char *name, const QByteArray &target);
    /// The probe's answer for a path as the process of the other namespace would be asked about.
    Result<PathChain> walk(qint64 pid, const QByteArray &path, const QString &shell = {});

    QTemporaryDir m_folder;
    QProcess m_other;
    bool m_hasNamespace = false;
};

void TestPathChain::eachShell()
{
    QTest::addColumn<QString>("shell");
    for (const char *shell : {"sh", "dash", "bash"}) {
        if (!QStandardPaths::findExecutable(QLatin1String(shell)).isEmpty())
            QTest::newRow(shell) << QString::fromLatin1(shell);
    }
}

void TestPathChain::link(const char *name, const QByteArray &target)
{
    QVERIFY(QFile::link(QString::fromUtf8(target), m_folder.filePath(QLatin1String(name))));
}

void TestPathChain::initTestCase()
{
    const QDir folder(m_folder.path());
    for (const char *name : {"real", "own", "with blank", "dead"})
        QVERIFY(folder.mkdir(QLatin1String(name)));
    for (const char *name : {"real/a.img", "own/b.img"}) {
        QFile file(folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    link("first", "real");
    link("second", path("first"));
    link("with blank/image", "../second/a.img");
    link("circle", "circle");
    link("to-dead", "dead/images");
    // In its namespace "real" is what the host calls "own", and a tmpfs has a file of its own. The
    // descriptor of the FUSE mount stays open, and nobody ever reads from it.
    m_other.start(QStringLiteral("unshare"),
        {QStringLiteral("-m"), QStringLiteral("bash"), QStringLiteral("-ec"),
            QStringLiteral("cd \"$1\"; mount --bind own real; ln -s b.img own/a.img; "
                           "mount -t tmpfs none 'with blank'; touch 'with blank/only'; "
                           "exec 9<>/dev/fuse; mount -i -t fuse "
                           "-o fd=9,rootmode=40000,user_id=0,group_id=0 none dead; "
                           "echo ready; read -r _"),
            QStringLiteral("bash"), m_folder.path()});
    m_hasNamespace
        = m_other.waitForReadyRead(20'000) && m_other.readAllStandardOutput() == "ready\n";
}

void TestPathChain::cleanupTestCase()
{
    m_other.closeWriteChannel();
    m_other.waitForFinished();
}

Result<PathChain> TestPathChain::walk(qint64 pid, const QByteArray &path, const QString &shell)
{
    Subject subject;
    subject.pid = pid;
    subject.path = path;
    ProbeRun run(filePathChain.ask(subject));
    if (!shell.isEmpty())
        run.by(shell);
    if (!run.ends() || run.exitCode() != 0)
        return failure(PHRASE("test", "the walk failed"), QString::fromUtf8(run.err()));
    return readPathChain(run.out());
}

void TestPathChain::linkByLink()
{
    QFETCH(const QString, shell);
    const auto chain = walk(QCoreApplication::applicationPid(), path("with blank/image"), shell);
    QVERIFY2(chain, chain ? "" : qPrintable(chain.error().text()));
    QCOMPARE(chain->ofQemu, PathChain::Same);
    const QList<PathLink> links{{path("with blank/image"), "../second/a.img", 2},
        {path("second"), path("first"), 3}, {path("first"), "real", 4}};
    QCOMPARE(chain->host.links, links);
    QCOMPARE(chain->host.ending, PathWalk::File);
    QCOMPARE(chain->host.path, path("real/a.img"));
    QCOMPARE(chain->host.kind, "regular empty file");
    QCOMPARE(chain->seen().resolved(), path("real/a.img"));
    const auto device = walk(QCoreApplication::applicationPid(), "/dev//./../dev/null", shell);
    QVERIFY(device);
    QCOMPARE(device->host.path, "/dev/null");
    QCOMPARE(device->host.deviceNumber, "1:3");
}

void TestPathChain::otherNamespace()
{
    QFETCH(const QString, shell);
    REQUIRE_HERE(m_hasNamespace, "no mount namespace or FUSE for this user");
    const auto missing = walk(m_other.processId(), path("with blank/image"), shell);
    QVERIFY(missing);
    QCOMPARE(missing->ofQemu, PathChain::Own);
    QCOMPARE(missing->host.ending, PathWalk::File);
    QCOMPARE(missing->qemu.ending, PathWalk::Missing);
    QCOMPARE(missing->qemu.path, path("with blank/image"));

    // The same links, another file.
    const auto other = walk(m_other.processId(), path("second/a.img"), shell);
    QVERIFY(other);
    QCOMPARE(other->host.path, path("real/a.img"));
    QCOMPARE(other->qemu.path, path("real/b.img"));
    QVERIFY(other->host.identity != other->qemu.identity);

    const auto only = walk(m_other.processId(), path("with blank/only"), shell);
    QVERIFY(only);
    QCOMPARE(only->host.ending, PathWalk::Missing);
    QCOMPARE(only->qemu.ending, PathWalk::File);
}

void TestPathChain::deadMountIsNotTouched()
{
    QFETCH(const QString, shell);
    REQUIRE_HERE(m_hasNamespace, "no mount namespace or FUSE for this user");
    // It is dead indeed.
    const QString inside = QStringLiteral("/proc/%1/root").arg(m_other.processId());
    QProcess control;
    control.start(QStringLiteral("timeout"),
        {QStringLiteral("0.3"), QStringLiteral("stat"),
            inside + QString::fromUtf8(path("dead/images/a.img"))});
    QVERIFY(control.waitForFinished());
    QCOMPARE(control.exitCode(), 124);

    QElapsedTimer timer;
    timer.start();
    const auto chain = walk(m_other.processId(), path("to-dead/a.img"), shell);
    QVERIFY(timer.elapsed() < 5000);
    QVERIFY(chain);
    QCOMPARE(chain->qemu.ending, PathWalk::Remote);
    QCOMPARE(chain->qemu.path, path("dead"));
    QCOMPARE(chain->qemu.fsType, "fuse");
    QCOMPARE(chain->qemu.rest, "/images/a.img");
    QCOMPARE(chain->qemu.resolved(), path("dead/images/a.img"));
    QCOMPARE(chain->host.ending, PathWalk::Missing);
}

void TestPathChain::circlesEnd()
{
    const auto chain = walk(QCoreApplication::applicationPid(), path("circle"));
    QVERIFY(chain);
    QCOMPARE(chain->host.ending, PathWalk::Loop);
    QCOMPARE(chain->host.links.size(), 40);
}

void TestPathChain::strangeNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("isWalked");
    QTest::newRow("like an option") << QByteArray("-c") << true;
    QTest::newRow("shell's words") << QByteArray("$(id) `id` '\"*") << true;
    QTest::newRow("backslashes") << QByteArray("a\\040b\\n%s") << true;
    QTest::newRow("line end") << QByteArray("a\nfile\thost\t/x") << false;
}

void TestPathChain::strangeNames()
{
    QFETCH(const QByteArray, name);
    QFETCH(const bool, isWalked);
    QVERIFY(QDir(m_folder.path()).mkpath(QString::fromUtf8("strange/" + name)));
    link("to-strange", QByteArray("strange/" + name));
    const auto chain = walk(QCoreApplication::applicationPid(), path("to-strange"));
    const bool removed = QFile::remove(QString::fromUtf8(path("to-strange")));
    QVERIFY(removed);
    QVERIFY(chain);
    QCOMPARE(chain->host.ending, isWalked ? PathWalk::File : PathWalk::Odd);
    if (isWalked)
        QCOMPARE(chain->host.path, path("strange/") + name);
    QCOMPARE(bool(walk(QCoreApplication::applicationPid(), path("strange/") + name)), isWalked);
}

void TestPathChain::processThatIsGone()
{
    QVERIFY(!walk(2'000'000'000, path("real")));
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestPathChain)
#include "tst_path_chain.moc"
