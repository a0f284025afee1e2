// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/qmp_reply.h"

#include "formats/json_tree.h"
#include "formats/line_reader.h"

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

} // namespace plumbline
