// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPalette>

namespace plumbline {

/// Follow the desktop, or what the user forced.
enum class ThemeChoice { System, Light, Dark };

/// Word of the settings file: "system", "light", "dark".
QString themeName(ThemeChoice choice);
ThemeChoice themeFromName(const QString &name);

/// Fusion in our own light or dark palette. With System it goes on following the desktop.
void applyTheme(ThemeChoice choice);
ThemeChoice currentTheme();
QPalette lightPalette();
QPalette darkPalette();

/// Text that comments other text: readable, but behind it.
QColor quietText(const QPalette &palette);
/// Thin lines between things.
QColor hairline(const QPalette &palette);
/// A surface that is one step away from the base.
QColor raised(const QPalette &palette);

/// The font of bytes and commands, in the size of the text.
QFont monospaceFont(const QFont &text);
/// Fonts that look the same wherever pictures are rendered: Noto Sans, else DejaVu Sans, 10 pt.
void usePictureFonts();

/// The step of all distances, in device-independent pixels.
inline constexpr int rhythm = 8;

} // namespace plumbline
