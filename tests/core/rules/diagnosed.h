// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "path/layout.h"
#include "rules/summary.h"
#include "story.h"

namespace plumbline {

inline DiskDiagnosis diagnosed(const Story &story)
{
    return diagnoseDisk(story.context(), layOut(story.plan, story.disk(), story.facts));
}

inline Story holding(Story::Backend backend)
{
    return Story(backend).queue(297, 294).blocks(400, 0, 1).secondLook().queue(297, 294).blocks(
        400, 0, 6);
}

} // namespace plumbline
