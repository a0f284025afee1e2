// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/newlines.h"

#include <algorithm>
#include <cstring>

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace plumbline {

qint64 portable::countNewlines(QByteArrayView text)
{
    return std::count(text.begin(), text.end(), '\n');
}

#ifdef __x86_64__
__attribute__((target("avx2"))) static qint64 countWide(QByteArrayView text)
{
    constexpr qsizetype width = sizeof(__m256i);
    const char *at = text.data();
    qsizetype left = text.size();
    const __m256i newline = _mm256_set1_epi8('\n');
    const __m256i zero = _mm256_setzero_si256();
    __m256i sums = zero;
    while (left >= width) {
        // Each of the 32 lanes counts in a byte, which has to be emptied before it overflows.
        const qsizetype rounds = std::min<qsizetype>(left / width, 255);
        __m256i lanes = zero;
        for (qsizetype round = 0; round < rounds; ++round, at += width) {
            const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(at));
            lanes = _mm256_sub_epi8(lanes, _mm256_cmpeq_epi8(bytes, newline));
        }
        sums = _mm256_add_epi64(sums, _mm256_sad_epu8(lanes, zero));
        left -= rounds * width;
    }
    alignas(width) qint64 parts[4];
    _mm256_store_si256(reinterpret_cast<__m256i *>(parts), sums);
    return parts[0] + parts[1] + parts[2] + parts[3]
        + portable::countNewlines(QByteArrayView(at, left));
}
#endif

qint64 countNewlines(QByteArrayView text)
{
#ifdef __x86_64__
    static const bool isWide = __builtin_cpu_supports("avx2");
    if (isWide)
        return countWide(text);
#endif
    return portable::countNewlines(text);
}

qsizetype behindNewline(QByteArrayView text, qint64 count)
{
    qsizetype at = 0;
    while (count > 0) {
        // Blocks first: one count is quicker than as many searches.
        constexpr qsizetype block = 512;
        if (text.size() - at >= block) {
            const qint64 here = countNewlines(text.sliced(at, block));
            if (here < count) {
                count -= here;
                at += block;
                continue;
            }
        }
        const qsizetype end = lineEnd(text, at);
        if (end == text.size())
            return -1;
        at = end + 1;
        --count;
    }
    return at;
}

qsizetype lineStart(QByteArrayView text, qsizetype at)
{
    if (at == 0)
        return 0;
    const void *found = memrchr(text.data(), '\n', size_t(at));
    return found ? static_cast<const char *>(found) - text.data() + 1 : 0;
}

qsizetype lineEnd(QByteArrayView text, qsizetype at)
{
    if (at >= text.size())
        return text.size();
    const void *found = std::memchr(text.data() + at, '\n', size_t(text.size() - at));
    return found ? static_cast<const char *>(found) - text.data() : text.size();
}

} // namespace plumbline
