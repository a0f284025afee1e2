// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/awaiters.h"
#include "hypervisor/follow_script.h"
#include "transport/transport.h"

#include <QFile>
#include <QObject>

namespace plumbline {

/// A file on a host that grows, kept as a copy here, byte for byte, through broken links and ends
/// of this program: what the copy holds tells from where to go on. What replaces a rotated file
/// goes on in the same copy. One program at a time keeps a copy.
class FollowedFile : public QObject
{
    Q_OBJECT

public:
    /// `copy` is the copy's path; what it was made of is written beside it, as COPY.source.
    FollowedFile(Transport *transport, QByteArray path, const QString &copy);
    ~FollowedFile() override;

    /// Fails where the copy cannot be kept: by whom it is, or why.
    Result<void> start();
    QString copy() const { return m_copy.fileName(); }

    enum class State { Connecting, Following, Gone, Interrupted };
    State state() const { return m_state; }
    /// What there is to say of the state; empty while all is well.
    Phrase note() const { return m_note; }
    /// Links that broke since start().
    int interruptions() const { return m_interruptions; }

Q_SIGNALS:
    void changed();

private:
    Task<> follow();
    Task<Result<void>> session();
    Result<void> take(const FollowReader::Piece &piece);
    Result<void> beginFile(qint64 inode, qint64 offset);
    void tell(State state, const Phrase &note);
    QString sourceFile() const { return m_copy.fileName() + QStringLiteral(".source"); }
    void readSource();
    FollowFrom from();

    Transport *m_transport;
    QByteArray m_path;
    QFile m_copy;
    qint64 m_inode = 0;
    qint64 m_base = 0; ///< the file's first byte would stand there in the copy; may be negative
    State m_state = State::Connecting;
    Phrase m_note;
    int m_interruptions = 0;
    Task<> m_work;
};

} // namespace plumbline
