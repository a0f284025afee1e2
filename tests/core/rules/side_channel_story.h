// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/side_channels.h"

#include "story.h"

#include <QTest>

namespace plumbline {

inline Verdict channelOf(const Story &story, SideChannel::Kind kind)
{
    for (const SideChannel &channel : judgeSideChannels(story.plan, story.facts)) {
        if (channel.kind == kind)
            return channel.verdict;
    }
    return stalled(Phrase::verbatim(QStringLiteral("no such channel")));
}

/// virsh wrote this to its standard error instead of answering.
inline void complains(Story &story, const ProbeBase &probe, const QByteArray &error)
{
    Observation observation;
    observation.question = probe.ask(story.plan.subject()).key;
    observation.err = error + '\n';
    observation.silence = Silence{Silence::Refused, Phrase::verbatim(QString::fromUtf8(error))};
    story.facts.add(probe, observation);
}

inline QString reasonOf(const Verdict &verdict)
{
    return verdict.reason.textIn(nullptr);
}

} // namespace plumbline
