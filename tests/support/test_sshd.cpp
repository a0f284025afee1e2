// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_sshd.h"

#include "transport/known_hosts.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QStandardPaths>
#include <QTest>
#include <QThread>

#include <arpa/inet.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

namespace plumbline {

using namespace Qt::StringLiterals;

/// crypt(3) of "lead".
static const QByteArray passwordHash = "$6$plumblinesalt$N8ccTKx86WVBeAQo1PH8Q4DoiYgxBeN.M4fg/"
                                       ".Er1viSBNcoYPVx0J/hRZY/PsJ/81cxgr5RV6wTpMmCN1xBa.";

static QByteArray userName()
{
    const passwd *user = ::getpwuid(::getuid());
    return user ? QByteArray(user->pw_name) : QByteArray();
}

static sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

static quint16 freePort()
{
    const int probe = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof(address);
    ::bind(probe, reinterpret_cast<sockaddr *>(&address), size);
    ::getsockname(probe, reinterpret_cast<sockaddr *>(&address), &size);
    ::close(probe);
    return ntohs(address.sin_port);
}

static bool listens(quint16 port)
{
    const int probe = ::socket(AF_INET, SOCK_STREAM, 0);
    const sockaddr_in address = loopback(port);
    const bool connected
        = ::connect(probe, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0;
    ::close(probe);
    return connected;
}

bool runTool(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() && process.exitCode() == 0;
}

TestSshd::TestSshd(Login login) : m_login(login), m_port(freePort())
{
    m_folder.setAutoRemove(true);
    makeKey(u"host_key"_s);
    makeKey(u"client_key"_s);
    authorize(u"client_key.pub"_s);
}

TestSshd::~TestSshd()
{
    stop();
}

QString TestSshd::program()
{
    return QStandardPaths::findExecutable(
        u"sshd"_s, {u"/usr/sbin"_s, u"/usr/local/sbin"_s, u"/sbin"_s});
}

bool TestSshd::isRoot()
{
    return ::geteuid() == 0;
}

void TestSshd::write(const QString &name, const QByteArray &text) const
{
    QFile file(path(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
}

void TestSshd::makeKey(const QString &file, const QString &passphrase)
{
    QFile::remove(path(file));
    runTool(u"ssh-keygen"_s,
        {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-a"_s, u"4"_s, u"-C"_s, file, u"-N"_s, passphrase,
            u"-f"_s, path(file)});
}

void TestSshd::authorize(const QString &publicKeyFile)
{
    QFile key(path(publicKeyFile));
    QFile list(path(u"authorized_keys"_s));
    if (key.open(QIODevice::ReadOnly) && list.open(QIODevice::Append))
        list.write(key.readAll());
}

QList<QByteArray> TestSshd::hostKey() const
{
    QFile file(path(u"host_key.pub"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split(' ').first(2)
                                          : QList<QByteArray>();
}

void TestSshd::renewHostKey()
{
    makeKey(u"host_key"_s);
}

void TestSshd::makeKnown()
{
    QFile file(knownHosts());
    if (file.open(QIODevice::Append))
        file.write("[127.0.0.1]:" + QByteArray::number(m_port) + ' ' + hostKey().join(' ') + '\n');
}

QByteArray TestSshd::serverConfig() const
{
    const QByteArray folder = m_folder.path().toLocal8Bit();
    QByteArray config = "ListenAddress 127.0.0.1\n"
                        "Port "
        + QByteArray::number(m_port)
        + "\n"
          "HostKey "
        + folder
        + "/host_key\n"
          "AuthorizedKeysFile "
        + folder
        + "/authorized_keys\n"
          "PidFile none\n"
          "StrictModes no\n"
          "PermitRootLogin yes\n"
          "LoginGraceTime 60\n"
          "MaxStartups 100\n"
          "PrintMotd no\n";
    config += m_login == Login::Passwords ? "PasswordAuthentication yes\n"
                                          : "PasswordAuthentication no\n";
    config += m_login == Login::KeyboardInteractive
        ? "UsePAM yes\nKbdInteractiveAuthentication yes\n"
        : "UsePAM no\nKbdInteractiveAuthentication no\n";
    return config + moreServerConfig;
}

/// As root: a namespace with a /run/sshd for sshd and with users of its own.
QByteArray TestSshd::launcher() const
{
    const QByteArray folder = m_folder.path().toLocal8Bit();
    const QByteArray run
        = "exec " + program().toLocal8Bit() + " -D -e -f " + folder + "/sshd_config";
    if (!isRoot())
        return run;
    QByteArray script = "set -e\nmount -t tmpfs tmpfs /run\nmkdir -m 755 /run/sshd\n";
    for (const QByteArray name : {"passwd", "shadow"})
        script += "mount --bind " + folder + '/' + name + " /etc/" + name + '\n';
    if (m_login == Login::KeyboardInteractive)
        script += "mount --bind " + folder + "/pam /etc/pam.d/sshd\n";
    return script + run;
}

static QByteArray contents(const QString &file)
{
    QFile from(file);
    return from.open(QIODevice::ReadOnly) ? from.readAll() : QByteArray();
}

bool TestSshd::start()
{
    write(u"sshd_config"_s, serverConfig());
    // A home without start files: those of the machine's own user may take long.
    QByteArray users;
    for (const QByteArray &line : contents(u"/etc/passwd"_s).split('\n')) {
        const QByteArray name = userName();
        users += !line.startsWith(name + ':')
            ? line
            : line.split(':').first(5).join(':') + ':' + m_folder.path().toLocal8Bit() + ":/bin/sh";
        users += '\n';
    }
    write(u"passwd"_s,
        users + "plumb:x:64242:64242::" + m_folder.path().toLocal8Bit() + ":/bin/sh\n");
    write(u"shadow"_s,
        contents(u"/etc/shadow"_s) + "plumb:" + passwordHash + ":19000:0:99999:7:::\n");
    write(u"pam"_s,
        "auth required pam_unix.so\naccount required pam_permit.so\nsession required "
        "pam_permit.so\n");
    QFile::setPermissions(path(u"shadow"_s), QFile::ReadOwner | QFile::WriteOwner);
    // sshd runs as another user on its way to "plumb".
    QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7555));

    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setStandardOutputFile(path(u"sshd.log"_s), QIODevice::Append);
    m_process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    const QString script = QString::fromLocal8Bit(launcher());
    if (isRoot()) {
        m_process->start(u"unshare"_s,
            {u"--mount"_s, u"--propagation"_s, u"private"_s, u"/bin/sh"_s, u"-c"_s, script});
    } else {
        m_process->start(u"/bin/sh"_s, {u"-c"_s, script});
    }
    const bool ready = QTest::qWaitFor(
        [this] { return m_process->state() == QProcess::NotRunning || listens(m_port); }, 10000);
    if (ready && m_process->state() == QProcess::Running)
        return true;
    qWarning("sshd did not start: %s", contents(path(u"sshd.log"_s)).constData());
    return false;
}

/// Every process and its parent.
static QHash<qint64, qint64> processParents()
{
    QHash<qint64, qint64> parents;
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        const qint64 process = name.toLongLong();
        const QByteArray stat = process ? contents(u"/proc/%1/stat"_s.arg(process)) : QByteArray();
        const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        if (fields.size() > 2)
            parents.insert(process, fields.at(1).toLongLong());
    }
    return parents;
}

static QSet<qint64> descendants(qint64 ancestor)
{
    QSet<qint64> found;
    const QHash<qint64, qint64> parents = processParents();
    for (auto it = parents.begin(); it != parents.end(); ++it) {
        for (qint64 at = it.key(); at > 1; at = parents.value(at)) {
            if (at == ancestor)
                found.insert(it.key());
        }
    }
    return found;
}

/// Stops all of them: one that is stopped starts no other that we would miss.
static QSet<qint64> stopped(qint64 ancestor)
{
    QSet<qint64> before;
    for (;;) {
        const QSet<qint64> all = descendants(ancestor);
        if (before.contains(all))
            return all;
        for (const qint64 process : all)
            ::kill(pid_t(process), SIGSTOP);
        before.unite(all);
    }
}

/// It may still hold a connection, or the port.
static bool isAlive(qint64 process)
{
    const QByteArray stat = contents(u"/proc/%1/stat"_s.arg(process));
    const char state = stat.isEmpty() ? 'X' : stat.at(stat.lastIndexOf(')') + 2);
    return state != 'X' && state != 'Z';
}

QSet<qint64> TestSshd::signal(int number)
{
    if (!m_process || m_process->state() != QProcess::Running)
        return {};
    const QSet<qint64> all = stopped(m_process->processId());
    for (const qint64 process : all)
        ::kill(pid_t(process), number);
    return all;
}

void TestSshd::stop()
{
    const QSet<qint64> killed = signal(SIGKILL);
    if (m_process)
        m_process->waitForFinished();
    m_process.reset();
    // Those who carry the connections end when they get the processor, perhaps after the listener.
    const QDeadlineTimer limit(10000);
    while (std::ranges::any_of(killed, isAlive)) {
        if (limit.hasExpired())
            qFatal("sshd does not end");
        QThread::msleep(2);
    }
}

QByteArray TestSshd::hostEntry(const QByteArray &alias, const QByteArray &more, quint16 port) const
{
    return "Host " + alias + "\n" + more + "  HostName 127.0.0.1\n  Port "
        + QByteArray::number(port ? port : m_port) + "\n  User " + userName() + "\n  IdentityFile "
        + clientKey().toLocal8Bit() + "\n  IdentitiesOnly yes\n  IdentityAgent none\n"
        + "  HashKnownHosts no\n  GlobalKnownHostsFile none\n  UserKnownHostsFile "
        + knownHosts().toLocal8Bit() + "\n";
}

void TestSshd::setConfig(const QByteArray &text)
{
    write(u"client_config"_s, text);
}

SshAddress TestSshd::address(const QByteArray &more, quint16 port)
{
    setConfig(hostEntry("lab", more, port));
    SshAddress address;
    address.host = u"lab"_s;
    address.configFile = configFile();
    return address;
}

int countProcesses(const QByteArray &text)
{
    int count = 0;
    const QHash<qint64, qint64> parents = processParents();
    for (auto it = parents.begin(); it != parents.end(); ++it)
        count += contents(u"/proc/%1/cmdline"_s.arg(it.key())).replace('\0', ' ').contains(text);
    return count;
}

} // namespace plumbline
