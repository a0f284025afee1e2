// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <span>

namespace plumbline {

/// Where the bytes of a log lie. Read piece by piece and never mapped: a file that is cut while it
/// is mapped kills the program. All may be called by several threads at once.
class LogBytes
{
public:
    virtual ~LogBytes() = default;

    /// What has become of the source since it was opened.
    enum class Fate {
        Same,
        Cut, ///< it is shorter than it was: what was read is gone
        Replaced, ///< another file has its name now, as after a rotation; this one can still be
                  ///< read
    };

    /// Bytes that there are now.
    virtual qint64 size() const = 0;
    /// Reads from an offset on and tells how many bytes there were; fewer than asked at the end.
    virtual qsizetype read(qint64 offset, std::span<char> into) const = 0;
    virtual Fate fate() const { return Fate::Same; }
};

/// A regular file; fails where it is none or cannot be read. May wait for a storage that does not
/// answer: not to be called where nothing may wait.
Result<std::shared_ptr<const LogBytes>> openLogFile(const QString &path);

/// A text that is at hand.
std::shared_ptr<const LogBytes> logInMemory(QByteArray text);

} // namespace plumbline
