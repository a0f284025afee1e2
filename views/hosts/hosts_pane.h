// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/host_entry.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QToolButton;
class QTreeView;

namespace plumbline {

class HostTreeModel;

/// Hosts and their domains with a filter, and the line that adds one.
class HostsPane : public QWidget
{
    Q_OBJECT
public:
    explicit HostsPane(QWidget *parent = nullptr);

    void setHosts(const QList<HostEntry> &hosts);
    void setNow(WallTime now);
    void setInterval(double seconds);
    /// Selects the domain without announcing it.
    void showCurrent(const QString &target);
    /// The domain's name; the target itself while it is not in the list.
    QString nameOf(const QString &target) const;
    void focusFilter();
    void focusAdd();
    /// Asks to remove the host of the selected row.
    void removeCurrent();
    /// Says under the line why a host could not be added.
    void setAddError(const QString &message);

    QTreeView *tree() const { return m_tree; }
    QLineEdit *filter() const { return m_filter; }
    QLineEdit *addLine() const { return m_add; }

Q_SIGNALS:
    void domainActivated(const QString &target);
    void hostAdded(const QString &target);
    void hostRemoved(const QString &target);
    void hostActivated(const QString &target);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void usePalette();
    void activate(const QModelIndex &index);
    void submit();

    HostTreeModel *m_model = nullptr;
    QSortFilterProxyModel *m_filtered = nullptr;
    QLineEdit *m_filter = nullptr;
    QTreeView *m_tree = nullptr;
    QLineEdit *m_add = nullptr;
    QToolButton *m_addButton = nullptr;
    QLabel *m_error = nullptr;
};

} // namespace plumbline
