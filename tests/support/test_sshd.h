// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/ssh_config.h"

#include <QList>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>

#include <memory>

namespace plumbline {

/// ms: a dead link is noticed after 10 s at the latest, when a keep-alive is not answered.
inline constexpr int linkLossNoticed = 15000;

/// A real sshd on loopback with keys and files of its own in a temporary folder. It ends with the
/// test, even one that crashes. The user who runs the test may log in with clientKey().
///
/// Where the test runs as root, it has a view of its own of /etc/passwd, in which a user "plumb"
/// with the password "lead" exists; no file of the machine is changed.
class TestSshd
{
public:
    enum class Login { Keys, Passwords, KeyboardInteractive };

    QByteArray moreServerConfig;

    explicit TestSshd(Login login = Login::Keys);
    ~TestSshd();

    /// Where "sshd" is installed.
    static QString program();
    static bool isRoot();

    bool start();
    /// Sends a signal to the listener and to everything it has started; gives their pids.
    QSet<qint64> signal(int number);
    /// The same with SIGKILL, and waits until all of them have ended.
    void stop();

    quint16 port() const { return m_port; }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString clientKey() const { return path(QStringLiteral("client_key")); }
    QString knownHosts() const { return path(QStringLiteral("known_hosts")); }
    /// The public key of the host, as in its .pub file: type, base64.
    QList<QByteArray> hostKey() const;
    void makeKey(const QString &file, const QString &passphrase = {});
    void authorize(const QString &publicKeyFile);
    /// Another host key, from the next start on.
    void renewHostKey();
    /// Says in known_hosts that the host's key is the one it has.
    void makeKnown();

    /// A client's configuration for the host "lab" that leads here, by way of `port` if that is
    /// given. Lines of `more` come first and so win.
    SshAddress address(const QByteArray &more = {}, quint16 port = 0);
    void setConfig(const QByteArray &text);
    QString configFile() const { return path(QStringLiteral("client_config")); }
    QByteArray hostEntry(const QByteArray &alias, const QByteArray &more, quint16 port) const;

private:
    QByteArray serverConfig() const;
    QByteArray launcher() const;
    void write(const QString &name, const QByteArray &text) const;

    Login m_login;
    QTemporaryDir m_folder;
    quint16 m_port = 0;
    std::unique_ptr<QProcess> m_process;
};

/// Runs a tool of OpenSSH to its end.
bool runTool(const QString &program, const QStringList &arguments);
/// The processes below `parent` whose command line contains `text`.
int countProcesses(const QByteArray &text);

} // namespace plumbline
