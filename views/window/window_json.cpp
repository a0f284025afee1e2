// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/window_json.h"

#include "views/models/layer_model.h"
#include "views/window/main_window.h"
#include "views/window/path_pane.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace plumbline {

using namespace Qt::StringLiterals;

static QJsonValue modifierWord(const QVariant &modifier)
{
    const QString name = modifierName(Modifier(modifier.toInt()));
    return name.isEmpty() ? QJsonValue() : QJsonValue(name);
}

static QJsonObject diskJson(const LayerModel &model, int column)
{
    QJsonArray layers;
    QJsonValue boundary;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex cell = model.index(row, column);
        if (!cell.data(LayerModel::PresentRole).toBool())
            continue;
        const QString kind = layerKindName(LayerKind(cell.data(LayerModel::KindRole).toInt()));
        if (cell.data(LayerModel::CulpritRole).toBool())
            boundary = QJsonObject{{u"below"_s, kind}};
        layers.append(
            QJsonObject{{u"kind"_s, kind}, {u"name"_s, cell.data(LayerModel::NameRole).toString()},
                {u"verdict"_s, stateName(State(cell.data(LayerModel::StateRole).toInt()))},
                {u"modifier"_s, modifierWord(cell.data(LayerModel::ModifierRole))},
                {u"reason"_s, cell.data(LayerModel::ReasonRole).toString()}});
    }
    const auto head
        = [&model, column](int role) { return model.headerData(column, Qt::Horizontal, role); };
    const DiskDiagnosis *disk = model.diskAt(column);
    return {{u"name"_s, head(LayerModel::NameRole).toString()}, {u"layers"_s, layers},
        {u"summary"_s,
            QJsonObject{{u"verdict"_s, stateName(State(head(LayerModel::StateRole).toInt()))},
                {u"modifier"_s, modifierWord(head(LayerModel::ModifierRole))},
                {u"boundary"_s, boundary},
                {u"text"_s, disk ? disk->summary.text.text() : QString()}}}};
}

QByteArray windowJson(const MainWindow &window)
{
    const LayerModel *model = window.pathPane()->model();
    QJsonArray disks;
    for (int column = 0; column < model->columnCount(); ++column)
        disks.append(diskJson(*model, column));
    return QJsonDocument(QJsonObject{{u"disks"_s, disks}}).toJson();
}

} // namespace plumbline
