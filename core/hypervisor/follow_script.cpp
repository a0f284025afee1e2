// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hypervisor/follow_script.h"

#include "base/shell_quote.h"

namespace plumbline {

// A piece of this size is whole within a second on any link that is of use.
static constexpr qint64 largestPiece = qint64(64) * 1024;
static constexpr qsizetype longestLine = 4096;

static constexpr char script[] = R"sh(
# Where SIGPIPE is ignored only a failed write tells that nobody listens.
say() { printf '%s %s\n' "$M" "$*" || exit; }
about() { timeout -k 1 3 stat -L -c '%i %s %F' -- "$1" 2>/dev/null; }
# The open file is descriptor 3; its name may already be another's.
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
# An inode is given again, and a file may be emptied and grow anew while nobody looks: what stands
# in front of the place must be what the copy has there.
same() {
  [ "$C" -eq 0 ] && return 0
  w=$(timeout -k 1 5 tail -c "+$((O - C + 1))" "/proc/$$/fd/3" 2>/dev/null | head -c "$C" | cksum)
  [ "$w" = "$K" ]
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
      if [ "$i" = "$I" ] && [ "$s" -ge "$O" ] && same; then
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
        + " C=" + QByteArray::number(from.checked) + " K=" + shellQuoted(from.checksum)
        + " I=" + QByteArray::number(from.inode) + " O=" + QByteArray::number(from.offset)
        + " A=" + QByteArray::number(from.mostAtFirst) + " L=" + QByteArray::number(largestPiece)
        + script + "exit\n";
}

// POSIX, cksum: CRC-32 with the polynomial 0x04c11db7, most significant bit first, over the bytes
// and then their number, least significant byte first.
QByteArray posixChecksum(QByteArrayView bytes)
{
    quint32 crc = 0;
    const auto add = [&crc](quint8 byte) {
        crc ^= quint32(byte) << 24;
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 0x80000000U ? crc << 1 ^ 0x04c11db7U : crc << 1;
    };
    for (const char byte : bytes)
        add(quint8(byte));
    for (quint64 size = quint64(bytes.size()); size > 0; size >>= 8)
        add(quint8(size & 0xff));
    return QByteArray::number(~crc) + ' ' + QByteArray::number(bytes.size());
}

// A login shell's greeting, and what a broken piece left, are no lines of ours.
bool FollowReader::skipToOurs()
{
    qsizetype start = 0;
    const QByteArray ours = m_marker + ' ';
    while (!QByteArrayView(m_pending).sliced(start).startsWith(ours)) {
        const qsizetype end = m_pending.indexOf('\n', start);
        if (end < 0)
            break;
        start = end + 1;
    }
    m_pending.remove(0, start);
    return m_pending.startsWith(ours);
}

std::optional<FollowReader::Piece> FollowReader::next()
{
    static const Piece broken{.kind = Piece::Broken};
    const bool isOurs = skipToOurs();
    const qsizetype end = m_pending.indexOf('\n');
    if (!isOurs || end < 0) {
        // No line of the script is as long.
        return m_pending.size() > longestLine ? std::optional(broken) : std::nullopt;
    }
    const QByteArray line = m_pending.first(end);
    const QList<QByteArray> words = line.split(' ');
    const QByteArray &verb = words.at(1);
    if (verb == "data" && words.size() == 4)
        return nextData(words, end + 1);
    m_pending.remove(0, end + 1);
    Piece piece;
    if (verb == "file" && words.size() == 4) {
        piece.kind = Piece::NewFile;
        piece.inode = words.at(2).toLongLong();
        piece.offset = words.at(3).toLongLong();
        return piece;
    }
    if (verb == "gone") {
        piece.kind = Piece::Gone;
        piece.bytes = line.mid(m_marker.size() + 6).trimmed();
        return piece;
    }
    return verb == "alive" ? piece : broken;
}

std::optional<FollowReader::Piece> FollowReader::nextData(
    const QList<QByteArray> &words, qsizetype start)
{
    Piece piece{.kind = Piece::Broken};
    bool isOffset = false;
    bool isLength = false;
    piece.offset = words.at(2).toLongLong(&isOffset);
    const qint64 length = words.at(3).toLongLong(&isLength);
    if (!isOffset || !isLength || piece.offset < 0 || length <= 0 || length > largestPiece)
        return piece;
    const QByteArray tail = '\n' + m_marker + " end\n";
    const QByteArrayView body = QByteArrayView(m_pending).sliced(start);
    if (body.size() < length + tail.size()) {
        // A piece that came out shorter than was said is followed by the next line at once.
        const bool isShort = body.contains(tail + m_marker + ' ');
        return isShort ? std::optional(piece) : std::nullopt;
    }
    if (body.sliced(length, tail.size()) != tail)
        return piece;
    piece.kind = Piece::Data;
    piece.bytes = body.first(length).toByteArray();
    m_pending.remove(0, start + length + tail.size());
    return piece;
}

} // namespace plumbline
