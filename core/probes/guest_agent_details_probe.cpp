// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

#include "formats/agent_replies.h"

namespace plumbline {

// Behind the ping in its virsh, and planned only while that is answered. What the agent answers
// here lies in its own memory or in /proc: it touches no file system. guest-get-fsinfo is not
// asked: it calls statvfs() on every mount, which never returns from a dead one, and the agent,
// which serves one command at a time, would be lost with it.
static Question askAgent(const Subject &subject, const char *command)
{
    Question question = virshQuestion(subject, QString::fromUtf8(subject.uuid), "agent",
        {"qemu-agent-command", subject.uuid, "--timeout", "1",
            R"({"execute":")" + QByteArray(command) + R"("})"});
    // The agent that answered the last ping may be silent at this one: then libvirt gives up on
    // each of the five after a second, and says so, which is no hang.
    question.limit = milliseconds(5000);
    return question;
}

//     {"return":{"version":"10.0.13","supported_commands":[…
static Question askInfo(const Subject &subject)
{
    return askAgent(subject, "guest-info");
}

//     {"return":"thawed"}
static Question askFreeze(const Subject &subject)
{
    return askAgent(subject, "guest-fsfreeze-status");
}

//     {"return":[{"cpu":0,"type":"linux","user":340,"system":5200,"idle":46700,…
static Question askUptime(const Subject &subject)
{
    return askAgent(subject, "guest-get-cpustats");
}

//     {"return":[{"name":"vda","major":254,"minor":0,"stats":{"read-ios":310,…,"ios-pgr":2,…
static Question askDisks(const Subject &subject)
{
    return askAgent(subject, "guest-get-diskstats");
}

const Probe<AgentInfo> guestAgentInfo{"guest-agent.info", Stage::Agent, askInfo, readAgentInfo};
const Probe<bool> guestAgentFreeze{"guest-agent.freeze", Stage::Agent, askFreeze, readAgentFreeze};
const Probe<double> guestAgentUptime{
    "guest-agent.uptime", Stage::Agent, askUptime, readAgentUptime};
const Probe<QList<AgentDisk>> guestAgentDisks{
    "guest-agent.disks", Stage::Agent, askDisks, readAgentDisks};

} // namespace plumbline
