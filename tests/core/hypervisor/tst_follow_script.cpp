// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The script in real shells, and its reader against what a broken link leaves of it.
#include "hypervisor/follow_script.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace plumbline {

using namespace Qt::StringLiterals;
using Piece = FollowReader::Piece;

static const QByteArray marker = "PLBfollow";

/// A shell that runs the script, and what it has sent.
class Follower
{
public:
    Follower(const QByteArray &shell, const QString &path, const FollowFrom &from = {})
        : m_reader(marker)
    {
        const QList<QByteArray> words = shell.split(' ');
        QStringList arguments;
        for (const QByteArray &word : words.sliced(1))
            arguments.append(QString::fromUtf8(word));
        m_shell.start(QString::fromUtf8(words.first()), arguments);
        m_shell.write(followScript(path.toUtf8(), from, marker));
    }
    ~Follower()
    {
        m_shell.kill();
        m_shell.waitForFinished();
    }

    /// The next piece that is more than a sign of life.
    Piece next()
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 10000) {
            while (auto piece = m_reader.next()) {
                if (piece->kind != Piece::Alive)
                    return *piece;
            }
            m_shell.waitForReadyRead(100);
            m_reader.append(m_shell.readAllStandardOutput());
        }
        return Piece{
            .kind = Piece::Broken, .bytes = "nothing came: " + m_shell.readAllStandardError()};
    }
    QByteArray data(qsizetype size)
    {
        QByteArray bytes;
        while (bytes.size() < size) {
            const Piece piece = next();
            if (piece.kind != Piece::Data)
                return "no data: " + piece.bytes;
            bytes += piece.bytes;
        }
        return bytes;
    }

private:
    QProcess m_shell;
    FollowReader m_reader;
};

class TestFollowScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void grows_data() { eachShell(); }
    void grows();
    void goesOn_data() { eachShell(); }
    void goesOn();
    void anotherFileUnderTheInode();
    void greetingsDoNotMatter();
    void rotates_data() { eachShell(); }
    void rotates();
    void emptied_data() { eachShell(); }
    void emptied();
    void cannotBeRead_data();
    void cannotBeRead();
    void largeAtFirst();
    void everyCutIsNoticed();
    void liesAreNotBelieved_data();
    void liesAreNotBelieved();
    void endsWithItsListener();

private:
    static void eachShell()
    {
        QTest::addColumn<QByteArray>("shell");
        QTest::newRow("dash") << QByteArray("sh -s");
        QTest::newRow("bash") << QByteArray("bash --posix -s");
    }
    void append(const QByteArray &bytes, QIODevice::OpenMode mode = QIODevice::Append)
    {
        QFile file(m_path);
        if (!file.open(mode | QIODevice::Unbuffered) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestFollowScript::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"it's a $(name).log"_s);
    append("first\n", QIODevice::WriteOnly);
}

void TestFollowScript::grows()
{
    QFETCH(QByteArray, shell);
    Follower follower(shell, m_path);
    const Piece file = follower.next();
    QCOMPARE(file.kind, Piece::NewFile);
    QVERIFY(file.inode > 0);
    QCOMPARE(file.offset, 0);
    QCOMPARE(follower.data(6), "first\n");
    const QByteArray binary = QByteArray("\0\xff\x1b[1m\n\n", 8) + marker + " end\n" + marker;
    append(binary);
    const Piece more = follower.next();
    QCOMPARE(more.kind, Piece::Data);
    QCOMPARE(more.offset, 6);
    QCOMPARE(more.bytes, binary);
    const QByteArray large(3'000'000, 'l');
    append(large);
    QCOMPARE(follower.data(large.size()), large);
}

void TestFollowScript::goesOn()
{
    QFETCH(QByteArray, shell);
    qint64 inode = 0;
    {
        Follower follower(shell, m_path);
        inode = follower.next().inode;
        QCOMPARE(follower.data(6), "first\n");
    }
    append("second\n");
    Follower again(shell, m_path, {.inode = inode, .offset = 6});
    const Piece file = again.next();
    QCOMPARE(file.kind, Piece::NewFile);
    QCOMPARE(file.inode, inode);
    QCOMPARE(file.offset, 6);
    QCOMPARE(again.data(7), "second\n");
}

// The same inode and long enough, but not what was followed.
void TestFollowScript::anotherFileUnderTheInode()
{
    qint64 inode = 0;
    {
        Follower follower("sh -s", m_path);
        inode = follower.next().inode;
    }
    append("other bytes than before\n", QIODevice::WriteOnly);
    Follower again("sh -s", m_path,
        {.inode = inode, .offset = 6, .checked = 6, .checksum = posixChecksum("first\n")});
    const Piece file = again.next();
    QCOMPARE(file.kind, Piece::NewFile);
    QCOMPARE(file.offset, 0);
    QCOMPARE(again.data(24), "other bytes than before\n");
    // And the very same goes on.
    Follower same("sh -s", m_path,
        {.inode = inode, .offset = 6, .checked = 5, .checksum = posixChecksum("ther ")});
    QCOMPARE(same.next().offset, 6);
}

