// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace plumbline {

class VirtqueueModel;

/// All virtqueues of a domain: was it seen, completed, noticed? Moving through it shows the
/// evidence of each answer.
class VirtqueueView : public QTableView
{
    Q_OBJECT
public:
    explicit VirtqueueView(QWidget *parent = nullptr);

    void setVirtqueueModel(VirtqueueModel *model);

Q_SIGNALS:
    void answerChosen(const QModelIndex &index);
    /// Enter: the evidence itself is wanted.
    void evidenceWanted(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void name();
    void fit();
    void soften();
};

} // namespace plumbline
