// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     fd 1 block special file
// Which device a link of udev's leads to, in QEMU's own mount namespace, whose /dev libvirt makes
// itself; without the right to look there, on the host. Planned for names below /dev only, but
// what is mounted there is not ours to know: a helper.
static constexpr char script[] = R"sh(p=/proc/$1/root$2
[ -e "$p" ] || p=$2
exec stat -L -c '%t %T %F' -- "$p")sh";

static Question ask(const Subject &subject)
{
    const QByteArray pid = QByteArray::number(subject.pid);
    Question question = hostQuestion(
        QString::fromUtf8(pid + subject.path), {"sh", "-c", script, "sh", pid, subject.path});
    auto &command = std::get<HostCommand>(question.ask);
    command.helper = "device";
    command.children = {"stat"};
    return question;
}

const Probe<DeviceNode> deviceNode{"host.device-node", Stage::Experiment, ask, readDeviceNode};

} // namespace plumbline
