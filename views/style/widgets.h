// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/icons.h"

#include <QFrame>
#include <QString>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace plumbline {

/// A label that takes nothing for markup.
QLabel *plainLabel(QWidget *parent);
/// The same in the colour of comments, wrapping.
QLabel *quietLabel(QWidget *parent);
/// A button without a frame that the keyboard reaches.
QToolButton *flatButton(Sign sign, QWidget *parent);
/// A button with room around its words.
QPushButton *roomyButton(const QString &text, QWidget *parent);
/// A line edit with room around its text.
QLineEdit *roomyLine(QWidget *parent);
/// Tool tip and accessible name in one.
void nameButton(QToolButton *button, const QString &name);
/// Lets a label break a long name at any "/", "." or "-".
QString wrappedAnywhere(const QString &text);

/// A line one pixel thick in the theme's own grey.
class Hairline : public QWidget
{
    Q_OBJECT
public:
    explicit Hairline(QWidget *parent, Qt::Orientation orientation = Qt::Horizontal);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace plumbline
