// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     0 16384 multipath 1 queue_if_no_path 0 1 1 round-robin 0 2 1 8:16 1 8:32 1
//     0 16384 multipath 2 2 0 0 1 1 E 0 2 0 8:16 F 1 8:32 F 1
// Measured with all paths failed, requests queued and the device suspended: both come back at once.
// --noflush, because without it some targets write their metadata first. Root only. Subject's path
// is "MAJOR:MINOR", so that no name can pass for an option.
static constexpr char script[]
    = "d=$(command -v dmsetup || echo dmsetup); $AS_ROOT \"$d\" table -j \"$1\" -m \"$2\" && "
      "$AS_ROOT \"$d\" status --noflush -j \"$1\" -m \"$2\"";

static Question ask(const Subject &subject)
{
    const QList<QByteArray> numbers = subject.path.split(':');
    Question question = hostQuestion(QString::fromUtf8(subject.path),
        {"sh", "-c", script, "sh", numbers.first(), numbers.last()});
    auto &command = std::get<HostCommand>(question.ask);
    command.helper = "dmsetup";
    command.children = {"dmsetup"};
    return question;
}

const Probe<MultipathTable> hostMultipath{
    "host.dm-table", Stage::Experiment, ask, readMultipathTable};

} // namespace plumbline
