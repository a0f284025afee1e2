// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     answers bash
// One TCP connection to a file server's port, closed at once: it tells a machine that is down or
// unreachable from a service that hangs. By whatever the host has; a shell's /dev/tcp may be
// configured away. Subject's path is "ADDRESS PORT", digits, letters, dots and colons only.
static constexpr char script[] = R"sh(k=untried w=
for p in bash python3 nc; do
command -v $p >/dev/null 2>&1 || continue
case $p in
bash) e=$(timeout 2 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$1" "$2" 2>&1);;
python3) e=$(timeout 2 python3 -Ec 'import socket, sys
try: socket.create_connection((sys.argv[1], int(sys.argv[2])))
except OSError as e: sys.exit(str(e))' "$1" "$2" 2>&1);;
nc) e=$(timeout 2 nc -zv "$1" "$2" 2>&1);;
esac
r=$? w=$p
case $r:$e in
0:*) k=answers;;
124:* | *'timed out'*) k=silent;;
*'/dev/tcp/'*'No such file'*) w= e=; continue;;
*[Rr]efused*) k=refuses;;
*nreachable* | *'No route'*) k=unreachable;;
*) k=failed;;
esac
[ $k = failed ] || e=
break
done
printf '%s %s %s\n' "$k" "$w" "$(printf %s "$e" | tr -c '[:print:]' ' ' | head -c 200)")sh";

static Question ask(const Subject &subject)
{
    const QList<QByteArray> parts = subject.path.split(' ');
    Question question = hostQuestion(
        QString::fromLatin1(subject.path), {"sh", "-c", script, "sh", parts.first(), parts.last()});
    auto &command = std::get<HostCommand>(question.ask);
    command.helper = "port";
    command.children = {"bash", "python3", "nc"};
    question.limit = milliseconds(3000);
    return question;
}

const Probe<PortAnswer> portAnswers{"host.port-answers", Stage::Experiment, ask, readPortAnswer};

} // namespace plumbline