void TestFollowScript::greetingsDoNotMatter()
{
    FollowReader reader(marker);
    reader.append(QByteArray(300'000, '\n') + "Welcome to a host\n" + marker + " gone away\n");
    const auto piece = reader.next();
    QVERIFY(piece);
    QCOMPARE(piece->bytes, "away");
    QCOMPARE(posixChecksum("hello"), "3287646509 5");
}

void TestFollowScript::rotates()
{
    QFETCH(QByteArray, shell);
    Follower follower(shell, m_path);
    const qint64 old = follower.next().inode;
    QCOMPARE(follower.data(6), "first\n");
    // What is still written to the old one is not lost.
    append("late\n");
    QVERIFY(QFile::rename(m_path, m_path + u".1"_s));
    append("new\n", QIODevice::WriteOnly);
    QCOMPARE(follower.data(5), "late\n");
    const Piece file = follower.next();
    QCOMPARE(file.kind, Piece::NewFile);
    QVERIFY(file.inode != old);
    QCOMPARE(file.offset, 0);
    QCOMPARE(follower.data(4), "new\n");
}

void TestFollowScript::emptied()
{
    QFETCH(QByteArray, shell);
    append("a long beginning\n");
    Follower follower(shell, m_path);
    follower.next();
    QCOMPARE(follower.data(23), "first\na long beginning\n");
    append("x\n", QIODevice::WriteOnly);
    const Piece file = follower.next();
    QCOMPARE(file.kind, Piece::NewFile);
    QCOMPARE(file.offset, 0);
    QCOMPARE(follower.data(2), "x\n");
}

void TestFollowScript::cannotBeRead_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("nothing there") << u"/nowhere/at.all"_s << QByteArray("No such file");
    QTest::newRow("a folder") << u"/"_s << QByteArray();
    QTest::newRow("no regular file") << u"/dev/zero"_s << QByteArray();
}

void TestFollowScript::cannotBeRead()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, says);
    Follower follower("sh -s", path);
    const Piece piece = follower.next();
    QCOMPARE(piece.kind, Piece::Gone);
    QVERIFY2(piece.bytes.contains(says), piece.bytes.constData());
}

void TestFollowScript::largeAtFirst()
{
    append(QByteArray(100'000, 'x') + "the end\n");
    Follower follower("sh -s", m_path, {.mostAtFirst = 8});
    const Piece file = follower.next();
    QCOMPARE(file.offset, 100'006);
    QCOMPARE(follower.data(8), "the end\n");
}

// A link may die at any byte: what came whole is there, and nothing of what did not.
void TestFollowScript::everyCutIsNoticed()
{
    const QByteArray sent = "Welcome!\n" + marker + " file 12 0\n" + marker + " data 0 5\nab\ncd\n"
        + marker + " end\n" + marker + " alive\n" + marker + " data 5 3\nxyz\n" + marker + " end\n"
        + marker + " gone no such file\n";
    for (qsizetype cut = 0; cut <= sent.size(); ++cut) {
        FollowReader reader(marker);
        QByteArray data;
        // In two pieces, and a byte at a time.
        reader.append(sent.first(cut));
        while (const auto piece = reader.next())
            data += piece->bytes;
        QVERIFY(QByteArray("ab\ncdxyzno such file").startsWith(data));
        for (const char byte : sent.sliced(cut)) {
            reader.append(QByteArray(1, byte));
            while (const auto piece = reader.next()) {
                QVERIFY(piece->kind != Piece::Broken);
                data += piece->bytes;
            }
        }
        QCOMPARE(data, "ab\ncdxyzno such file");
    }
}

void TestFollowScript::liesAreNotBelieved_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("shorter than said") << marker + " data 0 9\nabc\n" + marker + " end\n" + marker
            + " alive\n" + marker + " alive\n";
    QTest::newRow("gone without a word") << marker + " gone\n" + marker + " surprise\n";
    QTest::newRow("endless") << marker + " data 0 99999999999\nabc";
    QTest::newRow("negative") << marker + " data 0 -1\nabc";
    QTest::newRow("no number") << marker + " data x y\nabc";
    QTest::newRow("a line without end") << QByteArray(10'000, 'x');
    QTest::newRow("unknown") << marker + " surprise\n";
}

void TestFollowScript::liesAreNotBelieved()
{
    QFETCH(QByteArray, sent);
    FollowReader reader(marker);
    reader.append(sent);
    auto piece = reader.next();
    while (piece && piece->kind == Piece::Gone)
        piece = reader.next();
    QVERIFY(piece);
    QCOMPARE(piece->kind, Piece::Broken);
}

void TestFollowScript::endsWithItsListener()
{
    QProcess shell;
    QProcess listener;
    shell.setStandardOutputProcess(&listener);
    shell.start(u"sh"_s, {u"-s"_s});
    listener.start(u"head"_s, {u"-c"_s, u"5"_s});
    shell.write(followScript(m_path.toUtf8(), {}, marker));
    QVERIFY(shell.waitForBytesWritten());
    // Its standard input stays open, as behind an sshd that hangs.
    QVERIFY(listener.waitForFinished(5000));
    QVERIFY(shell.waitForFinished(5000));
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestFollowScript)
#include "tst_follow_script.moc"
