// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace plumbline {

/// A question or a notice inside the window. It blocks nothing; Esc declines it. Deleting it
/// withdraws the question.
class Sheet : public QFrame
{
    Q_OBJECT
public:
    explicit Sheet(const QString &title, QWidget *parent = nullptr);

    /// Where the focus goes when the sheet appears: never to what agrees.
    void setFirstFocus(QWidget *widget) { m_firstFocus = widget; }
    QWidget *firstFocus() const { return m_firstFocus; }

public Q_SLOTS:
    /// The safe answer. Emits done() once.
    virtual void decline();

Q_SIGNALS:
    void done();

protected:
    QLabel *addText(const QString &text);
    /// Bytes to be compared by eye: monospace, in the full width.
    QLabel *addExact(const QString &text);
    void addWidget(QWidget *widget);
    QPushButton *addButton(const QString &text);
    void finish();
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_column = nullptr;
    QHBoxLayout *m_buttons = nullptr;
    QWidget *m_firstFocus = nullptr;
    bool m_finished = false;
};

} // namespace plumbline
