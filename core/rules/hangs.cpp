// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/side_channels.h"

#include <QMap>
#include <QSet>

namespace plumbline {

// The agent's details are asked behind its ping, one after the other with a limit each: when it has
// just fallen silent they have no time left, and are not asked again while it is. That is the
// agent's matter; its ping tells it.
static bool isBehindPing(const QString &question)
{
    return question.startsWith(u"guest-agent.") && !question.startsWith(u"guest-agent.ping");
}

QList<Verdict> findHangs(const FactStore &facts)
{
    struct Hang
    {
        const Observation *first = nullptr;
        int more = 0;
    };
    // The newest answer to each question counts; those with one reason make one finding.
    QMap<QString, Hang> byReason;
    QSet<QString> newer;
    const auto &all = facts.observations();
    for (auto it = all.constEnd(); it != all.constBegin();) {
        --it;
        if (newer.contains(it->question))
            continue;
        newer.insert(it->question);
        if (!it->silence || it->silence->kind != Silence::TimedOut || isBehindPing(it->question))
            continue;
        Hang &hang = byReason[it->silence->why.text()];
        hang.more += hang.first ? 1 : 0;
        hang.first = &*it;
    }
    QList<Verdict> findings;
    for (const Hang &hang : std::as_const(byReason)) {
        const Phrase what = PHRASE("rules", "hung: %1: %2")
                                .arg(hang.first->command)
                                .arg(hang.first->silence->why);
        findings.append(unknown(hang.more == 0
                ? what
                : PHRASE_N("rules", "%1 (and %n more)").arg(what).count(hang.more))
                .citing({{hang.first->id, 0, 0}}));
    }
    return findings;
}

} // namespace plumbline
