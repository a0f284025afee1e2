// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/qmp_reply.h"

#include "formats/json_tree.h"
#include "formats/line_reader.h"

#include <algorithm>

namespace plumbline {

static QmpError errorFrom(const JsonValue &error)
{
    QmpError refusal;
    refusal.line = error.line();
    if (const JsonValue *name = error.find("class"))
        refusal.errorClass = name->scalarText();
    if (const JsonValue *description = error.find("desc")) {
        refusal.description = description->scalarText();
        refusal.line = description->line();
    }
    return refusal;
}

Result<QmpMessage> readQmpMessage(QByteArrayView text)
{
    const auto root = readJson(text);
    if (!root)
        return std::unexpected(root.error());
    QmpMessage message;
    message.text = text.trimmed().toByteArray();
    message.line = root->line();
    if (const JsonValue *id = root->find("id"))
        message.id = id->scalarText();
    if (root->find("return")) {
        message.kind = QmpMessage::Kind::Return;
    } else if (const JsonValue *error = root->find("error"); error && error->isObject()) {
        message.kind = QmpMessage::Kind::Error;
        message.error = errorFrom(*error);
    } else if (const JsonValue *event = root->find("event"); event && event->isString()) {
        message.kind = QmpMessage::Kind::Event;
        message.event = event->scalarText();
    } else if (root->find("QMP")) {
        message.kind = QmpMessage::Kind::Greeting;
    } else {
        return unreadableAt(
            PHRASE("formats", "a greeting, return, error or event"), root->line(), 1);
    }
    return message;
}

/// Length of the JSON object at the start of the text: up to the brace that closes it, or all of
/// the text when none does.
static qsizetype objectLength(QByteArrayView text)
{
    qsizetype depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString && c == '\\')
            ++i;
        else if (c == '"')
            inString = !inString;
        else if (!inString && c == '{')
            ++depth;
        else if (!inString && c == '}' && --depth <= 0)
            return i + 1;
    }
    return text.size();
}

Result<QList<QmpMessage>> readQmpMessages(QByteArrayView text)
{
    QList<QmpMessage> messages;
    qsizetype at = 0;
    int line = 1;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '\n' || c == '\r' || c == ' ' || c == '\t') {
            line += c == '\n';
            ++at;
            continue;
        }
        const QByteArrayView object = text.sliced(at, objectLength(text.sliced(at)));
        auto message = readQmpMessage(object);
        if (!message) {
            const Error &error = message.error();
            return failure(error.what,
                QStringLiteral("%1 of the message at line %2").arg(error.where).arg(line));
        }
        message->error.line += message->error.line ? line - 1 : 0;
        message->line = line;
        messages.append(std::move(*message));
        line += int(std::count(object.begin(), object.end(), '\n'));
        at += object.size();
    }
    return messages;
}

std::optional<QmpError> qmpErrorIn(QByteArrayView text)
{
    const auto message = readQmpMessage(text);
    if (!message || message->kind != QmpMessage::Kind::Error)
        return std::nullopt;
    return message->error;
}

} // namespace plumbline
