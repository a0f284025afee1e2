// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/phrase.h"

#include <QString>

#include <expected>
#include <utility>

namespace plumbline {

/// Why something could not be done, in words for the user, and where (a line, a path, a host).
struct Error
{
    Phrase what;
    QString where;

    /// "what (where)" in the application's language.
    QString text() const
    {
        return where.isEmpty() ? what.text() : what.text() + QLatin1String(" (") + where + u')';
    }
    friend bool operator==(const Error &, const Error &) = default;
};

template <typename T> using Result = std::expected<T, Error>;

inline std::unexpected<Error> failure(Phrase what, QString where = {})
{
    return std::unexpected(Error{std::move(what), std::move(where)});
}

} // namespace plumbline
