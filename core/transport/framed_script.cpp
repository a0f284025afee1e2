// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/framed_script.h"

#include "base/shell_quote.h"

#include <QMap>
#include <QRandomGenerator>

#include <array>

namespace plumbline {

// A host's answer to one question is cut there: one byte above FrameReader::outputLimit, so that
// the reader sees that there was more.
static constexpr qint64 outputLimit = 4 * 1024 * 1024 + 1;

// The functions of the script. $M marker. Commands never read our script: their
// input is /dev/null. `--foreground` keeps everything in the session's process group, so that the
// last line reaches it. quick() keeps $L bytes of output, the end of standard error alone, and
// behind it the exit status: endless output takes no other question's room, an endless complaint
// cannot fill the shell's memory, and a child that outlives its killed parent does not hold the
// next question up. hanging() takes only digits from processes of our own
// user: an environment is untrusted, and shell arithmetic on it would run code. What runs as root
// cannot be ended by us and shows no environment: it has its time limit inside, and rooted() knows
// it by its words; the kernel tells ages in hundredths of a second (USER_HZ). 3072 base64
// characters and a prefix stay below PIPE_BUF (4096).
static constexpr char preamble[] = R"sh(
export LC_ALL=C PATH="$PATH:/usr/sbin:/sbin:/usr/bin:/bin"
trap 'kill -KILL 0' HUP INT TERM
exec 3>&1
RO=
for s in /run/libvirt/libvirt-sock /run/libvirt/virtqemud-sock; do
  if [ -w "$s" ]; then RO=; break; elif [ -S "$s" ]; then RO=-r; fi
done
[ -z "$RO" ] || printf '%s v\n' "$M" >&2
export RO
quick() { # n limit command…
  n=$1; l=$2; shift 2
  read -r u _ </proc/uptime; printf '%s B %s %s\n' "$M" "$n" "$u"
  e=$({ { timeout --foreground -k 1 "$l" "$@" 2>&4 3>&- 4>&- </dev/null; echo " $?" >&4; } |
      timeout --foreground $((l + 2)) head -c "$L" >&3 4>&-; } 4>&1 |
    timeout --foreground $((l + 2)) tail -c 65536)
  r=${e##* }; e=${e% *}
  read -r u _ </proc/uptime; printf '\n%s E %s %s %s %s\n%s\n' "$M" "$n" "${r:-124}" "$u" "${#e}" "$e"
}
hanging() { # kind comm limit → "pid seconds" of an earlier helper that outlived its limit, or
  y=        # "pid young" of another session's that still may answer
  n=$(date +%s)
  for c in $(grep -lsx -e "$2" /proc/[0-9]*/comm); do
    p=${c%/comm}
    [ -O "$p" ] || continue
    e=$(timeout --foreground 1 tr '\0' '\n' 2>/dev/null <"$p/environ" | head -c 65536)
    s=$(printf '%s\n' "$e" |
      sed -n "s/^PLUMBLINE_HELPER=$1@\([1-9][0-9]\{8,10\}\)\$/\1/p" | head -n 1)
    [ -n "$s" ] && [ "$s" -le "$n" ] || continue
    if [ $((n - s)) -gt "$3" ]; then echo "${p#/proc/} $((n - s))"; return; fi
    case $e in *"PLUMBLINE_SESSION=$M"*) ;; *) y="${p#/proc/} young" ;; esac
  done
  printf %s "$y"
}
rooted() { # limit words → "pid seconds" of such a command of root's that outlived its limit; without
  # words, of any that a script began
  read -r u _ </proc/uptime
  for c in $(grep -lsx timeout /proc/[0-9]*/comm); do
    p=${c%/comm}
    w=$(timeout --foreground 1 tr '\0\n' '  ' 2>/dev/null <"$p/cmdline" | head -c 4096)
    case "$2/$w" in "/timeout -k 1 2 /"*) ;; /*) continue ;; *"/"*"$2 ") ;; *) continue ;; esac
    read -r s 2>/dev/null <"$p/stat" || continue
    set -- "$1" "$2" ${s##*) }
    [ $((${u%.*} - ${22} / 100)) -le "$1" ] || { echo "${p#/proc/} $((${u%.*} - ${22} / 100))"; return; }
  done
}
lane() { # lane limit kind comm command…
  i=$1; l=$2; k=$3; c=$4; shift 4; t=0
  read -r u _ </proc/uptime; printf '%s b %s %s\n' "$M" "$i" "$u" >&2
  h=$(hanging "$k" "$c" "$l")
  if [ -z "$h" ] && [ "$1" = sudo ]; then h=$(shift 2; rooted "$l" "$*")
  elif [ -z "$h" ] && [ -n "$AS_ROOT" ]; then case $* in *AS_ROOT*) h=$(rooted "$l" '') ;; esac; fi
  # For half its time at most. A virsh can always be killed, and those of other domains are many:
  # they are not waited for.
  while case $k/$h in virsh/*young) h=; false ;; *young) [ $((t * 2)) -lt $((l * 5)) ] ;; *) false ;; esac
  do sleep 0.2; t=$((t + 1)); h=$(hanging "$k" "$c" "$l"); done
  if [ -n "$h" ]; then printf '%s w %s %s\n' "$M" "$i" "$h" >&2
  else
    { { PLUMBLINE_SESSION="$M" PLUMBLINE_HELPER="$k@$(date +%s)" \
          timeout --foreground -k 1 "$l" "$@" 2>&4 4>&- 5>&- </dev/null
        printf '%s x %s %s\n' "$M" "$i" "$?" >&5
      } | head -c "$L" | base64 -w 3072 | sed -u "s/^/$M o $i /" >&5
    } 4>&1 5>&2 | head -c 65536 | base64 -w 3072 | sed -u "s/^/$M e $i /" >&2
  fi
  read -r u _ </proc/uptime; printf '%s z %s %s\n' "$M" "$i" "$u" >&2
}
gate() { # limit uri uuid → $g: what `virsh domcontrol` says; $w: a virsh that hangs already
  g= w=$(hanging virsh virsh "$1")
  case $w in *young) w= ;; esac
  [ -n "$w" ] || g=$(PLUMBLINE_HELPER="virsh@$(date +%s)" timeout --foreground -k 1 "$1" \
    virsh $RO -c "$2" domcontrol "$3" 2>&1 </dev/null | head -c 1000)
}
is_free() { # lane: may it be sent? If not, says why
  if [ -n "$w" ]; then printf '%s w %s %s\n' "$M" "$1" "$w" >&2
  else
    # Occupied for less than a second is somebody else's quick question.
    case $g in ok | "occupied (0."* | "background job (0."*) return 0 ;; esac
    printf '%s g %s %s\n' "$M" "$1" "$(printf %s "$g" | base64 -w 2000 | head -n 1)" >&2
  fi
  printf '%s z %s 0\n' "$M" "$1" >&2
  return 1
}
main() {
)sh";

static constexpr char ending[] = R"sh(read -r _
kill -KILL 0
}
main
)sh";

QByteArray freshMarker()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    QByteArray marker = "PLB";
    for (const quint32 word : words)
        marker += QByteArray::number(word, 16).rightJustified(8, '0');
    return marker;
}

static QByteArray seconds(milliseconds limit)
{
    return QByteArray::number((limit.count() + 999) / 1000);
}

// virsh splits its argument at ';' and reads quotes as a shell does: our quoting fits both.
static QByteArray virshScript(
    const QList<Question> &questions, const QList<qsizetype> &indices, const QByteArray &marker)
{
    QByteArray script;
    for (const qsizetype index : indices) {
        script += "echo '" + marker + " V " + QByteArray::number(index) + "';";
        script += shellCommandLine(std::get<VirshCommand>(questions.at(index).ask).words) + ';';
    }
    return script + "echo '" + marker + " V end'";
}

// The kernel takes no argument of more than 128 KiB (MAX_ARG_STRLEN), and a device may have 1024
// queues to ask about.
static constexpr qsizetype batchLimit = 96 * 1024;

static QList<QList<qsizetype>> batches(
    const QList<Question> &questions, const QList<qsizetype> &indices, const QByteArray &marker)
{
    QList<QList<qsizetype>> out;
    qsizetype size = 0;
    for (const qsizetype index : indices) {
        const qsizetype more = virshScript(questions, {index}, marker).size();
        if (out.isEmpty() || size + more > batchLimit) {
            out.append(QList<qsizetype>());
            size = 0;
        }
        out.last().append(index);
        size += more;
    }
    return out;
}

static milliseconds longest(const QList<Question> &questions, const QList<qsizetype> &indices)
{
    milliseconds limit{0};
    for (const qsizetype index : indices)
        limit = std::max(limit, questions.at(index).limit);
    return limit;
}

static QByteArray virshLane(const QList<Question> &questions, const QList<qsizetype> &indices,
    const QByteArray &marker, qsizetype lane)
{
    const auto &first = std::get<VirshCommand>(questions.at(indices.first()).ask);
    // Both streams merged: virsh writes each piece at once, so errors stay beside their command.
    const QList<QByteArray> command{"sh", "-c", "exec virsh $RO -c \"$0\" \"$1\" 2>&1", first.uri,
        virshScript(questions, indices, marker)};
    return "lane " + QByteArray::number(lane) + ' ' + seconds(longest(questions, indices))
        + " virsh virsh " + shellCommandLine(command) + '\n';
}

// The virsh groups of one gate, side by side once it is open; without a gate at once. What does not
// fit into one virsh follows when that has ended, if the monitor is still free then.
static void addVirsh(FramedScript &script, QByteArray &lanes, const QList<Question> &questions,
    const QMap<QByteArray, QList<qsizetype>> &groups)
{
    const auto &any = std::get<VirshCommand>(questions.at(groups.first().first()).ask);
    QByteArray gate;
    if (!any.onlyIfMonitorFree.isEmpty()) {
        milliseconds limit{0};
        for (const QList<qsizetype> &indices : groups)
            limit = std::max(limit, longest(questions, indices));
        gate = "gate " + seconds(limit) + ' ' + shellQuoted(any.uri) + ' '
            + shellQuoted(any.onlyIfMonitorFree) + '\n';
    }
    lanes += "{\n" + gate;
    for (const QList<qsizetype> &indices : groups) {
        lanes += "{\n";
        bool isFirst = true;
        for (const QList<qsizetype> &batch : batches(questions, indices, script.marker)) {
            const qsizetype lane = script.lanes.size();
            if (!gate.isEmpty())
                lanes += (isFirst ? QByteArray() : gate) + "is_free " + QByteArray::number(lane)
                    + " && ";
            lanes += virshLane(questions, batch, script.marker, lane);
            script.lanes.append({batch, true});
            isFirst = false;
        }
        lanes += "} &\n";
    }
    lanes += "} &\n";
}

// /proc/PID/comm holds at most 15 bytes of a program's name. A pattern of grep's.
static QByteArray commandNames(const HostCommand &command)
{
    const QByteArray &program = command.argv.first();
    QByteArray names = program.sliced(program.lastIndexOf('/') + 1).left(15);
    for (const QByteArray &child : command.children)
        names += "\\|" + child.left(15);
    return names;
}

static constexpr char underSudo[] = "sudo -n timeout -k 1 ";

// What sudo's rules name are programs of root's own folders: a plain name could be a member's own.
QByteArray elevatedCommand(const HostCommand &command, milliseconds limit, Elevation elevation)
{
    if (!command.asRoot || elevation == Elevation::None)
        return shellCommandLine(command.argv);
    return underSudo + seconds(limit) + " \"$(command -v " + shellQuoted(command.argv.first())
        + ")\" " + shellCommandLine(command.argv.sliced(1));
}

FramedScript makeFramedScript(
    const QList<Question> &questions, const QByteArray &marker, Elevation elevation)
{
    FramedScript script;
    script.marker = marker;
    QByteArray quick;
    QByteArray lanes;
    // By gate, then by group.
    QMap<std::pair<QByteArray, QByteArray>, QMap<QByteArray, QList<qsizetype>>> gates;
    for (qsizetype i = 0; i < questions.size(); ++i) {
        const Question &question = questions.at(i);
        if (const auto *command = std::get_if<HostCommand>(&question.ask)) {
            const QByteArray words = elevatedCommand(*command, question.limit, elevation);
            if (command->helper.isEmpty()) {
                script.quick.append(i);
                quick += "quick " + QByteArray::number(i) + ' ' + seconds(question.limit) + ' '
                    + words + '\n';
            } else {
                lanes += "lane " + QByteArray::number(script.lanes.size()) + ' '
                    + seconds(question.limit) + ' ' + shellQuoted(command->helper) + ' '
                    + shellQuoted(commandNames(*command)) + ' ' + words + " &\n";
                script.lanes.append({{i}, false});
            }
        } else if (const auto *virsh = std::get_if<VirshCommand>(&question.ask)) {
            gates[{virsh->uri, virsh->onlyIfMonitorFree}][virsh->group].append(i);
        }
    }
    for (const auto &groups : std::as_const(gates))
        addVirsh(script, lanes, questions, groups);
    // Of the commands within a script: each gets the usual two seconds.
    const QByteArray asRoot
        = elevation == Elevation::Sudo ? shellQuoted(underSudo + QByteArray("2")) : QByteArray();
    script.text = "M=" + marker + " L=" + QByteArray::number(outputLimit)
        + "\nexport AS_ROOT=" + asRoot + preamble + lanes + quick + ending;
    return script;
}

} // namespace plumbline
