// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace plumbline {

// What became of one TCP connection, and which program tried: a word of ours, and what the program
// said.
//
//     answers bash
//     refuses python3 [Errno 111] Connection refused
//     silent nc
//     untried

struct PortAnswer
{
    enum Kind {
        Answers,
        Refuses, ///< a machine is there, and nobody listens
        Unreachable, ///< a router, or this host, says that there is no way
        Silent, ///< nothing came back
        Untried, ///< the host has neither bash nor python3 nor nc
        Failed, ///< something else, in the program's own words
    };
    Kind kind = Failed;
    QByteArray program;
    QByteArray words;

    friend bool operator==(const PortAnswer &, const PortAnswer &) = default;
};

Result<PortAnswer> readPortAnswer(QByteArrayView text);

} // namespace plumbline
