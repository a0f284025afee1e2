// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace plumbline {

class MainWindow;

/// What the window's own models show of the domain's disks, in the shape of `diagnose --json`:
/// disks with summary and layers. For tests that compare the two.
QByteArray windowJson(const MainWindow &window);

} // namespace plumbline
