// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

#include "formats/qmp_return.h"

namespace plumbline {

// Measured safe in every stall that leaves the monitor free; sent only then. To the standard output
// by its number: libvirt's own temporary file is all that is written. /dev/stdout is not there on
// every host.
static Question askLibvirt(const Subject &subject)
{
    Question question = virshQuestion(subject, QString::fromUtf8(subject.uuid), "picture",
        {"screenshot", subject.uuid, "/proc/self/fd/1"});
    std::get<VirshCommand>(question.ask).onlyIfMonitorFree = subject.uuid;
    return question;
}

// QEMU writes a file: the subject's path, on a file system in memory (path/picture_plan.h). PNG
// since 7.1; before, QEMU does not know the argument and writes nothing.
static Question askDump(const Subject &subject)
{
    return monitorQuestion(subject, QString::number(subject.pid), "screendump",
        R"({"filename":)" + jsonString(subject.path) + R"(,"format":"png"})");
}

static Question askOldDump(const Subject &subject)
{
    return monitorQuestion(subject, QString::number(subject.pid), "screendump",
        R"({"filename":)" + jsonString(subject.path) + '}');
}

static Result<bool> readDone(QByteArrayView reply)
{
    if (const auto value = readReturn(reply); !value)
        return std::unexpected(value.error());
    return true;
}

// What QEMU wrote, in its own mount namespace where that may be read, and then it is gone. What a
// link that broke left there is written over and removed next time.
static constexpr char script[] = R"sh(f=/proc/$2/root$1; [ -r "$f" ] || f=$1
trap 'rm -f -- "$f"' EXIT; cat -- "$f")sh";

static Question askFile(const Subject &subject)
{
    return hostQuestion(QString::number(subject.pid),
        {"sh", "-c", script, "sh", subject.path, QByteArray::number(subject.pid)});
}

const Probe<ConsolePicture> libvirtScreenshot{
    "console.screenshot", Stage::Monitor, askLibvirt, readConsolePicture};
const Probe<bool> qemuScreendump{"qemu.screendump", Stage::Monitor, askDump, readDone};
const Probe<bool> qemuOldScreendump{"qemu.screendump-ppm", Stage::Monitor, askOldDump, readDone};
const Probe<ConsolePicture> dumpedPicture{
    "console.picture-file", Stage::HostKernel, askFile, readConsolePicture};

} // namespace plumbline
