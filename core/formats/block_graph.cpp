// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/block_graph.h"

namespace plumbline {

/// More than anybody stacks; a longer way is a circle, which QEMU would never accept.
constexpr qsizetype levelsAtMost = 64;

const BlockNode *BlockGraph::node(QByteArrayView name) const
{
    for (const BlockNode &node : nodes) {
        if (node.nodeName == name)
            return &node;
    }
    return nullptr;
}

QList<BlockNode> BlockGraph::chain(QByteArrayView top) const
{
    QList<BlockNode> chain;
    for (const BlockNode *next = node(top); next; next = node(next->file)) {
        if (chain.size() >= levelsAtMost)
            return {};
        chain.append(*next);
        if (next->file.isEmpty())
            break;
    }
    return chain;
}

} // namespace plumbline
