// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/scenes/scenes.h"

namespace plumbline {

/// The window as it shows a target, as soon as a diagnosis with two looks is in it. A host that
/// does not answer gives a picture too, after 15 s: of what is not known. Sets fonts, theme and
/// language of the application, and runs its event loop.
QImage targetPicture(const QString &target, const PictureStyle &style);

} // namespace plumbline
