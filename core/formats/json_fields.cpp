// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/json_fields.h"

#include "formats/line_reader.h"

namespace plumbline {

const JsonValue &JsonFields::object(const char *key)
{
    static const JsonValue none;
    const JsonValue *value = m_object.find(key);
    if (value && value->isObject())
        return *value;
    fail(key, value ? value->line() : m_object.line());
    return none;
}

QMap<QByteArray, int> JsonFields::lines() const
{
    QMap<QByteArray, int> lines;
    for (const auto &[key, value] : m_object.members()) {
        if (!value.isObject() && !value.isArray())
            lines.insert(key, value.line());
    }
    return lines;
}

void JsonFields::fail(const char *key, int line)
{
    if (m_failed)
        return;
    m_failed = key;
    m_failedLine = line;
}

std::unexpected<Error> JsonFields::unreadable() const
{
    return unreadableAt(
        PHRASE("formats", "the field %1").arg(QString::fromUtf8(m_failed)), m_failedLine, 1);
}

} // namespace plumbline
