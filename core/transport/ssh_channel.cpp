// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/ssh_channel.h"

namespace plumbline {

using namespace std::chrono_literals;

static constexpr qsizetype mostPerRead = 256 * 1024;
static constexpr int mostRefusals = 3;
static constexpr auto afterRefusal = 100ms;

/// A channel that is being opened. When the opening is given up half way, the session sees to it.
class HalfOpenChannel
{
public:
    HalfOpenChannel(std::shared_ptr<SshSession> session, std::function<int(ssh_channel)> open)
        : m_session(std::move(session)),
          m_open(std::move(open)),
          m_channel(ssh_channel_new(m_session->raw()))
    {
    }
    HalfOpenChannel(const HalfOpenChannel &) = delete;
    HalfOpenChannel &operator=(const HalfOpenChannel &) = delete;
    ~HalfOpenChannel()
    {
        if (!m_channel)
            return;
        if (m_answered) {
            ssh_channel_free(m_channel);
            m_session->releasePlace();
        } else {
            m_session->forget(
                m_channel, [open = m_open, channel = m_channel] { return open(channel); });
        }
    }

    int proceed()
    {
        const int answer = m_open(m_channel);
        m_answered = answer != SSH_AGAIN;
        return answer;
    }
    ssh_channel release() { return std::exchange(m_channel, nullptr); }

private:
    std::shared_ptr<SshSession> m_session;
    std::function<int(ssh_channel)> m_open;
    ssh_channel m_channel;
    bool m_answered = false;
};

static Error openingFailed(const SshSession &session, const Deadline &deadline)
{
    if (session.isBroken())
        return session.error();
    if (deadline.hasExpired())
        return {PHRASE("transport", "The host did not open a channel in time"), {}};
    const QString said = QString::fromUtf8(ssh_get_error(session.raw()));
    return {PHRASE("transport",
                "The SSH server opens no channel: %1. It may not allow it (AllowTcpForwarding, "
                "AllowStreamLocalForwarding, MaxSessions), or there is nothing at the far end.")
                .arg(said),
        {}};
}

Task<SshChannel::Opened> SshChannel::open(
    std::shared_ptr<SshSession> session, Open open, Deadline deadline)
{
    if (!co_await session->takePlace(deadline))
        co_return std::unexpected(openingFailed(*session, deadline));
    HalfOpenChannel opening(session, std::move(open));
    const auto answer
        = co_await session->until([&opening] { return opening.proceed(); }, SSH_AGAIN, deadline);
    if (answer != SSH_OK)
        co_return std::unexpected(openingFailed(*session, deadline));
    co_return std::unique_ptr<SshChannel>(new SshChannel(session, opening.release()));
}

/// A host may allow fewer sessions than we have places. One that is refused beside others waits for
/// the end of one of them; the host itself may need a moment more to notice that end.
Task<SshChannel::Opened> SshChannel::openSession(
    std::shared_ptr<SshSession> session, Deadline deadline)
{
    for (int refusals = 0;;) {
        auto channel = co_await open(session, ssh_channel_open_session, deadline);
        if (channel || session->isBroken() || deadline.hasExpired())
            co_return channel;
        if (const int others = session->placesTaken(); others > 0) {
            session->limitPlaces(others);
        } else {
            if (++refusals > mostRefusals)
                co_return channel;
            co_await sleepFor(afterRefusal);
        }
    }
}

Task<SshChannel::Opened> SshChannel::exec(
    std::shared_ptr<SshSession> session, QByteArray command, Deadline deadline)
{
    auto channel = co_await openSession(session, deadline);
    if (!channel)
        co_return channel;
    ssh_channel raw = (*channel)->m_channel;
    (*channel)->m_isCommand = true;
    const auto answer = co_await session->until(
        [raw, &command] { return ssh_channel_request_exec(raw, command.constData()); }, SSH_AGAIN,
        deadline);
    if (answer != SSH_OK)
        co_return std::unexpected(openingFailed(*session, deadline));
    co_return channel;
}

Task<SshChannel::Opened> SshChannel::openUnixSocket(
    std::shared_ptr<SshSession> session, QByteArray path, Deadline deadline)
{
    return open(
        std::move(session),
        [path](ssh_channel channel) {
            return ssh_channel_open_forward_unix(channel, path.constData(), "localhost", 0);
        },
        deadline);
}

Task<SshChannel::Opened> SshChannel::openTcp(
    std::shared_ptr<SshSession> session, QByteArray host, quint16 port, Deadline deadline)
{
    return open(
        std::move(session),
        [host, port](ssh_channel channel) {
            return ssh_channel_open_forward(channel, host.constData(), port, "localhost", 0);
        },
        deadline);
}

SshChannel::SshChannel(std::shared_ptr<SshSession> session, ssh_channel channel)
    : m_session(std::move(session)), m_channel(channel)
{
    m_writer = m_session->addWriter([this] { flush(); });
}

SshChannel::~SshChannel()
{
    m_session->removeWriter(m_writer);
    if (!m_session->isBroken()) {
        if (m_isCommand && !ssh_channel_is_closed(m_channel))
            ssh_channel_request_send_signal(m_channel, "TERM");
        ssh_channel_free(m_channel);
        m_session->called();
    }
    m_session->releasePlace();
}

Result<void> SshChannel::write(QByteArray bytes)
{
    if (m_session->isBroken())
        return std::unexpected(m_session->error());
    if (m_closing || ssh_channel_is_closed(m_channel))
        return failure(PHRASE("transport", "The far side no longer takes input"));
    m_queue += bytes;
    flush();
    m_session->called();
    return {};
}

void SshChannel::closeWrite()
{
    m_closing = true;
    if (m_session->isBroken())
        return;
    flush();
    m_session->called();
}

void SshChannel::flush()
{
    while (!m_queue.isEmpty()) {
        if (ssh_channel_is_closed(m_channel)) {
            m_queue.clear();
            return;
        }
        // Within the window, so that libssh need not wait for it to grow.
        const auto room = qsizetype(ssh_channel_window_size(m_channel));
        const auto count = std::min({m_queue.size(), room, mostPerRead});
        const int written
            = count > 0 ? ssh_channel_write(m_channel, m_queue.constData(), uint32_t(count)) : 0;
        if (written <= 0)
            return;
        m_queue.remove(0, written);
    }
    if (m_closing && !ssh_channel_is_closed(m_channel))
        ssh_channel_send_eof(m_channel);
}

void SshChannel::take(bool errors, QByteArray &into, qsizetype room)
{
    while (room > 0) {
        const int ready = ssh_channel_poll(m_channel, errors);
        if (ready <= 0)
            return;
        const qsizetype before = into.size();
        const auto step = std::min<qsizetype>(ready, room);
        into.resize(before + step);
        const int count
            = ssh_channel_read_nonblocking(m_channel, into.data() + before, uint32_t(step), errors);
        into.resize(before + std::max(count, 0));
        room -= std::max(count, 0);
        if (count <= 0)
            return;
    }
}

/// A command has ended when its exit status is there, too: sshd sends that after the end of output.
bool SshChannel::hasEnded()
{
    if (!ssh_channel_is_eof(m_channel))
        return false;
    if (!m_isCommand)
        return true;
    uint32_t code = 0;
    char *signal = nullptr;
    const bool known = ssh_channel_get_exit_state(m_channel, &code, &signal, nullptr) == SSH_OK;
    if (known && !signal)
        m_exitCode = int(code);
    ssh_string_free_char(signal);
    return known || ssh_channel_is_closed(m_channel);
}

Task<bool> SshChannel::taken(qsizetype most, Deadline deadline)
{
    while (m_queue.size() > most && !m_session->isBroken()) {
        if (!co_await m_session->activity().next(deadline))
            co_return false;
    }
    co_return !m_session->isBroken();
}

Task<Result<Chunk>> SshChannel::read(Deadline deadline)
{
    co_await sleepFor(0ms); // as DescriptorChannel::read
    while (!m_session->isBroken() && !deadline.hasExpired()) {
        Chunk chunk;
        take(true, chunk.err, mostPerRead / 2);
        take(false, chunk.out, mostPerRead - chunk.err.size());
        if (chunk.out.isEmpty() && chunk.err.isEmpty())
            chunk.atEnd = hasEnded();
        m_session->called();
        if (chunk.atEnd || !chunk.out.isEmpty() || !chunk.err.isEmpty())
            co_return chunk;
        if (!co_await m_session->activity().next(deadline))
            break;
    }
    if (m_session->isBroken())
        co_return std::unexpected(m_session->error());
    co_return failure(PHRASE("transport", "No answer came in time"));
}

} // namespace plumbline
