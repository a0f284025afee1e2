// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace plumbline {

class Sheet;

/// Shows sheets over a widget, one at a time, the oldest first, and gives the focus back
/// afterwards.
class SheetStack : public QObject
{
    Q_OBJECT
public:
    /// Sheets appear over `over`, under the lower edge of its child `header`.
    SheetStack(QWidget *over, QWidget *header);

    /// Takes the sheet; it is deleted when it is done. Whoever asks may delete it before.
    void push(Sheet *sheet);
    Sheet *current() const;
    void place();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showFirst();
    void drop(QObject *sheet);

    QWidget *m_over;
    QWidget *m_header;
    QList<Sheet *> m_sheets;
    QPointer<QWidget> m_focusBefore;
};

} // namespace plumbline
