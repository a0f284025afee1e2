// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/layer.h"

#include <QByteArray>

namespace plumbline {

/// What a host said, for people.
inline QString asText(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes);
}

/// The same as words that nobody translates.
inline Phrase asPhrase(const QByteArray &bytes)
{
    return Phrase::verbatim(asText(bytes));
}

/// A layer without details, with its kind before its identity: "host-block:sda".
inline Layer layerOf(LayerKind kind, const QString &identity, const QString &name)
{
    Layer layer;
    layer.kind = kind;
    layer.identity = layerKindName(kind) + u':' + identity;
    layer.name = name;
    return layer;
}

/// What is empty is no detail.
inline void addDetail(Layer &layer, Phrase label, const QByteArray &value)
{
    if (!value.isEmpty())
        layer.details.append({std::move(label), asPhrase(value)});
}

} // namespace plumbline
