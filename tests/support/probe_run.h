// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/question.h"

#include <QProcess>

namespace plumbline {

/// A probe's own command, run on this machine as it is, without the transport's script around it.
class ProbeRun
{
public:
    explicit ProbeRun(const Question &question)
    {
        for (const QByteArray &word : std::get<HostCommand>(question.ask).argv)
            m_words.append(QString::fromUtf8(word));
        m_environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    }
    /// Another shell than the question's.
    ProbeRun &by(const QString &shell)
    {
        m_words[0] = shell;
        return *this;
    }
    /// Through a command that runs another: setpriv, unshare.
    ProbeRun &through(const QStringList &words)
    {
        m_words = words + m_words;
        return *this;
    }
    ProbeRun &with(const QString &name, const QString &value)
    {
        m_environment.insert(name, value);
        return *this;
    }
    /// Runs it; false if it did not end within ten seconds.
    bool ends()
    {
        m_process.setProcessEnvironment(m_environment);
        m_process.start(m_words.first(), m_words.sliced(1));
        return m_process.waitForFinished(10'000);
    }
    int exitCode() const { return m_process.exitCode(); }
    QByteArray out() { return m_process.readAllStandardOutput(); }
    QByteArray err() { return m_process.readAllStandardError(); }

private:
    QStringList m_words;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    QProcess m_process;
};

} // namespace plumbline
