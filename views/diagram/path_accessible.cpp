// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/path_accessible.h"

#include "views/diagram/path_view.h"
#include "views/models/layer_model.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace plumbline {

namespace {

/// One cell. Lives as long as the view's interface and answers for whatever stands there now.
class CellAccessible : public QAccessibleInterface
{
public:
    CellAccessible(PathView *view, int row, int column) : m_view(view), m_row(row), m_column(column)
    {
    }

    QModelIndex index() const
    {
        return m_view ? m_view->model()->index(m_row, m_column) : QModelIndex();
    }
    bool isValid() const override { return index().isValid(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view->window()->windowHandle(); }
    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view);
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? index().data(Qt::AccessibleTextRole).toString()
                                         : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override
    {
        const QRect area = m_view->visualRect(index());
        return {m_view->viewport()->mapToGlobal(area.topLeft()), area.size()};
    }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = state.focusable = true;
        state.selected = state.focused = m_view->currentIndex() == index();
        state.invisible = !index().data(LayerModel::PresentRole).toBool();
        return state;
    }

private:
    QPointer<PathView> m_view;
    int m_row;
    int m_column;
};

/// The children are all cells, row by row: the order in which QAbstractItemView numbers them when
/// it tells which has the focus.
class PathAccessible : public QAccessibleWidget
{
public:
    explicit PathAccessible(PathView *view) : QAccessibleWidget(view, QAccessible::List) { }
    ~PathAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_cells))
            QAccessible::deleteAccessibleInterface(id);
    }

    PathView *view() const { return static_cast<PathView *>(object()); }
    int childCount() const override
    {
        return view()->model() ? view()->model()->rowCount() * columns() : 0;
    }
    QAccessibleInterface *child(int number) const override
    {
        if (number < 0 || number >= childCount())
            return nullptr;
        const std::pair place(number / columns(), number % columns());
        auto found = m_cells.constFind(place);
        if (found == m_cells.constEnd())
            found = m_cells.insert(place,
                QAccessible::registerAccessibleInterface(
                    new CellAccessible(view(), place.first, place.second)));
        return QAccessible::accessibleInterface(*found);
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const QModelIndex index = static_cast<const CellAccessible *>(child)->index();
        return index.isValid() ? index.row() * columns() + index.column() : -1;
    }
    QAccessibleInterface *focusChild() const override
    {
        const QModelIndex current = view()->currentIndex();
        return current.isValid() ? child(current.row() * columns() + current.column()) : nullptr;
    }

private:
    int columns() const { return view()->model()->columnCount(); }
    mutable QHash<std::pair<int, int>, QAccessible::Id> m_cells;
};

} // namespace

static QAccessibleInterface *makePathAccessible(const QString &, QObject *object)
{
    auto *view = qobject_cast<PathView *>(object);
    return view ? new PathAccessible(view) : nullptr;
}

void installPathAccessibility()
{
    static const bool once = [] {
        QAccessible::installFactory(makePathAccessible);
        return true;
    }();
    Q_UNUSED(once)
}

} // namespace plumbline
