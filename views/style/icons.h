// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace plumbline {

/// Signs on buttons and in menus, drawn as lines in the colour of the text around them.
enum class Sign {
    None,
    Refresh,
    Pause,
    Play,
    Copy,
    Picture,
    Add,
    Remove,
    Search,
    Up,
    Down,
    Previous,
    Next,
    Open,
    Palette,
    Bulb
};

QIcon signIcon(Sign sign);

} // namespace plumbline
