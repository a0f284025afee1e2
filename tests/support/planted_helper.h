// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/script_run.h"

#include <QProcess>
#include <QTemporaryDir>

namespace plumbline {

/// A process of this user with the name of a program, as a hanging helper of ours would be. It ends
/// with this object.
class PlantedHelper
{
public:
    /// `value` is that of PLUMBLINE_HELPER in its environment.
    explicit PlantedHelper(const QByteArray &value, const QString &name = QStringLiteral("stat"))
    {
        const QString program = m_folder.filePath(name);
        QFile::copy(QStandardPaths::findExecutable(QStringLiteral("sleep")), program);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PLUMBLINE_HELPER"), QString::fromUtf8(value));
        m_process.setProcessEnvironment(environment);
        m_process.start(program, {QString::fromLatin1(uniqueSeconds())});
        m_process.waitForStarted();
    }
    ~PlantedHelper() { end(); }
    Q_DISABLE_COPY_MOVE(PlantedHelper)

    qint64 processId() const { return m_process.processId(); }
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    void end()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
};

} // namespace plumbline
