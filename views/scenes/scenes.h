// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/theme.h"

#include <QImage>
#include <QStringList>

#include <functional>
#include <memory>

namespace plumbline {

class MainWindow;

/// Names of the scenes: "healthy", "stalled", "two-disks", "unknown", "stale", "empty", "prompt",
/// "virtqueues".
QStringList sceneNames();
/// The window of a scene, filled, with a fixed time and nothing remembered; not shown yet.
std::unique_ptr<MainWindow> sceneWindow(const QString &scene);

/// How one picture is made.
struct PictureStyle
{
    ThemeChoice theme = ThemeChoice::Light;
    QSize size = QSize(1280, 800);
    QString language = QStringLiteral("en");
};
/// The window of a scene as a picture. Sets fonts, theme and language of the application.
QImage scenePicture(const QString &scene, const PictureStyle &style);

using ScenePainter = std::function<QImage(const PictureStyle &style)>;

/// Writes every scene in light and dark, 1280 × 800 and 1920 × 1080, English and German into
/// `folder` as SCENE-THEME-WIDTH-LANGUAGE.png. "stalled" is painted by `incident`: of what was
/// measured, which no view can replay. Returns the files; ends at the first that cannot be written.
QStringList renderScenes(const QString &folder, const ScenePainter &incident);

} // namespace plumbline
