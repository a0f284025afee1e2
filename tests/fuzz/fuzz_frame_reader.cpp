// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Form feeds cut the input into pieces that arrive on standard output and standard error in turn.
// The same two streams in one piece each have to give the same answers.
#include "transport/frame_reader.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace plumbline;

static constexpr qsizetype questionCount = 8;

static FramedScript script()
{
    FramedScript script;
    script.marker = "PLB";
    script.quick = {0, 2};
    script.lanes = {{{1}, false}, {{3, 4, 5}, true}, {{6}, false}, {{7}, true}};
    return script;
}

static bool isSame(const FramedAnswer &one, const FramedAnswer &other)
{
    return one.progress == other.progress && one.out == other.out && one.err == other.err
        && one.exitCode == other.exitCode && one.begin == other.begin && one.end == other.end
        && one.truncated == other.truncated && one.hangingPid == other.hangingPid
        && one.hangingSeconds == other.hangingSeconds;
}

static void require(bool condition)
{
    if (!condition)
        std::abort();
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    FrameReader pieces(script(), questionCount);
    QByteArray out;
    QByteArray err;
    bool isOut = true;
    for (const QByteArray &piece : input.split('\f')) {
        if (isOut)
            pieces.readOut(piece);
        else
            pieces.readErr(piece);
        (isOut ? out : err) += piece;
        isOut = !isOut;
    }
    FrameReader whole(script(), questionCount);
    whole.readErr(err);
    whole.readOut(out);
    require(whole.isComplete() == pieces.isComplete());
    const bool complete = whole.isComplete();
    pieces.finish();
    whole.finish();
    for (const qsizetype i : script().quick)
        require(!complete || whole.answer(i).progress == FramedAnswer::Ended);
    for (qsizetype i = 0; i < questionCount; ++i) {
        const FramedAnswer &answer = whole.answer(i);
        require(isSame(answer, pieces.answer(i)));
        require(answer.out.size() <= FrameReader::outputLimit);
        require(answer.progress != FramedAnswer::Ended || answer.exitCode);
        // Nothing that comes after its end changes an answer.
        require(!complete || answer.progress != FramedAnswer::Started || !answer.exitCode);
    }
    return 0;
}
