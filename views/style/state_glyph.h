// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/state_palette.h"

class QPainter;
class QRectF;

namespace plumbline {

/// The shape that belongs to a look, drawn as vector into the largest square centred in `area`.
/// Every look has an outline of its own, so that a black-and-white print still tells them apart.
void drawStateGlyph(QPainter &painter, const QRectF &area, Look look, const QColor &ink);

} // namespace plumbline
