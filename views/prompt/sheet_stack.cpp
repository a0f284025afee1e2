// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/prompt/sheet_stack.h"

#include "views/prompt/sheet.h"
#include "views/style/theme.h"

#include <QApplication>
#include <QEvent>
#include <QLayout>

#include <algorithm>

namespace plumbline {

static constexpr int widestSheet = 560;

SheetStack::SheetStack(QWidget *over, QWidget *header)
    : QObject(over), m_over(over), m_header(header)
{
    m_over->installEventFilter(this);
}

void SheetStack::push(Sheet *sheet)
{
    sheet->hide();
    sheet->setParent(m_over);
    connect(sheet, &Sheet::done, sheet, &QObject::deleteLater);
    connect(sheet, &Sheet::done, this, [this, sheet] { drop(sheet); });
    connect(sheet, &QObject::destroyed, this, &SheetStack::drop);
    m_sheets.append(sheet);
    if (m_sheets.size() == 1) {
        m_focusBefore = QApplication::focusWidget();
        showFirst();
    }
}

Sheet *SheetStack::current() const
{
    return m_sheets.isEmpty() ? nullptr : m_sheets.first();
}

void SheetStack::showFirst()
{
    Sheet *sheet = m_sheets.first();
    place();
    sheet->show();
    sheet->raise();
    if (sheet->firstFocus())
        sheet->firstFocus()->setFocus(Qt::PopupFocusReason);
}

// Called for a sheet that is done and for one that is being destroyed: compares addresses only.
void SheetStack::drop(QObject *sheet)
{
    const auto found = std::ranges::find_if(
        m_sheets, [sheet](Sheet *each) { return static_cast<QObject *>(each) == sheet; });
    if (found == m_sheets.end())
        return;
    const bool wasShown = found == m_sheets.begin();
    m_sheets.erase(found);
    if (!wasShown)
        return;
    if (!m_sheets.isEmpty())
        showFirst();
    else if (m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
}

void SheetStack::place()
{
    if (m_sheets.isEmpty())
        return;
    Sheet *sheet = m_sheets.first();
    const int room = m_over->width() - 4 * rhythm;
    const int wanted = std::max(widestSheet, sheet->minimumSizeHint().width());
    const int width = std::min(wanted, room);
    const int height = sheet->layout()->hasHeightForWidth()
        ? sheet->layout()->totalHeightForWidth(width)
        : sheet->sizeHint().height();
    const int top = (m_header->isHidden() ? 0 : m_header->geometry().bottom()) + 3 * rhythm;
    sheet->setGeometry((m_over->width() - width) / 2, top, width, height);
}

bool SheetStack::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_over && event->type() == QEvent::Resize)
        place();
    return QObject::eventFilter(watched, event);
}

} // namespace plumbline
