// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console_log.h"

#include "views/logs/log_pane.h"

#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>

namespace plumbline {

using namespace Qt::StringLiterals;

ConsoleLog::ConsoleLog(Transport *transport, Target target, QByteArray path, LogPane *pane)
    : m_target(std::move(target)), m_file(transport, path, copyPath(m_target, path)), m_pane(pane)
{
    connect(&m_file, &FollowedFile::changed, this, &ConsoleLog::showState);
}

// What nobody follows any more must not say that it is followed.
ConsoleLog::~ConsoleLog()
{
    if (m_pane)
        m_pane->setSourceNote({}, false);
}

// Whatever characters a host and a path hold, each makes one name of a file, and no two the same.
QString ConsoleLog::copyPath(const Target &target, const QByteArray &path)
{
    const auto name = [](const QByteArray &text) {
        static constexpr qsizetype longest = 200; // of the 255 that a file's name may have
        const QByteArray encoded = text.toPercentEncoding({}, ".");
        if (encoded.size() <= longest)
            return QString::fromLatin1(encoded);
        return QString::fromLatin1(encoded.left(longest - 41) + '-'
            + QCryptographicHash::hash(text, QCryptographicHash::Sha1).toHex());
    };
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation))
        .filePath(
            u"logs/%1/%2"_s.arg(name(target.withoutDomain().toString().toUtf8()), name(path)));
}

Result<void> ConsoleLog::start()
{
    const Result<void> started = m_file.start();
    if (!started)
        return started;
    m_pane->openFile(m_file.copy(), m_target.domain + u" · "_s + tr("serial log"), true);
    showState();
    return {};
}

void ConsoleLog::showState()
{
    using Follow = FollowedFile::State;
    const bool isTrouble = m_file.state() == Follow::Gone || m_file.state() == Follow::Interrupted;
    m_pane->setSourceNote(
        m_file.state() == Follow::Following ? tr("followed") : m_file.note().text(), isTrouble);
}

} // namespace plumbline
