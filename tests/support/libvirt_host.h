// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/question.h"
#include "support/golden.h"

namespace plumbline {

/// A host with libvirt, guest1 that runs on it and guest2 that does not, in the words of the host's
/// tools. What may happen to it is set from outside, between two questions.
struct LibvirtHost
{
    enum Libvirt { Answers, Hangs, Refuses };

    Libvirt libvirt = Answers;
    /// Of guest1's QEMU; 0 when it does not run.
    qint64 pid = 341;
    quint64 start = 8122;
    /// What has guest1's number when its QEMU has ended.
    QByteArray comm = "qemu-system-x86";

    static constexpr auto uuid = "5f0c2a53-9d0e-4d52-9d6e-1ab0c0ffee01";

    void answer(const Question &question, Observation &observation) const
    {
        if (std::holds_alternative<VirshCommand>(question.ask))
            answerVirsh(question.key, observation);
        else
            answerHost(question.key, observation);
    }

private:
    static bool is(const QString &key, const char *probe)
    {
        return key == QLatin1String(probe) || key.startsWith(QLatin1String(probe) + u'/');
    }
    static void refuse(Observation &observation, const QByteArray &why)
    {
        observation.err = why;
        observation.exitCode = 1;
        observation.silence
            = Silence{Silence::Refused, Phrase::verbatim(QString::fromUtf8(why).trimmed())};
    }
    void answerVirsh(const QString &key, Observation &observation) const
    {
        if (libvirt == Hangs) {
            observation.exitCode.reset();
            observation.silence = Silence{
                Silence::TimedOut, Phrase::verbatim(QStringLiteral("no answer within 2 s"))};
        } else if (libvirt == Refuses) {
            refuse(observation, "error: failed to connect to the hypervisor\n");
        } else if (is(key, "libvirt.domains")) {
            observation.out
                = QByteArray(uuid) + " guest1\nbbbbbbbb-9d0e-4d52-9d6e-1ab0c0ffee01 guest2\n\n";
        } else if (is(key, "libvirt.states")) {
            observation.out = "Domain: 'guest1'\n  state.state=1\n  state.reason=1\n\n"
                              "Domain: 'guest2'\n  state.state=5\n  state.reason=1\n\n";
        } else if (is(key, "libvirt.domain-control")) {
            observation.out = "ok\n\n";
        } else if (is(key, "libvirt.domain-state")) {
            observation.out = "running (booted)\n\n";
        } else if (is(key, "qemu.version")) {
            observation.out = contentsOf(
                QStringLiteral(FIXTURES_DIR "/formats/query_version/good.qemu_10_0.txt"));
        } else if (is(key, "qemu.iothreads")) {
            observation.out = contentsOf(
                QStringLiteral(FIXTURES_DIR "/formats/query_iothreads/good.qemu_10.txt"));
        } else {
            refuse(observation, "error: this host does not tell\n");
        }
    }
    void answerHost(const QString &key, Observation &observation) const
    {
        const QByteArray number = QByteArray::number(pid);
        if (is(key, "host.identity")) {
            observation.out = contentsOf(
                QStringLiteral(FIXTURES_DIR "/formats/host_identity/good.debian13.txt"));
        } else if (is(key, "host.qemu-processes")) {
            const QByteArray arguments
                = contentsOf(QStringLiteral(FIXTURES_DIR "/path/libvirt_nbd_and_file.txt"));
            if (pid > 0 && comm.startsWith("qemu-"))
                observation.out = "pid " + number + "\nuid 64055\nstate S\nstart "
                    + QByteArray::number(start) + "\nargs "
                    + QByteArray::number(arguments.count('\n')) + '\n' + arguments + "end\n";
        } else if (pid == 0 || !key.endsWith(u'/' + QString::fromLatin1(number))) {
            refuse(observation, "cat: /proc/341: No such file or directory\n");
        } else if (is(key, "process.status")) {
            observation.out
                = contentsOf(QStringLiteral(FIXTURES_DIR "/formats/proc_status/good.running.txt"))
                      .replace("qemu-system-x86", comm)
                      .replace("341", number);
        } else if (is(key, "process.start")) {
            observation.out = number + " (" + comm
                + ") S 1 341 341 0 -1 4194560 20914 0 12 0 312 95 0 0 20 0 8 0 "
                + QByteArray::number(start) + " 2210713600 51200\n";
        } else {
            refuse(observation, "this host does not tell\n");
        }
    }
};

} // namespace plumbline
