// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hypervisor/followed_file.h"
#include "model/target.h"

#include <QObject>
#include <QPointer>

namespace plumbline {

class LogPane;

/// The serial log of a domain in the window: the file on the host, the copy kept of it here, and
/// the pane that shows the copy.
class ConsoleLog : public QObject
{
    Q_OBJECT

public:
    ConsoleLog(Transport *transport, Target target, QByteArray path, LogPane *pane);

    ~ConsoleLog() override;

    Result<void> start();
    const Target &target() const { return m_target; }

    /// Where the copy of such a file is kept: a folder for each host, below the program's own data.
    static QString copyPath(const Target &target, const QByteArray &path);

private:
    void showState();

    Target m_target;
    FollowedFile m_file;
    QPointer<LogPane> m_pane;
};

} // namespace plumbline
