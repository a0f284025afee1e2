// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/theme.h"

#include "views/style/state_palette.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>

namespace plumbline {

static constexpr auto choiceProperty = "plumblineTheme";

QString themeName(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System:
        return QStringLiteral("system");
    case ThemeChoice::Light:
        return QStringLiteral("light");
    case ThemeChoice::Dark:
        return QStringLiteral("dark");
    }
    return {};
}

ThemeChoice themeFromName(const QString &name)
{
    return name == u"light" ? ThemeChoice::Light
        : name == u"dark"   ? ThemeChoice::Dark
                            : ThemeChoice::System;
}

namespace {
struct Surface
{
    QRgb window, base, alternate, text, quiet, button, accent, line;
};
} // namespace

static QPalette paletteOf(const Surface &surface)
{
    const QColor text = QColor::fromRgb(surface.text);
    const QColor quiet = QColor::fromRgb(surface.quiet);
    QPalette palette;
    palette.setColor(QPalette::Window, QColor::fromRgb(surface.window));
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, QColor::fromRgb(surface.base));
    palette.setColor(QPalette::AlternateBase, QColor::fromRgb(surface.alternate));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, QColor::fromRgb(surface.button));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, text);
    palette.setColor(QPalette::ToolTipBase, QColor::fromRgb(surface.base));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, quiet);
    palette.setColor(QPalette::Link, QColor::fromRgb(surface.accent));
    palette.setColor(QPalette::Highlight, QColor::fromRgb(surface.accent));
    palette.setColor(QPalette::HighlightedText, QColor::fromRgb(surface.base));
    palette.setColor(QPalette::Accent, QColor::fromRgb(surface.accent));
    palette.setColor(QPalette::Mid, QColor::fromRgb(surface.line));
    palette.setColor(QPalette::Midlight, QColor::fromRgb(surface.line));
    palette.setColor(QPalette::Dark, QColor::fromRgb(surface.line));
    palette.setColor(QPalette::Light, QColor::fromRgb(surface.base));
    palette.setColor(QPalette::Shadow, QColor::fromRgb(surface.line));
    for (const QPalette::ColorRole role :
        {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(
            QPalette::Disabled, role, mixed(QColor::fromRgb(surface.window), quiet, 0.65));
    return palette;
}

QPalette lightPalette()
{
    return paletteOf({0xfff4f5f7, 0xffffffff, 0xfff7f8fa, 0xff1b1f24, 0xff59626c, 0xfffafbfc,
        0xff2160a8, 0xffd5d9de});
}

QPalette darkPalette()
{
    return paletteOf({0xff16191d, 0xff1d2126, 0xff22272d, 0xffe4e7ea, 0xff9da6b0, 0xff262b31,
        0xff7db0ee, 0xff363d45});
}

static ThemeChoice &choiceInUse()
{
    static ThemeChoice choice = ThemeChoice::System;
    return choice;
}

static void usePalette()
{
    const ThemeChoice choice = choiceInUse();
    const bool dark = choice == ThemeChoice::Dark
        || (choice == ThemeChoice::System
            && QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark);
    QApplication::setPalette(dark ? darkPalette() : lightPalette());
}

void applyTheme(ThemeChoice choice)
{
    choiceInUse() = choice;
    if (!QApplication::style() || QApplication::style()->name() != u"fusion")
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("fusion")));
    // Once per application: the desktop may change its mind while we run.
    if (!qApp->property(choiceProperty).toBool()) {
        qApp->setProperty(choiceProperty, true);
        QObject::connect(
            QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, qApp, usePalette);
    }
    usePalette();
}

ThemeChoice currentTheme()
{
    return choiceInUse();
}

QColor quietText(const QPalette &palette)
{
    return palette.color(QPalette::PlaceholderText);
}

QColor hairline(const QPalette &palette)
{
    return palette.color(QPalette::Mid);
}

QColor raised(const QPalette &palette)
{
    return palette.color(QPalette::AlternateBase);
}

QFont monospaceFont(const QFont &text)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(text.pointSizeF() * 0.9);
    font.setStyleHint(QFont::Monospace);
    return font;
}

void usePictureFonts()
{
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")});
    font.setPointSizeF(10);
    QApplication::setFont(font);
}

} // namespace plumbline
