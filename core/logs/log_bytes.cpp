// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/log_bytes.h"

#include <QFile>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace plumbline {

namespace {

class FileBytes : public LogBytes
{
public:
    FileBytes(int descriptor, QByteArray path) : m_descriptor(descriptor), m_path(std::move(path))
    {
    }
    FileBytes(const FileBytes &) = delete;
    FileBytes &operator=(const FileBytes &) = delete;
    ~FileBytes() override { close(m_descriptor); }

    qint64 size() const override
    {
        struct stat about{};
        if (fstat(m_descriptor, &about) != 0)
            return m_largest;
        qint64 before = m_largest;
        while (before < about.st_size && !m_largest.compare_exchange_weak(before, about.st_size)) {
        }
        // Once and for all: that it grows again brings nothing back.
        if (about.st_size < before)
            m_isCut = true;
        return about.st_size;
    }

    qsizetype read(qint64 offset, std::span<char> into) const override
    {
        size_t done = 0;
        while (done < into.size()) {
            const ssize_t got = pread(
                m_descriptor, into.data() + done, into.size() - done, offset + qint64(done));
            if (got < 0 && errno == EINTR)
                continue;
            if (got <= 0)
                break;
            done += size_t(got);
        }
        return qsizetype(done);
    }

    Fate fate() const override
    {
        size();
        if (m_isCut)
            return Fate::Cut;
        struct stat own{};
        struct stat named{};
        if (fstat(m_descriptor, &own) == 0 && stat(m_path.constData(), &named) == 0
            && (own.st_ino != named.st_ino || own.st_dev != named.st_dev))
            return Fate::Replaced;
        return Fate::Same;
    }

private:
    int m_descriptor;
    QByteArray m_path;
    mutable std::atomic<qint64> m_largest{0};
    mutable std::atomic<bool> m_isCut{false};
};

class MemoryBytes : public LogBytes
{
public:
    explicit MemoryBytes(QByteArray text) : m_text(std::move(text)) { }

    qint64 size() const override { return m_text.size(); }
    qsizetype read(qint64 offset, std::span<char> into) const override
    {
        const qint64 left = std::max<qint64>(0, m_text.size() - offset);
        const auto length = size_t(std::min<qint64>(left, qint64(into.size())));
        if (length > 0)
            std::memcpy(into.data(), m_text.constData() + offset, length);
        return qsizetype(length);
    }

private:
    QByteArray m_text;
};

} // namespace

Result<std::shared_ptr<const LogBytes>> openLogFile(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    // A pipe without a writer would be waited for.
    const int descriptor = open(name.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0) {
        return failure(
            PHRASE("logs", "cannot be read: %1").arg(QString::fromLocal8Bit(strerror(errno))),
            path);
    }
    auto bytes = std::make_shared<const FileBytes>(descriptor, name);
    struct stat about{};
    if (fstat(descriptor, &about) != 0 || !S_ISREG(about.st_mode))
        return failure(PHRASE("logs", "is no regular file"), path);
    return bytes;
}

std::shared_ptr<const LogBytes> logInMemory(QByteArray text)
{
    return std::make_shared<const MemoryBytes>(std::move(text));
}

} // namespace plumbline
