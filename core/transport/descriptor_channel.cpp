// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/descriptor_channel.h"

#include <sys/socket.h>

#include <cerrno>
#include <csignal>
#include <cstring>

namespace plumbline {

using namespace std::chrono_literals;

static constexpr qsizetype mostPerRead = 256 * 1024;

/// write(2), but EPIPE alone when the reader is gone: the signal that comes with it would end the
/// program, and what it does is not ours to change.
static ssize_t writeQuietly(int descriptor, const QByteArray &bytes)
{
    sigset_t brokenPipe;
    sigset_t before;
    sigset_t pending;
    sigemptyset(&brokenPipe);
    sigaddset(&brokenPipe, SIGPIPE);
    sigpending(&pending);
    pthread_sigmask(SIG_BLOCK, &brokenPipe, &before);
    const ssize_t count = ::write(descriptor, bytes.constData(), size_t(bytes.size()));
    const int error = errno;
    if (count < 0 && error == EPIPE && !sigismember(&pending, SIGPIPE)) {
        constexpr timespec atOnce{};
        sigtimedwait(&brokenPipe, nullptr, &atOnce);
    }
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    errno = error;
    return count;
}

DescriptorChannel::DescriptorChannel(FileDescriptor socket) : m_isSocket(true)
{
    m_output.descriptor = FileDescriptor(::dup(socket.number()));
    m_input = std::move(socket);
    m_errors.atEnd = true;
    watch(m_output);
}

DescriptorChannel::DescriptorChannel(
    FileDescriptor input, FileDescriptor output, FileDescriptor errors)
    : m_input(std::move(input))
{
    m_output.descriptor = std::move(output);
    m_errors.descriptor = std::move(errors);
    watch(m_output);
    watch(m_errors);
}

DescriptorChannel::~DescriptorChannel() = default;

void DescriptorChannel::watch(Stream &stream)
{
    stream.notifier
        = std::make_unique<QSocketNotifier>(stream.descriptor.number(), QSocketNotifier::Read);
    stream.notifier->setEnabled(false);
    QObject::connect(stream.notifier.get(), &QSocketNotifier::activated, &m_activity,
        [this, notifier = stream.notifier.get()] {
            notifier->setEnabled(false);
            m_activity.notify();
        });
}

Result<void> DescriptorChannel::write(QByteArray bytes)
{
    if (m_closing || !m_input.isOpen())
        return failure(PHRASE("transport", "The far side no longer takes input"));
    m_queue += bytes;
    flush();
    return {};
}

void DescriptorChannel::closeWrite()
{
    m_closing = true;
    flush();
}

void DescriptorChannel::flush()
{
    while (!m_queue.isEmpty() && m_input.isOpen()) {
        const ssize_t count = writeQuietly(m_input.number(), m_queue);
        if (count > 0) {
            m_queue.remove(0, count);
            m_activity.notify();
        } else if (count < 0 && errno == EAGAIN) {
            if (!m_writable) {
                m_writable
                    = std::make_unique<QSocketNotifier>(m_input.number(), QSocketNotifier::Write);
                QObject::connect(m_writable.get(), &QSocketNotifier::activated, &m_activity,
                    [this] { flush(); });
            }
            m_writable->setEnabled(true);
            return;
        } else if (count < 0 && errno != EINTR) {
            m_queue.clear();
            m_closing = true;
        }
    }
    if (m_writable)
        m_writable->setEnabled(false);
    if (!m_closing || !m_input.isOpen())
        return;
    if (m_isSocket)
        ::shutdown(m_input.number(), SHUT_WR);
    if (m_writable)
        m_writable.release()->deleteLater(); // this may be its own signal
    m_input.close();
}

void DescriptorChannel::take(Stream &stream, QByteArray &into, qsizetype room)
{
    while (!stream.atEnd && room > 0) {
        const qsizetype before = into.size();
        const qsizetype step = std::min<qsizetype>(room, 64 * 1024);
        into.resize(before + step);
        const ssize_t count
            = ::read(stream.descriptor.number(), into.data() + before, size_t(step));
        const int error = errno;
        into.resize(before + std::max<ssize_t>(count, 0));
        room -= std::max<ssize_t>(count, 0);
        if (count < 0 && error == EINTR)
            continue;
        if (count < 0 && error == EAGAIN)
            return;
        if (count <= 0) { // a socket that was reset has ended, too
            stream.atEnd = true;
            stream.notifier->setEnabled(false);
        }
    }
}

Task<bool> DescriptorChannel::taken(qsizetype most, Deadline deadline)
{
    while (m_queue.size() > most) {
        if (!co_await m_activity.next(deadline))
            co_return false;
    }
    co_return true;
}

Task<Result<Chunk>> DescriptorChannel::read(Deadline deadline)
{
    // A far side that always has more takes no turn of the others on this thread, nor can it make
    // reads that return at once pile up on the stack.
    co_await sleepFor(0ms);
    while (!deadline.hasExpired()) {
        Chunk chunk;
        take(m_errors, chunk.err, mostPerRead / 2);
        take(m_output, chunk.out, mostPerRead - chunk.err.size());
        if (m_output.atEnd && m_errors.atEnd) {
            const Result<bool> over = isOver();
            if (!over)
                co_return std::unexpected(over.error());
            chunk.atEnd = *over;
        }
        if (chunk.atEnd || !chunk.out.isEmpty() || !chunk.err.isEmpty())
            co_return chunk;
        for (Stream *stream : {&m_output, &m_errors}) {
            if (!stream->atEnd)
                stream->notifier->setEnabled(true);
        }
        if (!co_await m_activity.next(deadline))
            break;
    }
    co_return failure(PHRASE("transport", "No answer came in time"));
}

} // namespace plumbline
