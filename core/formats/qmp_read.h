// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/json_fields.h"
#include "formats/line_reader.h"
#include "formats/qmp_return.h"

namespace plumbline {

/// One struct from a reply whose "return" is an object.
template <typename T, typename Read> Result<T> readOne(QByteArrayView reply, const Read &read)
{
    const auto value = readReturn(reply);
    if (!value)
        return std::unexpected(value.error());
    if (!value->isObject())
        return unreadableAt(PHRASE("formats", "an object"), value->line(), 1);
    JsonFields fields(*value);
    T result = read(fields, *value);
    if (!fields.isReadable())
        return fields.unreadable();
    return result;
}

/// A list of structs from a reply whose "return" is an array of objects.
template <typename T, typename Read>
Result<QList<T>> readList(QByteArrayView reply, const Read &read)
{
    const auto value = readReturn(reply);
    if (!value)
        return std::unexpected(value.error());
    if (!value->isArray())
        return unreadableAt(PHRASE("formats", "an array"), value->line(), 1);
    QList<T> list;
    for (const JsonValue &item : value->items()) {
        if (!item.isObject())
            return unreadableAt(PHRASE("formats", "an object"), item.line(), 1);
        JsonFields fields(item);
        list.append(read(fields, item));
        if (!fields.isReadable())
            return fields.unreadable();
    }
    return list;
}

} // namespace plumbline
