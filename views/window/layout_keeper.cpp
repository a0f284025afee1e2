// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/layout_keeper.h"

#include <QSettings>
#include <QSplitter>

namespace plumbline {

static QString keyOf(const QObject *object)
{
    return QStringLiteral("layout/") + object->objectName();
}

LayoutKeeper::LayoutKeeper(QSettings *settings, QObject *parent)
    : QObject(parent), m_settings(settings)
{
}

void LayoutKeeper::keepWindow(QWidget *window)
{
    m_windows.append(window);
    if (m_settings)
        window->restoreGeometry(m_settings->value(keyOf(window)).toByteArray());
}

void LayoutKeeper::keepSplitter(QSplitter *splitter)
{
    m_splitters.append(splitter);
    if (m_settings)
        splitter->restoreState(m_settings->value(keyOf(splitter)).toByteArray());
}

void LayoutKeeper::save()
{
    if (!m_settings)
        return;
    for (const QWidget *window : std::as_const(m_windows))
        m_settings->setValue(keyOf(window), window->saveGeometry());
    for (const QSplitter *splitter : std::as_const(m_splitters))
        m_settings->setValue(keyOf(splitter), splitter->saveState());
}

} // namespace plumbline
