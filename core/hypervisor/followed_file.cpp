// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hypervisor/followed_file.h"

#include "transport/framed_script.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

#include <sys/file.h>

namespace plumbline {

using namespace Qt::StringLiterals;

// The script speaks twice a second; the slowest of its steps may take five.
static constexpr milliseconds patience{10000};
static constexpr milliseconds connectTime{15000};
static constexpr milliseconds firstPause{500};
static constexpr milliseconds longestPause{30000};

FollowedFile::FollowedFile(Transport *transport, QByteArray path, const QString &copy)
    : m_transport(transport), m_path(std::move(path)), m_copy(copy)
{
}

FollowedFile::~FollowedFile() = default;

Result<void> FollowedFile::start()
{
    const QString name = m_copy.fileName();
    if (!QDir().mkpath(QFileInfo(name).path())
        || !m_copy.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) {
        return failure(
            PHRASE("follow", "the copy cannot be written: %1").arg(m_copy.errorString()), name);
    }
    // Of two that append, both would be wrong. The lock dies with its process.
    if (flock(m_copy.handle(), LOCK_EX | LOCK_NB) != 0)
        return failure(PHRASE("follow", "another Plumbline keeps this copy"), name);
    m_copy.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    readSource();
    m_work = follow();
    m_work.start();
    return {};
}

void FollowedFile::readSource()
{
    QFile file(sourceFile());
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject source = QJsonDocument::fromJson(file.readAll()).object();
    const qint64 base = source["base"_L1].toString().toLongLong();
    // Of another file, or of a copy that somebody has shortened since: begin anew behind it.
    if (source["path"_L1].toString() != QString::fromUtf8(m_path) || base > m_copy.size())
        return;
    m_inode = source["inode"_L1].toString().toLongLong();
    m_base = base;
}

FollowFrom FollowedFile::from()
{
    static constexpr qint64 mostChecked = 256;
    FollowFrom from;
    from.inode = m_inode;
    from.offset = m_inode == 0 ? 0 : m_copy.size() - m_base;
    // Not beyond the file's own bytes: what stands before them in the copy is another's.
    from.checked = std::min({mostChecked, from.offset, m_copy.size()});
    if (from.checked > 0 && m_copy.seek(m_copy.size() - from.checked))
        from.checksum = posixChecksum(m_copy.read(from.checked));
    return from;
}

// Before the first byte of it: whoever reads the copy knows where that byte came from.
Result<void> FollowedFile::beginFile(qint64 inode, qint64 offset)
{
    const qint64 base = m_copy.size() - offset;
    if (inode == m_inode && base == m_base)
        return {};
    QSaveFile file(sourceFile());
    const QJsonObject source{{u"host"_s, m_transport->name()},
        {u"path"_s, QString::fromUtf8(m_path)}, {u"inode"_s, QString::number(inode)},
        {u"base"_s, QString::number(base)}};
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(source).toJson()) < 0
        || !file.commit()) {
        return failure(PHRASE("follow", "the copy cannot be written: %1").arg(file.errorString()),
            file.fileName());
    }
    m_inode = inode;
    m_base = base;
    return {};
}

void FollowedFile::tell(State state, const Phrase &note)
{
    if (state == m_state && note == m_note)
        return;
    m_state = state;
    m_note = note;
    Q_EMIT changed();
}

Result<void> FollowedFile::take(const FollowReader::Piece &piece)
{
    using Kind = FollowReader::Piece::Kind;
    switch (piece.kind) {
    case Kind::NewFile:
        return beginFile(piece.inode, piece.offset);
    case Kind::Data: {
        const qint64 end = m_copy.size();
        if (piece.offset != end - m_base)
            return failure(PHRASE("follow", "the host sent another part than was asked for"));
        if (!m_copy.seek(end) || m_copy.write(piece.bytes) != piece.bytes.size()) {
            const QString why = m_copy.errorString();
            // Half a piece is no piece.
            m_copy.resize(end);
            return failure(PHRASE("follow", "the copy cannot be written: %1").arg(why));
        }
        tell(State::Following, {});
        return {};
    }
    case Kind::Gone:
        tell(State::Gone,
            PHRASE("follow", "the file cannot be read: %1")
                .arg(QString::fromUtf8(piece.bytes).simplified()));
        return {};
    case Kind::Alive:
        if (m_state != State::Gone)
            tell(State::Following, {});
        return {};
    case Kind::Broken:
        break;
    }
    return failure(PHRASE("follow", "a piece of the file did not come whole"));
}

Task<Result<void>> FollowedFile::session()
{
    Result<ChannelPtr> channel = co_await m_transport->exec("exec sh -s", deadlineIn(connectTime));
    if (!channel)
        co_return std::unexpected(channel.error());
    const QByteArray marker = freshMarker();
    if (Result<void> sent = (*channel)->write(followScript(m_path, from(), marker)); !sent)
        co_return sent;
    FollowReader reader(marker);
    bool hasSpoken = false;
    for (;;) {
        const Deadline deadline = deadlineIn(patience);
        const Result<Chunk> chunk = co_await (*channel)->read(deadline);
        if (!chunk && deadline.hasExpired()
            && m_transport->linkState() == Transport::LinkState::Up) {
            // A disk of the host hangs: a second script would hang beside this one.
            tell(
                State::Interrupted, PHRASE("follow", "the host does not answer; it is waited for"));
            continue;
        }
        if (!chunk)
            co_return std::unexpected(chunk.error());
        reader.append(chunk->out);
        while (const auto piece = reader.next()) {
            hasSpoken = true;
            if (Result<void> taken = take(*piece); !taken)
                co_return taken;
        }
        // After an hour the script ends by itself.
        if (chunk->atEnd && !hasSpoken)
            co_return failure(PHRASE("follow", "the host's shell ended early"));
        if (chunk->atEnd)
            co_return Result<void>();
    }
}

Task<> FollowedFile::follow()
{
    milliseconds pause = firstPause;
    for (;;) {
        const qint64 before = m_copy.size();
        const Result<void> ended = co_await session();
        if (ended || m_copy.size() > before)
            pause = firstPause;
        if (!ended) {
            ++m_interruptions;
            tell(State::Interrupted,
                PHRASE("follow", "interrupted: %1; goes on from there").arg(ended.error().what));
        }
        co_await sleepFor(pause);
        pause = std::min(2 * pause, longestPause);
    }
}

} // namespace plumbline
