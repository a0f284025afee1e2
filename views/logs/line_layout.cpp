// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/logs/line_layout.h"

#include "formats/log_line.h"
#include "views/models/visible_text.h"
#include "views/style/state_palette.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

namespace plumbline {

// Longer lines are cut: they are read in the copy, not on the screen.
static constexpr qsizetype longestShown = 4000;

/// Each line by itself: a kernel's lines do not go on in the next.
class LineLayout::Highlighter : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    Highlighter()
    {
        m_repository.addCustomSearchPath(QStringLiteral(":/plumbline"));
        setDefinition(m_repository.definitionForName(QStringLiteral("Kernel Log")));
    }

    void setPalette(const QPalette &palette) { setTheme(m_repository.themeForPalette(palette)); }

    QList<QTextLayout::FormatRange> formats(const QString &text)
    {
        m_formats.clear();
        highlightLine(text, KSyntaxHighlighting::State());
        return m_formats;
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        if (length == 0 || format.isDefaultTextStyle(theme()))
            return;
        QTextLayout::FormatRange range;
        range.start = offset;
        range.length = length;
        if (format.hasTextColor(theme()))
            range.format.setForeground(format.textColor(theme()));
        if (format.isBold(theme()))
            range.format.setFontWeight(QFont::Bold);
        m_formats.append(range);
    }

private:
    KSyntaxHighlighting::Repository m_repository;
    QList<QTextLayout::FormatRange> m_formats;
};

LineLayout::LineLayout() : m_highlighter(std::make_unique<Highlighter>()) { }

LineLayout::~LineLayout() = default;

void LineLayout::setPalette(const QPalette &palette)
{
    m_palette = palette;
    m_highlighter->setPalette(palette);
}

QString LineLayout::textOf(const QByteArray &line) const
{
    return visibleLine(m_controlsShown ? line : withoutControls(line), longestShown);
}

std::unique_ptr<QTextLayout> LineLayout::layOut(const QString &text, std::optional<int> width)
{
    QList<QTextLayout::FormatRange> formats = m_highlighter->formats(text);
    if (m_search) {
        for (const auto &[start, length] : m_search->placesIn(text)) {
            QTextLayout::FormatRange range;
            range.start = int(start);
            range.length = int(length);
            range.format.setBackground(
                mixed(m_palette.color(QPalette::Base), m_palette.color(QPalette::Highlight), 0.45));
            range.format.setForeground(m_palette.color(QPalette::Text));
            formats.append(range);
        }
    }
    auto layout = std::make_unique<QTextLayout>(text, m_font);
    QTextOption option;
    option.setWrapMode(width ? QTextOption::WrapAnywhere : QTextOption::NoWrap);
    // A log is read from left to right, whatever letters somebody put into it.
    option.setTextDirection(Qt::LeftToRight);
    layout->setTextOption(option);
    layout->setFormats(formats);
    layout->beginLayout();
    qreal y = 0;
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width ? *width : 1e6);
        line.setPosition({0, y});
        y += line.height();
    }
    layout->endLayout();
    return layout;
}

int LineLayout::heightOf(const QTextLayout &layout)
{
    return int(std::ceil(layout.boundingRect().height()));
}

} // namespace plumbline
