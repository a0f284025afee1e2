// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/text_pattern.h"

#include <QPalette>
#include <QTextLayout>

#include <memory>
#include <optional>

namespace plumbline {

/// Lays out lines of a log: what a terminal would leave of them, or every control code made
/// visible; coloured by our definition for KSyntaxHighlighting, with the places of a search marked.
class LineLayout
{
public:
    LineLayout();
    ~LineLayout();

    /// The theme that goes with the palette.
    void setPalette(const QPalette &palette);
    void setFont(const QFont &font) { m_font = font; }
    void setControlsShown(bool shown) { m_controlsShown = shown; }
    bool controlsShown() const { return m_controlsShown; }
    void setSearch(std::optional<TextPattern> search) { m_search = std::move(search); }

    /// The words of the line, harmless and in one line.
    QString textOf(const QByteArray &line) const;
    /// Ready to be drawn, in a line of at most `width` pixels if it is to be wrapped.
    std::unique_ptr<QTextLayout> layOut(const QString &text, std::optional<int> width);
    static int heightOf(const QTextLayout &layout);

private:
    class Highlighter;

    std::unique_ptr<Highlighter> m_highlighter;
    QFont m_font;
    QPalette m_palette;
    bool m_controlsShown = false;
    std::optional<TextPattern> m_search;
};

} // namespace plumbline
