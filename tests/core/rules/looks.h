// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/queue_questions.h"
#include "story.h"

namespace plumbline {

inline Virtqueue asked(const Story &story)
{
    return askQueue(story.plan, virtioOf(story.disk()), 0, story.facts);
}

inline QByteArray answers(const Virtqueue &queue)
{
    QByteArray out;
    for (const QueueAnswer *answer : {&queue.seen, &queue.completed, &queue.noticed})
        out += queueAnswerName(answer->word).toUtf8() + (answer == &queue.noticed ? "" : " ");
    return out;
}

// One look after the other: seen, used and what lies in RAM.
struct Looks
{
    quint16 submitted;
    quint16 seen;
    quint16 used;
    quint16 noticed;
};

inline Story split(const Looks &first, const Looks &second, bool eventIdx = true)
{
    Story story(Story::NbdSocket);
    story.features(false, eventIdx);
    double when = 0;
    for (const Looks &look : {first, second}) {
        story.at(when).queue(look.seen, look.used).ring(look.submitted, look.noticed);
        when += 5;
    }
    return story;
}

} // namespace plumbline
