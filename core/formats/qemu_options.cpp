// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/qemu_options.h"

#include "formats/line_reader.h"

namespace plumbline {

constexpr int partsAtMost = 1000;
constexpr qsizetype levelsAtMost = 16; // of dotted keys; QEMU's own nest four deep

/// Up to the next single comma; a doubled one is a comma in the value.
static QByteArray takePart(QByteArrayView text, qsizetype &at)
{
    QByteArray part;
    while (at < text.size()) {
        if (text[at] == ',') {
            ++at;
            if (at >= text.size() || text[at] != ',')
                break;
        }
        part += text[at++];
    }
    return part;
}

/// Puts a value at a dotted key, making the objects on the way.
static void put(JsonValue &tree, const QByteArray &key, QByteArray value)
{
    if (key.count('.') > levelsAtMost)
        return;
    JsonValue *object = &tree;
    const QList<QByteArray> path = key.split('.');
    for (const QByteArray &step : path.first(path.size() - 1)) {
        JsonValue *inner = object->find(step);
        if (!inner || !inner->isObject()) {
            auto &members = std::get<JsonValue::Members>(object->data());
            members.emplace_back(step, JsonValue(JsonValue::Members(), 1));
            inner = &members.back().second;
        }
        object = inner;
    }
    std::get<JsonValue::Members>(object->data())
        .emplace_back(path.last(), JsonValue(std::move(value), 1));
}

Result<JsonValue> readQemuOptions(QByteArrayView text, QByteArrayView implied)
{
    if (text.startsWith('{'))
        return readJson(text);
    JsonValue tree(JsonValue::Members(), 1);
    qsizetype at = 0;
    for (int parts = 0; at < text.size(); ++parts) {
        if (parts >= partsAtMost)
            return unreadableAt(PHRASE("formats", "at most %1 parts").arg(partsAtMost), 1, at);
        QByteArray part = takePart(text, at);
        const qsizetype equals = part.indexOf('=');
        if (equals >= 0)
            put(tree, part.first(equals), part.sliced(equals + 1));
        else if (parts == 0 && !implied.isEmpty())
            put(tree, implied.toByteArray(), std::move(part));
        else if (part.startsWith("no") && part.size() > 2)
            put(tree, part.sliced(2), "off");
        else
            put(tree, part, "on");
    }
    return tree;
}

QByteArray optionText(const JsonValue &options, QByteArrayView key)
{
    const JsonValue *value = options.find(key);
    return value ? value->scalarText() : QByteArray();
}

bool optionIsOn(const JsonValue &options, QByteArrayView key)
{
    const QByteArray text = optionText(options, key);
    return text == "on" || text == "yes" || text == "true" || text == "y";
}

} // namespace plumbline
