// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace plumbline {

/// A splitter whose handles are hairlines that are still easy to grab.
class PaneSplitter : public QSplitter
{
    Q_OBJECT
public:
    explicit PaneSplitter(QWidget *parent = nullptr);

protected:
    QSplitterHandle *createHandle() override;
};

} // namespace plumbline
