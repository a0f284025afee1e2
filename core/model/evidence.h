// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observation.h"

#include <QList>

namespace plumbline {

/// Points at the lines of an observation's output that decided something.
struct Evidence
{
    ObservationId observation = 0;
    /// 1-based, inclusive; 0 means the observation as a whole.
    int firstLine = 0;
    int lastLine = 0;

    friend bool operator==(const Evidence &, const Evidence &) = default;
};

using EvidenceList = QList<Evidence>;

} // namespace plumbline
