// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rule.h"

#include "rules/catalogue.h"

namespace plumbline {

// Between the mount's counters and the server nothing on this host counts requests: these layers
// are known only by what passes them.
static std::optional<Verdict> passage(const DiskContext &context, const Layer &)
{
    if (context.disk.isNbd() || context.disk.isRbd())
        return std::nullopt;
    const Verdict verdict = judgedByPassage(context);
    if (verdict.state == State::Healthy)
        return verdict;
    return unknown(PHRASE("rules", "cannot be told from this host")).citing(verdict.evidence);
}

const Rule fabricPassage{LayerKind::Fabric, "fabric.passage", "Do requests pass it?", passage};
const Rule backendPassage{LayerKind::Backend, "backend.passage", "Do requests pass it?", passage};

} // namespace plumbline
