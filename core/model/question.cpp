// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/question.h"

#include "base/shell_quote.h"

namespace plumbline {

QString commandLine(const Question &question, bool readOnly)
{
    if (const auto *host = std::get_if<HostCommand>(&question.ask))
        return QString::fromUtf8(shellCommandLine(host->argv));
    if (const auto *virsh = std::get_if<VirshCommand>(&question.ask)) {
        QList<QByteArray> words{"virsh", "-c", virsh->uri};
        if (readOnly)
            words.insert(1, "-r");
        return QString::fromUtf8(shellCommandLine(words + virsh->words));
    }
    const auto &monitor = std::get<MonitorCommand>(question.ask);
    return QStringLiteral("QMP %1 %2")
        .arg(QString::fromUtf8(monitor.socketPath), QString::fromUtf8(monitor.json));
}

} // namespace plumbline
