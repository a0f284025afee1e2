// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

#include "formats/qmp_reply.h"

namespace plumbline {

//     {"return":{}}
// A group of its own: the agent may be silent without anything else being so. libvirt gives up by
// itself after a second, so that no job of its own stays behind.
static Question ask(const Subject &subject)
{
    return virshQuestion(subject, QString::fromUtf8(subject.uuid), "agent",
        {"qemu-agent-command", subject.uuid, "--timeout", "1", R"({"execute":"guest-ping"})"});
}

static Result<bool> read(QByteArrayView text)
{
    const Result<QmpMessage> message = readQmpMessage(text);
    if (!message)
        return std::unexpected(message.error());
    return message->kind == QmpMessage::Kind::Return;
}

const Probe<bool> guestAgentPing{"guest-agent.ping", Stage::Agent, ask, read};

} // namespace plumbline
