// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace plumbline {

/// A virsh of our own, first in PATH as long as it lives: commands are functions of `body`; it logs
/// what it was called with.
class FakeVirsh
{
public:
    explicit FakeVirsh(const QByteArray &body)
    {
        QFile file(m_folder.filePath(QStringLiteral("virsh")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\nshift 2\nprintf '%s\\n' \"$*\" >>" + m_folder.path().toUtf8()
            + "/calls\n" + body + "\nif [ $# -gt 1 ]; then \"$@\"; else eval \"$1\"; fi\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("PATH", m_folder.path().toUtf8() + ':' + m_path);
    }
    ~FakeVirsh() { qputenv("PATH", m_path); }
    Q_DISABLE_COPY_MOVE(FakeVirsh)

    QByteArray calls() const
    {
        QFile file(m_folder.filePath(QStringLiteral("calls")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    QTemporaryDir m_folder;
    QByteArray m_path = qgetenv("PATH");
};

} // namespace plumbline
