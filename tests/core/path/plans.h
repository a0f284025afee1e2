// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "path/domain_plan.h"
#include "probes/fact_store.h"
#include "support/golden.h"

#include <QDir>

#include <algorithm>

namespace plumbline {

/// Command lines of tests/fixtures/path: one argument per line.
inline QStringList commandLineFixtures()
{
    return QDir(QStringLiteral(FIXTURES_DIR "/path"))
        .entryList({QStringLiteral("*.txt")}, QDir::Files);
}

inline ListedProcess processOf(const QString &fixture)
{
    ListedProcess process;
    process.pid = 341;
    process.uid = 64055;
    process.arguments = contentsOf(QStringLiteral(FIXTURES_DIR "/path/") + fixture).split('\n');
    process.arguments.removeLast();
    return process;
}

inline DomainPlan planOf(const QString &fixture)
{
    DomainPlan plan = *planFromProcess(processOf(fixture));
    plan.virtioStatusIsSafe = true;
    return plan;
}

/// The answer of a probe, as a host would give it.
inline void tell(
    FactStore &facts, const ProbeBase &probe, const Subject &subject, const QByteArray &text)
{
    Observation observation;
    observation.question = probe.ask(subject).key;
    observation.out = text;
    facts.add(probe, observation);
}

/// How often a probe stands in a plan.
inline int planned(const QList<Planned> &plan, const ProbeBase &probe)
{
    return int(std::count_if(
        plan.begin(), plan.end(), [&probe](const Planned &item) { return item.probe == &probe; }));
}

} // namespace plumbline
