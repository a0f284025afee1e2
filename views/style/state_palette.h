// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/verdict.h"

#include <QColor>
#include <QList>
#include <QPalette>

namespace plumbline {

/// How a verdict looks: one entry per thing that must be told apart at a glance.
enum class Look { Healthy, Waiting, Slow, Throttled, Paused, Idle, Stalled, Unknown, Stale };

QList<Look> allLooks();
Look lookOf(State state, Modifier modifier, bool stale = false);

/// Colours of the looks, for light and for dark surroundings. Chosen so that red-green blindness
/// leaves them apart in lightness or hue; text in `ink` has a contrast of at least 4.5 : 1 on the
/// window, on the base and on its own `wash`. Colour is never the only sign: state_glyph.h.
class StatePalette
{
public:
    enum Shade { Light, Dark };

    explicit StatePalette(Shade shade) : m_shade(shade) { }
    /// The shade that goes with the palette's window colour.
    explicit StatePalette(const QPalette &palette);

    Shade shade() const { return m_shade; }
    QColor ink(Look look) const;
    /// A quiet background in the look's colour, opaque, made for `base`.
    QColor wash(Look look, const QColor &base) const;
    /// What may stand on a surface filled with `ink`.
    QColor onInk() const;

private:
    Shade m_shade;
};

/// WCAG 2.1 contrast ratio, from 1 to 21.
double contrast(const QColor &one, const QColor &other);
/// `top` laid over `bottom` with the given weight from 0 to 1.
QColor mixed(const QColor &bottom, const QColor &top, double weight);

} // namespace plumbline
