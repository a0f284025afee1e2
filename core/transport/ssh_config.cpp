// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/ssh_config.h"

#include "transport/known_hosts.h"
#include "transport/process_channel.h"

#include <QCryptographicHash>
#include <QDir>
#include <QHash>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QSysInfo>

#include <pwd.h>
#include <unistd.h>

namespace plumbline {

/// "ssh -G" prints some 5 KiB; what prints more is not ssh.
static constexpr qsizetype mostOutput = 1024 * 1024;

QString SshAddress::text() const
{
    QString text = host.contains(u':') && port ? u'[' + host + u']' : host;
    if (!user.isEmpty())
        text.prepend(user + u'@');
    if (port)
        text += u':' + QString::number(port);
    return text;
}

SshAddress SshAddress::fromText(const QString &text)
{
    SshAddress address;
    QString rest = text.startsWith(QLatin1String("ssh://")) ? text.sliced(6) : text;
    if (const qsizetype at = rest.lastIndexOf(u'@'); at >= 0) {
        address.user = rest.first(at);
        rest = rest.sliced(at + 1);
    }
    static const QRegularExpression withPort(QStringLiteral("^(?:\\[(.*)\\]|([^:]*)):(\\d{1,5})$"));
    static const QRegularExpression bracketed(QStringLiteral("^\\[(.*)\\]$"));
    if (const auto match = withPort.match(rest); match.hasMatch()) {
        address.host = match.captured(1) + match.captured(2);
        address.port = match.captured(3).toUShort();
    } else if (const auto bare = bracketed.match(rest); bare.hasMatch()) {
        address.host = bare.captured(1);
    } else {
        address.host = rest;
    }
    return address;
}

QByteArray SshConfig::knownHostsName() const
{
    return hostKeyAlias.isEmpty() ? plumbline::knownHostsName(hostName, port)
                                  : hostKeyAlias.toLower().toUtf8();
}

static QString localUser()
{
    const passwd *entry = ::getpwuid(::getuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString();
}

/// The tokens of ssh_config(5), "~" at the beginning and ${VARIABLE}.
class TokenFiller
{
public:
    TokenFiller(const SshConfig &config, const SshAddress &address)
    {
        const QString home = QDir::homePath();
        const QString machine = QSysInfo::machineHostName();
        const QString port = QString::number(config.port);
        const QString hashed = machine + config.hostName + port + config.user + config.proxyJump;
        m_tokens = {{u'%', QStringLiteral("%")}, {u'd', home}, {u'h', config.hostName},
            {u'i', QString::number(::getuid())}, {u'j', config.proxyJump},
            {u'k', config.hostKeyAlias.isEmpty() ? address.host : config.hostKeyAlias},
            {u'L', machine.section(u'.', 0, 0)}, {u'l', machine}, {u'n', address.host},
            {u'p', port}, {u'r', config.user}, {u'u', localUser()},
            {u'C',
                QString::fromLatin1(
                    QCryptographicHash::hash(hashed.toUtf8(), QCryptographicHash::Sha1).toHex())}};
    }

    QString command(const QString &text) const
    {
        QString out;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text.at(i) == u'%' && i + 1 < text.size() && m_tokens.contains(text.at(i + 1)))
                out += m_tokens.value(text.at(++i));
            else
                out += text.at(i);
        }
        return out;
    }

    QString path(const QString &text) const
    {
        static const QRegularExpression variable(QStringLiteral("\\$\\{(\\w+)\\}"));
        QString out = text;
        if (out == u'~' || out.startsWith(QLatin1String("~/")))
            out.replace(0, 1, QDir::homePath());
        for (auto match = variable.match(out); match.hasMatch(); match = variable.match(out)) {
            const QString value = qEnvironmentVariable(match.captured(1).toLatin1().constData());
            out.replace(match.capturedStart(), match.capturedLength(), value);
            if (value.contains(u'$'))
                break;
        }
        return command(out);
    }

private:
    QHash<QChar, QString> m_tokens;
};

static bool isYes(const QString &value)
{
    return value == QLatin1String("yes") || value == QLatin1String("true");
}

static bool isNo(const QString &value)
{
    return value == QLatin1String("no") || value == QLatin1String("false");
}

static bool isNone(const QString &value)
{
    return value.isEmpty() || value == QLatin1String("none");
}

/// Words with spaces between; quotes hold one with spaces together.
static QStringList words(const QString &value)
{
    return value.contains(u'"') ? QProcess::splitCommand(value)
                                : value.split(u' ', Qt::SkipEmptyParts);
}

