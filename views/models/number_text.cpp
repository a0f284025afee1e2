// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/number_text.h"

#include "base/duration_phrase.h"

#include <QLocale>

#include <cmath>

namespace plumbline {

static const QString notCounted = QStringLiteral("–");

QString spanText(WallTime then, WallTime now)
{
    return durationPhrase(std::round(secondsBetween(then, now))).text();
}

QString ageText(WallTime then, WallTime now)
{
    return PHRASE("views", "%1 ago")
        .arg(durationPhrase(std::round(secondsBetween(then, now))))
        .text();
}

/// At most three digits that mean something, in the user's notation.
static QString shortNumber(double value)
{
    const int decimals = value != 0 && value < 9.95 && std::abs(value - std::round(value)) > 0.05;
    return QLocale().toString(value, 'f', decimals);
}

QString rateText(std::optional<double> perSecond)
{
    if (!perSecond)
        return notCounted;
    if (*perSecond >= 10000)
        return PHRASE("views", "%1 k/s").arg(shortNumber(*perSecond / 1000)).text();
    return PHRASE("views", "%1 /s").arg(shortNumber(*perSecond)).text();
}

QString bytesRateText(std::optional<double> bytesPerSecond)
{
    if (!bytesPerSecond)
        return notCounted;
    const double value = *bytesPerSecond;
    if (value < 1024)
        return PHRASE("views", "%1 B/s").arg(QLocale().toString(value, 'f', 0)).text();
    if (value < 1024.0 * 1024)
        return PHRASE("views", "%1 KiB/s").arg(shortNumber(value / 1024)).text();
    if (value < 1024.0 * 1024 * 1024)
        return PHRASE("views", "%1 MiB/s").arg(shortNumber(value / 1024 / 1024)).text();
    return PHRASE("views", "%1 GiB/s").arg(shortNumber(value / 1024 / 1024 / 1024)).text();
}

QString latencyText(std::optional<double> seconds)
{
    if (!seconds)
        return notCounted;
    if (*seconds < 0.001)
        return PHRASE("views", "%1 µs").arg(shortNumber(*seconds * 1e6)).text();
    if (*seconds < 1)
        return PHRASE("views", "%1 ms").arg(shortNumber(*seconds * 1000)).text();
    return PHRASE("views", "%1 s").arg(shortNumber(*seconds)).text();
}

QString countText(std::optional<qint64> count)
{
    return count ? QLocale().toString(*count) : notCounted;
}

} // namespace plumbline
