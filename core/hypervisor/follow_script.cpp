// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hypervisor/follow_script.h"

#include "base/shell_quote.h"

namespace plumbline {

// A piece of this size is whole within a fraction of a second on any link; a script that sent more
// would be believed.
static constexpr qint64 largestPiece = qint64(256) * 1024;

static constexpr char body[] = R"sh(
# Where SIGPIPE is ignored only a failed write tells that nobody listens.
say() { printf '%s %s\n' "$M" "$*" || exit; }
about() { timeout -k 1 3 stat -L -c '%i %s %F' -- "$1" 2>/dev/null; }
# The open file is $3; its name may already be another's.
look() {
  set -- $(about "/proc/$$/fd/3")
  [ $# -ge 3 ] || return 1
  i=$1 s=$2
}
# A pipe would be waited for, and where an exec fails the shell ends: a subshell tries it first.
take() {
  set -- $(about "$F")
  case "$*" in
    *' regular file'|*' regular empty file') ;;
    *) return 1 ;;
  esac
  (exec 3<"$F") 2>/dev/null || return 1
  exec 3<"$F"
  look
}
why() {
  timeout -k 1 3 stat -L -- "$F" 2>&1 >/dev/null
  [ ! -f "$F" ] || (exec 3<"$F") 2>&1
}
send() {
  while [ "$o" -lt "$s" ]; do
    l=$((s - o))
    [ "$l" -le "$L" ] || l=$L
    say data "$o" "$l"
    timeout -k 1 5 tail -c "+$((o + 1))" "/proc/$$/fd/3" 2>/dev/null | head -c "$l"
    printf '\n%s end\n' "$M" || exit
    o=$((o + l))
  done
}
begin() {
  i0=$i
  say file "$i" "$o"
}
n=0 i0=
while [ "$n" -lt 7200 ]; do
  n=$((n + 1))
  if [ -z "$i0" ]; then
    if take; then
      if [ "$i" = "$I" ] && [ "$s" -ge "$O" ]; then
        o=$O
      elif [ "$I" = 0 ] && [ "$s" -gt "$A" ]; then
        o=$((s - A))
      else
        o=0
      fi
      begin
    else
      say gone "$(why | head -c 300 | tr '\n' ' ')"
    fi
  fi
  if [ -n "$i0" ] && look; then
    # Shorter than what was sent: it was emptied and is written anew.
    if [ "$s" -lt "$o" ]; then
      o=0
      begin
    fi
    send
    set -- $(about "$F")
    if [ $# -ge 3 ] && [ "$1" != "$i0" ]; then
      look && send
      i0= I=-1 O=0
      exec 3<&-
      continue
    fi
  fi
  say alive
  sleep 0.5 2>/dev/null || sleep 1
done
)sh";

QByteArray followScript(const QByteArray &path, const FollowFrom &from, const QByteArray &marker)
{
    return "LC_ALL=C; export LC_ALL\nM=" + marker + " F=" + shellQuoted(path)
        + " I=" + QByteArray::number(from.inode) + " O=" + QByteArray::number(from.offset)
        + " A=" + QByteArray::number(from.mostAtFirst) + " L=" + QByteArray::number(largestPiece)
        + body + "exit\n";
}

std::optional<FollowReader::Piece> FollowReader::next()
{
    const qsizetype end = m_pending.indexOf('\n');
    if (end < 0) {
        // No line of the script is as long.
        if (m_pending.size() > 4096)
            return Piece{.kind = Piece::Broken};
        return std::nullopt;
    }
    const QByteArray line = m_pending.first(end);
    const QList<QByteArray> words = line.split(' ');
    if (words.size() < 2 || words.at(0) != m_marker) {
        // A login shell's greeting before the first line is none of ours.
        m_pending.remove(0, end + 1);
        return next();
    }
    const QByteArray &verb = words.at(1);
    Piece piece;
    if (verb == "data" && words.size() == 4) {
        bool isOffset = false;
        bool isLength = false;
        piece.kind = Piece::Data;
        piece.offset = words.at(2).toLongLong(&isOffset);
        const qint64 length = words.at(3).toLongLong(&isLength);
        if (!isOffset || !isLength || length <= 0 || length > largestPiece)
            return Piece{.kind = Piece::Broken};
        const QByteArray tail = '\n' + m_marker + " end\n";
        if (m_pending.size() < end + 1 + length + tail.size())
            return std::nullopt;
        if (m_pending.sliced(end + 1 + length, tail.size()) != tail)
            return Piece{.kind = Piece::Broken};
        piece.bytes = m_pending.sliced(end + 1, length);
        m_pending.remove(0, end + 1 + length + tail.size());
        return piece;
    }
    m_pending.remove(0, end + 1);
    if (verb == "file" && words.size() == 4) {
        piece.kind = Piece::NewFile;
        piece.inode = words.at(2).toLongLong();
        piece.offset = words.at(3).toLongLong();
        return piece;
    }
    if (verb == "gone") {
        piece.kind = Piece::Gone;
        piece.bytes = line.sliced(m_marker.size() + 6).trimmed();
        return piece;
    }
    return verb == "alive" ? Piece{} : Piece{.kind = Piece::Broken};
}

} // namespace plumbline
