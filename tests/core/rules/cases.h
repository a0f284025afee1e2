// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "story.h"

#include <QList>

namespace plumbline {

/// One situation and what a rule makes of it.
struct RuleCase
{
    /// What the case stands for; every rule needs one of each that it can meet.
    enum Situation { AtEase, Stuck, InDoubt };

    /// Id of the rule.
    const char *rule;
    Situation situation;
    const char *name;
    /// "healthy", "idle", "stalled", "paused", "throttled", "unknown", or "silent" where the rule
    /// leaves the layer to others.
    const char *verdict;
    /// Part of the reason; empty for "silent".
    const char *reason;
    Story (*story)();
    /// Identity of the layer, where the disk has several of the rule's kind.
    const char *layer = "";
};

QList<RuleCase> guestCases();
QList<RuleCase> qemuCases();
QList<RuleCase> hostCases();
QList<RuleCase> fabricCases();
QList<RuleCase> blockStackCases();
QList<RuleCase> blockReadCases();
QList<RuleCase> librbdCases();

} // namespace plumbline
