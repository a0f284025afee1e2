// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include "listing.h"

#include <QByteArrayView>

#include <vector>

namespace plumbline::tests {

/// A format under test: its fixture folder, and what its reader makes of a text, as text.
struct Format
{
    const char *name;
    QByteArray (*render)(QByteArrayView);
};

/// What a reader made of a text; a failure is a rendering too.
template <typename T, typename Show> QByteArray rendering(const Result<T> &result, const Show &show)
{
    if (!result)
        return "unreadable: " + result.error().text().toUtf8() + '\n';
    Listing out;
    show(out, *result);
    return out.text().isEmpty() ? QByteArray("nothing\n") : out.text();
}

std::vector<Format> kernelFormats();
std::vector<Format> blockFormats();
std::vector<Format> ownFormats();
std::vector<Format> qmpFormats();
std::vector<Format> libvirtFormats();
std::vector<Format> sideChannelFormats();
std::vector<Format> consoleFormats();

} // namespace plumbline::tests
