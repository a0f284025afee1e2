// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/block_graph.h"
#include "formats/json_tree.h"

namespace plumbline {

/// Adds the node that the options of a -blockdev describe, and the children that are described
/// within it, to the graph. Returns its name: its node-name, else the one given.
/// `direct` is the cache.direct of the node that it is described in, which it inherits.
QByteArray addBlockNode(
    BlockGraph &graph, const JsonValue &options, const QByteArray &otherwise, bool direct = false);

/// Adds the protocol node that QEMU makes of a file name: a path, nbd:…, nbd+unix://…, json:{…}.
QByteArray addFilenameNode(BlockGraph &graph, const QByteArray &filename, const QByteArray &name);

} // namespace plumbline
