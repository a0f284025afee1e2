// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/ssh_hosts.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace plumbline {

static constexpr int includeDepth = 4;
static constexpr qint64 fileLimit = 1024 * 1024;

static void collect(const QString &path, int depth, QStringList &hosts);

static void include(const QString &pattern, int depth, QStringList &hosts)
{
    QString path = pattern;
    if (path.startsWith(u"~/"))
        path = QDir::homePath() + path.mid(1);
    else if (QDir::isRelativePath(path))
        path = QDir::homePath() + QStringLiteral("/.ssh/") + path;
    const QFileInfo info(path);
    const QStringList files
        = info.dir().entryList({info.fileName()}, QDir::Files | QDir::Readable, QDir::Name);
    for (const QString &file : files)
        collect(info.dir().filePath(file), depth + 1, hosts);
}

static void collect(const QString &path, int depth, QStringList &hosts)
{
    QFile file(path);
    if (depth > includeDepth || !file.open(QIODevice::ReadOnly))
        return;
    static const QRegularExpression blanks(QStringLiteral("[\\s=]+"));
    const QString text = QString::fromUtf8(file.read(fileLimit));
    for (const QString &line : text.split(u'\n')) {
        const QStringList words = line.trimmed().split(blanks, Qt::SkipEmptyParts);
        if (words.size() < 2)
            continue;
        const bool isHost = words.first().compare(u"host", Qt::CaseInsensitive) == 0;
        const bool isInclude = words.first().compare(u"include", Qt::CaseInsensitive) == 0;
        for (const QString &word : words.sliced(1)) {
            const QString name = QString(word).remove(u'"');
            if (isInclude)
                include(name, depth, hosts);
            else if (isHost && !name.contains(u'*') && !name.contains(u'?')
                && !name.startsWith(u'!') && !hosts.contains(name))
                hosts.append(name);
        }
    }
}

QStringList sshConfigHosts(const QString &configFile)
{
    QStringList hosts;
    collect(configFile.isEmpty() ? QDir::homePath() + QStringLiteral("/.ssh/config") : configFile,
        0, hosts);
    return hosts;
}

} // namespace plumbline
