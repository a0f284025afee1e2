// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/kernel_stacks.h"

#include "formats/line_reader.h"

namespace plumbline {

const KernelStack *KernelStacks::thread(qint64 tid) const
{
    for (const KernelStack &thread : threads) {
        if (thread.tid == tid)
            return &thread;
    }
    return nullptr;
}

// "[<0>] nfs_getattr+0x1a7/0x3c0 [nfs]", with an address for the 0 on old kernels.
static QByteArray functionOf(QByteArrayView frame)
{
    TextCursor cursor(frame);
    QByteArrayView word = cursor.word();
    if (word.startsWith("[<"))
        word = cursor.word();
    const qsizetype plus = word.isEmpty() ? -1 : word.indexOf('+');
    return (plus < 0 ? word : word.first(plus)).toByteArray();
}

static bool readThread(KernelStacks &stacks, const LineReader &lines)
{
    TextCursor cursor(lines.line());
    const auto tid = cursor.number<qint64>();
    if (!tid || !cursor.skip('\t'))
        return false;
    const auto state = cursor.until('\t');
    if (!state || state->size() > 1)
        return false;
    stacks.threads.append({.tid = *tid,
        .state = state->isEmpty() ? '?' : state->front(),
        .comm = cursor.remaining().toByteArray(),
        .functions = {},
        .line = lines.number(),
        .lastLine = lines.number()});
    return true;
}

Result<KernelStacks> readKernelStacks(QByteArrayView text)
{
    KernelStacks stacks;
    LineReader lines(text);
    while (lines.next()) {
        if (lines.isCut())
            return lines.cutShort();
        if (lines.line().startsWith('\t') && !stacks.threads.isEmpty()) {
            KernelStack &thread = stacks.threads.last();
            thread.functions.append(functionOf(lines.line().sliced(1)));
            thread.lastLine = lines.number();
        } else if (!readThread(stacks, lines)) {
            return lines.unreadable(PHRASE("formats", "a thread's number, state and name"));
        }
    }
    if (stacks.threads.isEmpty())
        return unreadableAt(PHRASE("formats", "at least one thread"), 1, 1);
    return stacks;
}

} // namespace plumbline
