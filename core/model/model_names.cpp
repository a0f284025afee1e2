// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/diagnosis.h"

#include <array>

namespace plumbline {

QString silenceName(Silence::Kind kind)
{
    switch (kind) {
    case Silence::NotAsked:
        return QStringLiteral("not-asked");
    case Silence::Unreachable:
        return QStringLiteral("unreachable");
    case Silence::Refused:
        return QStringLiteral("refused");
    case Silence::TimedOut:
        return QStringLiteral("timed-out");
    case Silence::Unreadable:
        return QStringLiteral("unreadable");
    case Silence::Unsupported:
        return QStringLiteral("unsupported");
    }
    return {};
}

Phrase silencePhrase(Silence::Kind kind)
{
    switch (kind) {
    case Silence::NotAsked:
        return PHRASE("model", "not asked");
    case Silence::Unreachable:
        return PHRASE("model", "unreachable");
    case Silence::Refused:
        return PHRASE("model", "refused");
    case Silence::TimedOut:
        return PHRASE("model", "timed out");
    case Silence::Unreadable:
        return PHRASE("model", "unreadable");
    case Silence::Unsupported:
        return PHRASE("model", "not supported here");
    }
    return {};
}

QString stateName(State state)
{
    switch (state) {
    case State::Healthy:
        return QStringLiteral("healthy");
    case State::Stalled:
        return QStringLiteral("stalled");
    case State::Unknown:
        return QStringLiteral("unknown");
    }
    return {};
}

Phrase statePhrase(State state)
{
    switch (state) {
    case State::Healthy:
        return PHRASE("model", "healthy");
    case State::Stalled:
        return PHRASE("model", "stalled");
    case State::Unknown:
        return PHRASE("model", "unknown");
    }
    return {};
}

QString modifierName(Modifier modifier)
{
    switch (modifier) {
    case Modifier::None:
        return {};
    case Modifier::Waiting:
        return QStringLiteral("waiting");
    case Modifier::Slow:
        return QStringLiteral("slow");
    case Modifier::Throttled:
        return QStringLiteral("throttled");
    case Modifier::Paused:
        return QStringLiteral("paused");
    case Modifier::Idle:
        return QStringLiteral("idle");
    }
    return {};
}

Phrase modifierPhrase(Modifier modifier)
{
    switch (modifier) {
    case Modifier::None:
        return {};
    case Modifier::Waiting:
        return PHRASE("model", "waiting");
    case Modifier::Slow:
        return PHRASE("model", "slow");
    case Modifier::Throttled:
        return PHRASE("model", "throttled");
    case Modifier::Paused:
        return PHRASE("model", "paused");
    case Modifier::Idle:
        return PHRASE("model", "idle");
    }
    return {};
}

Phrase verdictWord(const Verdict &verdict)
{
    if (verdict.state == State::Stalled || verdict.modifier == Modifier::None)
        return statePhrase(verdict.state);
    return modifierPhrase(verdict.modifier);
}

namespace {
struct KindNames
{
    const char *word;
    Phrase phrase;
};
} // namespace

static const KindNames &namesOf(LayerKind kind)
{
    static const std::array<KindNames, 11> table{{
        {"guest-application", PHRASE("model", "guest application")},
        {"guest-kernel", PHRASE("model", "guest kernel")},
        {"virtio-driver", PHRASE("model", "virtio driver")},
        {"virtqueue", PHRASE("model", "virtqueue")},
        {"device", PHRASE("model", "device emulation")},
        {"block-node", PHRASE("model", "QEMU block graph")},
        {"host-process", PHRASE("model", "QEMU threads")},
        {"host-mount", PHRASE("model", "host mount")},
        {"host-block", PHRASE("model", "host block device")},
        {"fabric", PHRASE("model", "fabric")},
        {"backend", PHRASE("model", "storage backend")},
    }};
    return table[static_cast<size_t>(kind)];
}

QString layerKindName(LayerKind kind)
{
    return QString::fromLatin1(namesOf(kind).word);
}

Phrase layerKindPhrase(LayerKind kind)
{
    return namesOf(kind).phrase;
}

Phrase summaryWord(const DiskSummary &summary)
{
    Verdict verdict;
    verdict.state = summary.verdict;
    verdict.modifier = summary.modifier;
    return verdictWord(verdict);
}

QString sideChannelName(SideChannel::Kind kind)
{
    switch (kind) {
    case SideChannel::GuestAgent:
        return QStringLiteral("guest-agent");
    case SideChannel::Monitor:
        return QStringLiteral("monitor");
    case SideChannel::Libvirt:
        return QStringLiteral("libvirt");
    case SideChannel::SerialConsole:
        return QStringLiteral("serial-console");
    case SideChannel::ConsolePicture:
        return QStringLiteral("console-picture");
    case SideChannel::Network:
        return QStringLiteral("network");
    }
    return {};
}

Phrase sideChannelPhrase(SideChannel::Kind kind)
{
    switch (kind) {
    case SideChannel::GuestAgent:
        return PHRASE("model", "guest agent");
    case SideChannel::Monitor:
        return PHRASE("model", "QMP monitor");
    case SideChannel::Libvirt:
        return PHRASE("model", "libvirt");
    case SideChannel::SerialConsole:
        return PHRASE("model", "serial console");
    case SideChannel::ConsolePicture:
        return PHRASE("model", "console picture");
    case SideChannel::Network:
        return PHRASE("model", "network");
    }
    return {};
}

qsizetype DiskDiagnosis::stuckBelow() const
{
    qsizetype found = -1;
    for (qsizetype i = 0; summary.boundary && i + 1 < layers.size(); ++i) {
        const Layer &next = layers.at(i + 1);
        if (layers.at(i).kind != summary.boundary->above || next.kind != summary.boundary->below)
            continue;
        if (next.verdict.state == State::Stalled)
            return i;
        found = found < 0 ? i : found;
    }
    return found;
}

State Diagnosis::overall() const
{
    // Old facts prove nothing about now.
    if (staleSince)
        return State::Unknown;
    bool allHealthy = !disks.isEmpty();
    for (const DiskDiagnosis &disk : disks) {
        if (disk.summary.verdict == State::Stalled)
            return State::Stalled;
        allHealthy = allHealthy && disk.summary.verdict == State::Healthy;
    }
    return allHealthy ? State::Healthy : State::Unknown;
}

QString queueAnswerName(QueueAnswer::Word word)
{
    switch (word) {
    case QueueAnswer::Unknown:
        return QStringLiteral("unknown");
    case QueueAnswer::Yes:
        return QStringLiteral("yes");
    case QueueAnswer::No:
        return QStringLiteral("no");
    }
    return {};
}

Phrase queueAnswerPhrase(QueueAnswer::Word word)
{
    switch (word) {
    case QueueAnswer::Unknown:
        return PHRASE("model", "unknown");
    case QueueAnswer::Yes:
        return PHRASE("model", "yes");
    case QueueAnswer::No:
        return PHRASE("model", "no");
    }
    return {};
}

} // namespace plumbline
