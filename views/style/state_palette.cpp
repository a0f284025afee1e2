// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/state_palette.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace plumbline {

namespace {
struct Inks
{
    QRgb light;
    QRgb dark;
};
} // namespace

// In the order of Look.
static constexpr std::array<Inks, 9> inks{{
    {0xff17694a, 0xff62c69a}, // Healthy: a blueish green
    {0xff7d4e00, 0xffe0ad4a}, // Waiting: amber
    {0xff7d4e00, 0xffe0ad4a}, // Slow
    {0xff7d4e00, 0xffe0ad4a}, // Throttled
    {0xff1f5a94, 0xff86b6f0}, // Paused: blue
    {0xff55606b, 0xffa3acb6}, // Idle: grey
    {0xffb3201b, 0xffff8577}, // Stalled: vermilion
    {0xff5a489c, 0xffb9a9f5}, // Unknown: violet
    {0xff5d6670, 0xff9aa3ad}, // Stale: grey
}};

QList<Look> allLooks()
{
    QList<Look> out;
    for (size_t i = 0; i < inks.size(); ++i)
        out.append(Look(i));
    return out;
}

Look lookOf(State state, Modifier modifier, bool stale)
{
    if (stale)
        return Look::Stale;
    if (state == State::Stalled)
        return Look::Stalled;
    switch (modifier) {
    case Modifier::Waiting:
        return Look::Waiting;
    case Modifier::Slow:
        return Look::Slow;
    case Modifier::Throttled:
        return Look::Throttled;
    case Modifier::Paused:
        return Look::Paused;
    case Modifier::Idle:
        return Look::Idle;
    case Modifier::None:
        break;
    }
    return state == State::Healthy ? Look::Healthy : Look::Unknown;
}

StatePalette::StatePalette(const QPalette &palette)
    : m_shade(palette.color(QPalette::Window).lightness() < 128 ? Dark : Light)
{
}

QColor StatePalette::ink(Look look) const
{
    const Inks &pair = inks.at(size_t(look));
    return QColor::fromRgb(m_shade == Dark ? pair.dark : pair.light);
}

QColor StatePalette::wash(Look look, const QColor &base) const
{
    return mixed(base, ink(look), m_shade == Dark ? 0.14 : 0.08);
}

QColor StatePalette::onInk() const
{
    return m_shade == Dark ? QColor(0x16, 0x19, 0x1d) : QColor(Qt::white);
}

static double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

static double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor mixed(const QColor &bottom, const QColor &top, double weight)
{
    const auto mix
        = [weight](float under, float over) { return float(under * (1 - weight) + over * weight); };
    return QColor::fromRgbF(mix(bottom.redF(), top.redF()), mix(bottom.greenF(), top.greenF()),
        mix(bottom.blueF(), top.blueF()));
}

} // namespace plumbline
