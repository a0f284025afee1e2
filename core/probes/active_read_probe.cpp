// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

#include "base/text_cursor.h"

#include <QCryptographicHash>

namespace plumbline {

//     4096
// The first block of the file, past the page cache, thrown away. It hangs where the storage does,
// and in a dead mount until that is back: only when a human asks, one process for a file, and none
// beside one that still hangs. 4 KiB suits every sector size.
static constexpr char script[] = R"sh(
e=$($AS_ROOT "$(command -v dd)" if="$1" of=/dev/null bs=4096 count=1 iflag=direct 2>&1) || { printf '%s\n' "$e" >&2; exit 1; }
printf '%s\n' "$e" | sed -n 's/^\([0-9]*\) bytes .*/\1/p')sh";

static Question ask(const Subject &subject)
{
    Question question
        = hostQuestion(QString::fromUtf8(subject.path), {"sh", "-c", script, "sh", subject.path});
    auto &command = std::get<HostCommand>(question.ask);
    command.helper = "read-"
        + QCryptographicHash::hash(subject.path, QCryptographicHash::Sha256).toHex().left(12);
    command.children = {"dd"};
    return question;
}

Result<BlockRead> readBlockRead(QByteArrayView text)
{
    TextCursor cursor(text);
    const auto bytes = cursor.number<qint64>();
    if (!bytes || *bytes <= 0)
        return cursor.unreadable("how many bytes were read");
    return BlockRead{*bytes};
}

const Probe<BlockRead> activeRead{"host.block-read", Stage::Experiment, ask, readBlockRead};

} // namespace plumbline
