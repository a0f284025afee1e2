// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/written_time.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <cmath>

namespace plumbline {

static int monthNamed(const QString &name)
{
    static const QString names = QStringLiteral("JanFebMarAprMayJunJulAugSepOctNovDec");
    const qsizetype at = names.indexOf(name);
    return at >= 0 && at % 3 == 0 ? int(at / 3) + 1 : 0;
}

static double resolutionOf(const QString &decimals)
{
    return std::pow(10.0, -double(decimals.size()));
}

static std::optional<WrittenTime> made(
    QDate date, const QRegularExpressionMatch &match, const QString &zone)
{
    const QString decimals = match.captured(QStringLiteral("decimals")).left(9);
    const QTime clock = QTime::fromString(match.captured(QStringLiteral("clock")));
    if (!date.isValid() || !clock.isValid())
        return std::nullopt;
    WrittenTime written;
    written.time = QDateTime(date, clock, QTimeZone::UTC)
                       .addMSecs(qRound64((QStringLiteral("0.") + decimals).toDouble() * 1000));
    written.resolution = resolutionOf(decimals);
    written.hasZone = !zone.isEmpty();
    if (zone.size() > 3) {
        const int minutes = zone.sliced(1, 2).toInt() * 60 + zone.sliced(zone.size() - 2).toInt();
        written.time = written.time.addSecs(zone.startsWith(u'-') ? minutes * 60 : -minutes * 60);
    }
    return written;
}

std::optional<WrittenTime> readWrittenTime(QByteArrayView text)
{
    static const QRegularExpression iso(QStringLiteral(
        R"(^(?:[A-Z][a-z]{2} )?(?<date>\d{4}-\d\d-\d\d)[T ](?<clock>\d\d:\d\d:\d\d)(?:[.,](?<decimals>\d+))? ?(?<zone>Z|UTC|[+-]\d\d:?\d\d)?$)"));
    static const QRegularExpression syslog(QStringLiteral(
        R"(^(?:[A-Z][a-z]{2} )?(?<month>[A-Z][a-z]{2}) {1,2}(?<day>\d{1,2}) (?<clock>\d\d:\d\d:\d\d)(?:\.(?<decimals>\d+))?(?: (?<year>\d{4}))?$)"));
    static const QRegularExpression unixTime(
        QStringLiteral(R"(^(?<seconds>\d{9,10})(?:\.(?<decimals>\d{1,9}))?$)"));
    if (text.size() > 64)
        return std::nullopt;
    const QString line = QString::fromLatin1(text);
    if (const auto match = iso.match(line); match.hasMatch()) {
        const QDate date = QDate::fromString(match.captured(QStringLiteral("date")), Qt::ISODate);
        return made(date, match, match.captured(QStringLiteral("zone")));
    }
    if (const auto match = syslog.match(line); match.hasMatch()) {
        const QString year = match.captured(QStringLiteral("year"));
        const QDate date(year.isEmpty() ? 2000 : year.toInt(),
            monthNamed(match.captured(QStringLiteral("month"))),
            match.captured(QStringLiteral("day")).toInt());
        std::optional<WrittenTime> written = made(date, match, {});
        if (written)
            written->hasYear = !year.isEmpty();
        return written;
    }
    if (const auto match = unixTime.match(line); match.hasMatch()) {
        WrittenTime written;
        written.time
            = QDateTime::fromMSecsSinceEpoch(qRound64(line.toDouble() * 1000), QTimeZone::UTC);
        written.resolution = resolutionOf(match.captured(QStringLiteral("decimals")));
        written.hasZone = true;
        return written;
    }
    return std::nullopt;
}

QByteArray WrittenTime::text(int decimals) const
{
    QString text = time.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz"));
    if (!hasYear)
        text.remove(0, 5);
    text.chop(decimals > 0 ? 3 - std::min(decimals, 3) : 4);
    if (hasZone)
        text += u'Z';
    return text.toLatin1();
}

} // namespace plumbline
