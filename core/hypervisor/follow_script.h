// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace plumbline {

/// From where on a file of a host is wished for.
struct FollowFrom
{
    qint64 inode = 0; ///< 0: whatever file has the name now
    qint64 offset = 0; ///< the first byte that is not known yet
    qint64 mostAtFirst = qint64(64) * 1024 * 1024; ///< of a file not known yet, its last bytes only
    /// Of the last bytes in front of `offset`: how many, and what cksum(1) says of them. With other
    /// bytes there it is another file.
    qint64 checked = 0;
    QByteArray checksum{};
    friend bool operator==(const FollowFrom &, const FollowFrom &) = default;
};

/// A POSIX shell script for stdin that sends a growing file piece by piece, and a sign of life
/// twice a second, until nobody listens. A file that gets another inode, or shorter, begins anew
/// once the rest of the old one was sent. It reads through one open descriptor, so that a rotation
/// in between cannot mix two files; each step has its time limit, for a disk that hangs.
/// It ends by itself after an hour: who still listens starts another.
QByteArray followScript(const QByteArray &path, const FollowFrom &from, const QByteArray &marker);

/// What cksum(1) prints of the bytes: the CRC of POSIX and their number.
QByteArray posixChecksum(QByteArrayView bytes);

/// Reads what the script sends. What came is good only once its end mark has come: a piece that a
/// dying link or a truncated file cut is left out, and asked for again.
class FollowReader
{
public:
    explicit FollowReader(QByteArray marker) : m_marker(std::move(marker)) { }

    struct Piece
    {
        enum Kind {
            NewFile, ///< bytes come from another file from now on, from `offset` on
            Data,
            Gone, ///< no regular file has the name, or it may not be read
            Alive, ///< nothing new
            Broken, ///< what came is not what the script sends: begin anew
        };
        Kind kind = Alive;
        qint64 inode = 0;
        qint64 offset = 0;
        QByteArray bytes = {}; ///< data, or why it cannot be read
    };

    void append(const QByteArray &bytes) { m_pending += bytes; }
    /// The next whole piece; nullopt until more bytes come.
    std::optional<Piece> next();

private:
    bool skipToOurs();
    std::optional<Piece> nextData(const QList<QByteArray> &words, qsizetype start);

    QByteArray m_marker;
    QByteArray m_pending;
};

} // namespace plumbline
