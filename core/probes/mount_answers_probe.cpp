// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

#include "base/text_cursor.h"

#include <QCryptographicHash>

namespace plumbline {

//     nfs
// What `df` would do, as a bounded experiment: statfs(2) asks a network or FUSE mount's server each
// time, so the time-out is itself the fact. One process at most hangs for a mount, for two seconds
// if it can be killed; while one still hangs no second is started. Each mount is a kind of its own:
// one that hangs says nothing of the others.
static Question ask(const Subject &subject)
{
    Question question = hostQuestion(
        QString::fromUtf8(subject.path), {"stat", "-f", "-c", "%T", "--", subject.path});
    std::get<HostCommand>(question.ask).helper = "stat-"
        + QCryptographicHash::hash(subject.path, QCryptographicHash::Sha256).toHex().left(12);
    return question;
}

static Result<QByteArray> read(QByteArrayView text)
{
    TextCursor cursor(text);
    const QByteArrayView type = cursor.word();
    if (type.isEmpty())
        return cursor.unreadable("a file system type");
    return type.toByteArray();
}

const Probe<QByteArray> mountAnswers{"host.mount-answers", Stage::Experiment, ask, read};

} // namespace plumbline
