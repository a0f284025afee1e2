// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/json_tree.h"

#include <QMap>

namespace plumbline {

/// Takes the fields of a JSON object by type and remembers the first that was not as it must be, so
/// that a reader reads like the schema and asks once at the end.
class JsonFields
{
public:
    explicit JsonFields(const JsonValue &object) : m_object(object) { }

    QByteArray text(const char *key) { return required<QByteArray>(key, &JsonValue::toBytes); }
    bool boolean(const char *key) { return required<bool>(key, &JsonValue::toBool); }
    template <typename T> T integer(const char *key)
    {
        return required<T>(key, &JsonValue::toInteger<T>);
    }
    const JsonValue &object(const char *key);

    QByteArray optionalText(const char *key)
    {
        return optional<QByteArray>(key, &JsonValue::toBytes).value_or(QByteArray());
    }
    bool optionalBoolean(const char *key)
    {
        return optional<bool>(key, &JsonValue::toBool).value_or(false);
    }
    template <typename T> std::optional<T> optionalInteger(const char *key)
    {
        return optional<T>(key, &JsonValue::toInteger<T>);
    }

    /// Lines of the object's scalar fields.
    QMap<QByteArray, int> lines() const;
    bool isReadable() const { return !m_failed; }
    std::unexpected<Error> unreadable() const;

private:
    template <typename T>
    std::optional<T> optional(const char *key, std::optional<T> (JsonValue::*as)() const)
    {
        const JsonValue *value = m_object.find(key);
        if (!value)
            return std::nullopt;
        const auto read = (value->*as)();
        if (!read)
            fail(key, value->line());
        return read;
    }
    template <typename T> T required(const char *key, std::optional<T> (JsonValue::*as)() const)
    {
        if (!m_object.find(key))
            fail(key, m_object.line());
        return optional<T>(key, as).value_or(T());
    }
    void fail(const char *key, int line);

    const JsonValue &m_object;
    const char *m_failed = nullptr;
    int m_failedLine = 0;
};

} // namespace plumbline
