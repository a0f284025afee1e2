// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_pieces.h"

#include "transport/file_descriptor.h"

#include <QFile>

#include <cerrno>
#include <memory>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace plumbline {

// What the processor's own cache holds: the bytes are looked at while they are there.
static constexpr size_t pieceSize = 256 * 1024;

static std::unexpected<Error> systemError(const QString &name)
{
    return failure(Phrase::verbatim(qt_error_string(errno)), name);
}

Result<void> readPieces(const QString &name, const std::function<void(QByteArrayView)> &take)
{
    const bool isInput = name == QLatin1String("-");
    FileDescriptor file;
    if (!isInput) {
        file = FileDescriptor(::open(QFile::encodeName(name).constData(), O_RDONLY | O_CLOEXEC));
        if (!file.isOpen())
            return systemError(name);
    }
    const int descriptor = isInput ? STDIN_FILENO : file.number();
    (void)::posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
    const std::unique_ptr<char[]> piece(new char[pieceSize]);
    for (;;) {
        const ssize_t got = ::read(descriptor, piece.get(), pieceSize);
        if (got == 0)
            return {};
        if (got > 0)
            take(QByteArrayView(piece.get(), got));
        else if (errno != EINTR)
            return systemError(name);
    }
}

} // namespace plumbline
