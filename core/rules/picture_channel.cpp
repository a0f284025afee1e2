// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/side_channel_rules.h"

#include "base/duration_phrase.h"
#include "path/picture_plan.h"
#include "rules/rule.h"

namespace plumbline {

// A picture that does not change proves nothing: most consoles stand still.
static Phrase comparedPhrase(const Twice<ConsolePicture> &pictures)
{
    const Phrase span = durationPhrase(pictures.seconds());
    return pictures.first.value.image == pictures.last.value.image
        ? PHRASE("rules", "the same as %1 before").arg(span)
        : PHRASE("rules", "changed since the one %1 before").arg(span);
}

Verdict judgePicture(const DomainPlan &plan, const FactStore &facts)
{
    const auto picture = consolePicture(plan, facts);
    if (!picture)
        return ofSilence(picture.error());
    Phrase what = PHRASE("rules", "%1 × %2 pixels, taken at %3")
                      .arg(picture->value.width)
                      .arg(picture->value.height)
                      .arg(clockTime(picture->time));
    if (!picture->value.complete)
        what = PHRASE("rules", "%1; only its first part has come").arg(what);
    const auto both = consolePictures(plan, facts);
    if (both)
        what = PHRASE("rules", "%1; %2").arg(what).arg(comparedPhrase(*both));
    return healthy(what).citing({cite(*picture)});
}

} // namespace plumbline
