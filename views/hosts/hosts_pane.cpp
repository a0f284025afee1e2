// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/hosts/hosts_pane.h"

#include "model/target.h"
#include "views/hosts/host_delegate.h"
#include "views/models/host_tree_model.h"
#include "views/models/visible_text.h"
#include "views/style/state_palette.h"
#include "views/style/theme.h"
#include "views/style/widgets.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QResizeEvent>
#include <QSortFilterProxyModel>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace plumbline {

static constexpr int longestTarget = 4096;

HostsPane::HostsPane(QWidget *parent) : QWidget(parent)
{
    m_model = new HostTreeModel(this);
    m_filtered = new QSortFilterProxyModel(this);
    m_filtered->setSourceModel(m_model);
    m_filtered->setRecursiveFilteringEnabled(true);
    m_filtered->setAutoAcceptChildRows(true);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);

    m_filter = roomyLine(this);
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_tree = new QTreeView(this);
    m_tree->setModel(m_filtered);
    m_tree->setItemDelegate(new HostDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIndentation(14);
    m_tree->viewport()->installEventFilter(this);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->installEventFilter(this);
    m_add = roomyLine(this);
    m_add->setMaxLength(longestTarget);
    m_addButton = flatButton(Sign::Add, this);
    m_error = plainLabel(this);
    m_error->setWordWrap(true);
    m_error->hide();

    auto *add = new QHBoxLayout;
    add->setSpacing(4);
    add->addWidget(m_add, 1);
    add->addWidget(m_addButton);
    auto *fields = new QVBoxLayout;
    fields->setContentsMargins(rhythm, rhythm, rhythm, rhythm);
    fields->setSpacing(4);
    fields->addLayout(add);
    fields->addWidget(m_error);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(rhythm, rhythm, rhythm, rhythm);
    top->addWidget(m_filter);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(top);
    all->addWidget(m_tree, 1);
    all->addWidget(new Hairline(this));
    all->addLayout(fields);

    connect(m_filter, &QLineEdit::textChanged, m_filtered,
        &QSortFilterProxyModel::setFilterFixedString);
    connect(m_filter, &QLineEdit::textChanged, m_tree, &QTreeView::expandAll);
    connect(m_tree, &QTreeView::clicked, this, &HostsPane::activate);
    connect(m_add, &QLineEdit::returnPressed, this, &HostsPane::submit);
    connect(m_add, &QLineEdit::textEdited, this, [this] { setAddError({}); });
    connect(m_addButton, &QToolButton::clicked, this, &HostsPane::submit);
    usePalette();
    retranslate();
}

void HostsPane::retranslate()
{
    setAccessibleName(tr("hosts and domains"));
    m_tree->setAccessibleName(tr("hosts and domains"));
    m_filter->setPlaceholderText(tr("Filter  /"));
    m_filter->setAccessibleName(tr("filter hosts and domains"));
    m_add->setPlaceholderText(tr("ssh://user@host"));
    m_add->setAccessibleName(tr("add a host"));
    nameButton(m_addButton, tr("add this host"));
}

// The tree fills the room before a row with the highlight, so the highlight has to be a quiet one.
void HostsPane::usePalette()
{
    const QPalette own = palette();
    QPalette quiet;
    quiet.setColor(
        QPalette::Highlight, mixed(own.color(QPalette::Base), own.color(QPalette::Accent), 0.2));
    m_tree->setPalette(quiet);
}

void HostsPane::setHosts(const QList<HostEntry> &hosts)
{
    QStringList before;
    for (int i = 0; i < m_model->rowCount(); ++i)
        before.append(m_model->index(i, 0).data(HostTreeModel::TargetRole).toString());
    m_model->setHosts(hosts);
    // A host that is new opens; one that the user closed stays closed.
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const QModelIndex host = m_model->index(i, 0);
        if (!before.contains(host.data(HostTreeModel::TargetRole).toString()))
            m_tree->expand(m_filtered->mapFromSource(host));
    }
}

void HostsPane::setNow(WallTime now)
{
    m_model->setNow(now);
}

void HostsPane::setInterval(double seconds)
{
    m_model->setInterval(seconds);
}

void HostsPane::showCurrent(const QString &target)
{
    const QModelIndex index = m_filtered->mapFromSource(m_model->find(target));
    if (index.isValid())
        m_tree->setCurrentIndex(index);
}

QString HostsPane::nameOf(const QString &target) const
{
    const QModelIndex index = m_model->find(target);
    return index.isValid() ? index.data().toString() : visibleName(target);
}

void HostsPane::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void HostsPane::focusAdd()
{
    m_add->setFocus(Qt::ShortcutFocusReason);
    m_add->selectAll();
}

void HostsPane::removeCurrent()
{
    QModelIndex index = m_tree->currentIndex();
    if (index.parent().isValid())
        index = index.parent();
    if (index.isValid())
        Q_EMIT hostRemoved(index.data(HostTreeModel::TargetRole).toString());
}

void HostsPane::setAddError(const QString &message)
{
    QPalette own;
    own.setColor(QPalette::WindowText, StatePalette(palette()).ink(Look::Stalled));
    m_error->setPalette(own);
    m_error->setText(visibleName(message, 600));
    m_error->setVisible(!message.isEmpty());
    m_add->setAccessibleDescription(message);
}

void HostsPane::activate(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QString target = index.data(HostTreeModel::TargetRole).toString();
    if (index.data(HostTreeModel::IsHostRole).toBool()) {
        m_tree->setExpanded(index, !m_tree->isExpanded(index));
        Q_EMIT hostActivated(target);
    } else {
        Q_EMIT domainActivated(target);
    }
}

void HostsPane::submit()
{
    const QString text = m_add->text().trimmed();
    if (text.isEmpty()) {
        setAddError(tr("Write where the host is, like ssh://root@kvm-07."));
        return;
    }
    // What is no address of any kind is taken for a host's name.
    const QString address = text.contains(u':') ? text : QStringLiteral("ssh://") + text;
    const Result<Target> target = Target::parse(address);
    if (!target) {
        setAddError(target.error().text());
        return;
    }
    setAddError({});
    m_add->clear();
    Q_EMIT hostAdded(target->toString());
}

bool HostsPane::eventFilter(QObject *watched, QEvent *event)
{
    // What is wrong with a host is wrapped: its row is as high as the pane is narrow.
    if (watched == m_tree->viewport() && event->type() == QEvent::Resize
        && static_cast<QResizeEvent *>(event)->oldSize().width() != m_tree->viewport()->width())
        QMetaObject::invokeMethod(m_tree, &QTreeView::doItemsLayout, Qt::QueuedConnection);
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_tree) {
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            activate(m_tree->currentIndex());
            return true;
        }
        if (key == Qt::Key_Delete) {
            removeCurrent();
            return true;
        }
    } else if (watched == m_filter) {
        if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_tree->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void HostsPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        usePalette();
}

} // namespace plumbline
