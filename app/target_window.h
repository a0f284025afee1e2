// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host_session.h"
#include "views/scenes/scenes.h"

#include <functional>

namespace plumbline {

class MainWindow;

/// Shows a target in a window and looks at that as soon as a diagnosis with two looks is in it. A
/// host that does not answer is looked at too, after 15 s: at what is not known. Sets fonts, theme
/// and language of the application, and runs its event loop.
void lookAtTarget(const QString &target, const PictureStyle &style,
    const HostSession::Options &options, const std::function<void(MainWindow &)> &look);

/// The window as a picture.
QImage targetPicture(
    const QString &target, const PictureStyle &style, const HostSession::Options &options = {});

} // namespace plumbline