SshConfig parseSshConfig(QByteArrayView output, const SshAddress &address)
{
    QHash<QString, QStringList> values;
    for (const QByteArray &line : output.toByteArray().split('\n')) {
        const QString text = QString::fromLocal8Bit(line).trimmed();
        const qsizetype space = text.indexOf(u' ');
        if (space > 0)
            values[text.first(space)].append(text.sliced(space + 1).trimmed());
    }
    const auto value
        = [&values](const char *key) { return values.value(QLatin1String(key)).value(0); };

    SshConfig config;
    config.hostName = value("hostname");
    config.port = value("port").toUShort();
    config.user = value("user");
    config.hostKeyAlias = isNone(value("hostkeyalias")) ? QString() : value("hostkeyalias");
    config.proxyJump = isNone(value("proxyjump")) ? QString() : value("proxyjump");

    const TokenFiller fill(config, address);
    for (const QString &file : values.value(QStringLiteral("identityfile"))) {
        if (!isNone(file))
            config.identityFiles.append(fill.path(words(file).value(0, file)));
    }
    for (const QString &file : values.value(QStringLiteral("certificatefile")))
        config.certificateFiles.append(fill.path(file));
    QStringList userFiles = words(value("userknownhostsfile"));
    if (!address.knownHostsFile.isEmpty())
        userFiles = {address.knownHostsFile};
    for (const QString &file : userFiles + words(value("globalknownhostsfile"))) {
        if (!isNone(file))
            config.knownHostsFiles.append(fill.path(file));
    }
    if (!userFiles.isEmpty() && !isNone(userFiles.first()))
        config.newHostsFile = fill.path(userFiles.first());
    for (const QByteArray &name : value("hostkeyalgorithms").toLatin1().split(',')) {
        if (!name.isEmpty() && !name.contains("-cert-")) // libssh checks no host certificates
            config.hostKeyAlgorithms.append(name);
    }
    config.keyExchanges = value("kexalgorithms").toLatin1();
    config.ciphers = value("ciphers").toLatin1();
    config.macs = value("macs").toLatin1();
    config.hashKnownHosts = isYes(value("hashknownhosts"));
    config.refuseUnknownHosts = isYes(value("stricthostkeychecking"));
    config.identitiesOnly = isYes(value("identitiesonly"));
    config.publicKey = !isNo(value("pubkeyauthentication"));
    config.keyboardInteractive = !isNo(value("kbdinteractiveauthentication"));
    config.password = !isNo(value("passwordauthentication"));
    const QString agent = value("identityagent");
    if (agent.isEmpty() || agent == QLatin1String("SSH_AUTH_SOCK"))
        config.agentSocket = qEnvironmentVariable("SSH_AUTH_SOCK");
    else if (agent.startsWith(u'$') && !agent.startsWith(QLatin1String("${")))
        config.agentSocket = qEnvironmentVariable(agent.sliced(1).toLatin1().constData());
    else if (!isNone(agent))
        config.agentSocket = fill.path(agent);
    if (!isNone(value("proxycommand")))
        config.proxyCommand = fill.command(value("proxycommand"));
    if (const int seconds = value("connecttimeout").toInt(); seconds > 0)
        config.connectTimeout = std::chrono::seconds(seconds);
    return config;
}

static QStringList sshArguments(const SshAddress &address)
{
    QStringList arguments{QStringLiteral("-G")};
    if (!address.configFile.isEmpty())
        arguments << QStringLiteral("-F") << address.configFile;
    if (!address.user.isEmpty())
        arguments << QStringLiteral("-l") << address.user;
    if (!address.proxyJump.isEmpty())
        arguments << QStringLiteral("-J") << address.proxyJump;
    if (address.port)
        arguments << QStringLiteral("-p") << QString::number(address.port);
    return arguments << QStringLiteral("--") << address.host;
}

Task<Result<SshConfig>> resolveSshConfig(SshAddress address, Deadline deadline)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("ssh"));
    if (program.isEmpty()) {
        co_return failure(PHRASE("transport",
            "The ssh program is missing, which reads the SSH configuration. Install the OpenSSH "
            "client (package openssh-client)."));
    }
    auto process = ProcessChannel::start(program, sshArguments(address));
    if (!process)
        co_return std::unexpected(process.error());
    (*process)->closeWrite();
    QByteArray output;
    QByteArray errors;
    for (;;) {
        auto chunk = co_await (*process)->read(deadline);
        if (!chunk) {
            co_return failure(PHRASE("transport",
                "The SSH configuration could not be read in time. Does \"ssh -G %1\" end?")
                    .arg(address.host));
        }
        output += chunk->out;
        errors += chunk->err;
        if (chunk->atEnd || output.size() + errors.size() > mostOutput)
            break;
    }
    if ((*process)->exitCode() != 0) {
        co_return failure(PHRASE("transport", "ssh does not understand its configuration: %1")
                              .arg(QString::fromLocal8Bit(errors).trimmed()),
            address.configFile);
    }
    co_return parseSshConfig(output, address);
}

} // namespace plumbline
