// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSettings;
class QSplitter;
class QWidget;

namespace plumbline {

/// Remembers where windows and splitters stood, all of them, by their object names.
class LayoutKeeper : public QObject
{
    Q_OBJECT
public:
    /// Without settings nothing is remembered.
    LayoutKeeper(QSettings *settings, QObject *parent);

    /// Restores at once what is known of them.
    void keepWindow(QWidget *window);
    void keepSplitter(QSplitter *splitter);
    void save();

private:
    QSettings *m_settings;
    QList<QWidget *> m_windows;
    QList<QSplitter *> m_splitters;
};

} // namespace plumbline
