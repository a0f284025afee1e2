// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/awaiters.h"
#include "base/result.h"
#include "transport/file_descriptor.h"
#include "transport/ssh_config.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <libssh/libssh.h>

#include <algorithm>
#include <functional>
#include <list>

namespace plumbline {

/// One libssh session on a connected socket, without ever blocking the thread. Private to the SSH
/// transport. What there is to know of libssh 0.11 here:
///
/// - Any libssh call may read packets meant for another channel, after which the socket is quiet.
/// So
///   only the round() reads, and after whatever read something, all that wait are woken: nobody
///   trusts the socket to wake just him.
/// - A call answers SSH_AGAIN (SSH_AUTH_AGAIN) until its answer is there, and is then repeated as
/// it
///   was: until().
/// - libssh makes the socket blocking once it is connected, so that a send into a dead link would
///   block for good. The round undoes that.
/// - The socket is written only after POLLOUT, so the write notifier is on while libssh has
///   something to write, and off else.
/// - Freeing a channel whose opening is not yet answered leaks it on the server: forget() waits.
class SshSession : public QObject
{
    Q_OBJECT

public:
    SshSession(FileDescriptor socket, const SshConfig &config);
    ~SshSession() override;

    ssh_session raw() const { return m_session; }
    Pulse &activity() { return m_activity; }

    /// Greets and exchanges keys; then the host's key is known, and nothing yet told about the
    /// user.
    Task<Result<void>> shakeHands(Deadline deadline);

    /// Repeats `step` after every activity while it answers `again`. nullopt when the deadline
    /// passes first or the session breaks.
    Task<std::optional<int>> until(std::function<int()> step, int again, Deadline deadline);
    /// To be called after any libssh call made outside of until().
    void called();

    bool isBroken() const { return m_broken.has_value(); }
    /// Why; what libssh says last when it is not broken.
    Error error() const;
    /// Ends the session: everything that waits fails with `error`.
    void breakOff(Error error);

    /// From now on a far side that says nothing for 5 s is asked, and dead when it says nothing for
    /// another 5 s.
    void keepAlive();

    /// Part of every round: channels with something to write.
    using Writer = std::function<void()>;
    std::list<Writer>::iterator addWriter(Writer writer);
    void removeWriter(std::list<Writer>::iterator writer) { m_writers.erase(writer); }

    /// Waits for one of the 8 places: sshd allows 10 channels per connection (MaxSessions), if it
    /// is not told otherwise. Each true is to be given back with releasePlace().
    Task<bool> takePlace(Deadline deadline);
    void releasePlace();
    int placesTaken() const { return m_placesTaken; }
    /// The host has shown that it allows no more than that.
    void limitPlaces(int most) { m_mostPlaces = std::clamp(most, 1, m_mostPlaces); }

    /// Frees a channel that is still being opened, and its place, once the server has answered.
    void forget(ssh_channel channel, std::function<int()> open);

Q_SIGNALS:
    void broken();

private:
    struct Opening
    {
        ssh_channel channel;
        std::function<int()> open;
    };
    void configure(const SshConfig &config);
    void scheduleRound();
    void round();
    bool pump();
    void rearm();
    void checkLife();
    void freeOpened();

    ssh_session m_session = nullptr;
    ssh_event m_event = nullptr;
    FileDescriptor m_socket; ///< ours to watch; libssh has a duplicate that it closes when it likes
    bool m_started = false;
    Pulse m_activity;
    Pulse m_places;
    int m_placesTaken = 0;
    int m_mostPlaces = 8;
    std::unique_ptr<QSocketNotifier> m_readable;
    std::unique_ptr<QSocketNotifier> m_writable;
    ssh_counter_struct m_traffic{};
    quint64 m_bytesSeen = 0;
    QElapsedTimer m_heard;
    QElapsedTimer m_asked;
    QTimer m_lifeTimer;
    std::list<Writer> m_writers;
    std::list<Opening> m_forgotten;
    std::optional<Error> m_broken;
    bool m_roundScheduled = false;
};

} // namespace plumbline
