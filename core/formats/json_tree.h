// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <cmath>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace plumbline {

/// A JSON value that knows its line. Integers are exact to 64 bits. For the readers of this folder.
class JsonValue
{
public:
    using Item = JsonValue;
    using Member = std::pair<QByteArray, JsonValue>;
    using Items = std::vector<JsonValue>;
    using Members = std::vector<Member>;
    using Data
        = std::variant<std::monostate, bool, qint64, quint64, double, QByteArray, Items, Members>;

    JsonValue() = default;
    JsonValue(Data data, int line) : m_data(std::move(data)), m_line(line) { }

    /// 1-based; a member's is that of its key.
    int line() const { return m_line; }
    bool isNull() const { return std::holds_alternative<std::monostate>(m_data); }
    bool isObject() const { return std::holds_alternative<Members>(m_data); }
    bool isArray() const { return std::holds_alternative<Items>(m_data); }
    bool isString() const { return std::holds_alternative<QByteArray>(m_data); }

    /// Null when this is no object or has no such key; of a repeated key the last.
    const JsonValue *find(QByteArrayView key) const;
    JsonValue *find(QByteArrayView key);
    /// Empty when this is no array, or no object.
    const Items &items() const;
    const Members &members() const;
    std::optional<bool> toBool() const;
    std::optional<QByteArray> toBytes() const;
    /// Exact, and nullopt when it does not fit.
    template <typename T> std::optional<T> toInteger() const
    {
        if (const auto *number = std::get_if<quint64>(&m_data); number && std::in_range<T>(*number))
            return T(*number);
        if (const auto *number = std::get_if<qint64>(&m_data); number && std::in_range<T>(*number))
            return T(*number);
        return std::nullopt;
    }
    /// Any scalar as the text a command line would have: on, off, 7, name. Empty for the others.
    QByteArray scalarText() const;

    Data &data() { return m_data; }

private:
    Data m_data;
    int m_line = 0;
};

/// One JSON document of at most 16 MiB, 64 levels and 500,000 values. `firstLine` is the one that
/// it begins on, where it is part of a longer text.
Result<JsonValue> readJson(QByteArrayView text, int firstLine = 1);

} // namespace plumbline
