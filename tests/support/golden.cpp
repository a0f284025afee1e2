// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/golden.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

namespace plumbline {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        QTest::qFail(
            qPrintable(path + QStringLiteral(": ") + file.errorString()), __FILE__, __LINE__);
        return {};
    }
    return file.readAll();
}

static void bless(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
}

QString differenceToGolden(const QString &path, const QByteArray &text)
{
    if (qEnvironmentVariableIntValue("PLUMBLINE_BLESS") == 1)
        bless(path, text);
    QFile file(path);
    if (file.open(QIODevice::ReadOnly) && file.readAll() == text)
        return {};
    QProcess diff;
    diff.start(QStringLiteral("diff"), {QStringLiteral("-uN"), path, QStringLiteral("-")});
    diff.write(text);
    diff.closeWriteChannel();
    diff.waitForFinished();
    return QStringLiteral("not what %1 says:\n").arg(path)
        + QString::fromUtf8(diff.readAllStandardOutput());
}

} // namespace plumbline
