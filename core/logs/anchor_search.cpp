// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/anchor_search.h"

#include <bit>
#include <cstring>

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace plumbline {

static unsigned lowHalf(char c)
{
    return uchar(c) & 15U;
}

static unsigned highHalf(char c)
{
    return uchar(c) >> 4U;
}

// How often a byte stands in kernel logs, roughly and in per cent: buckets are filled so that they
// let little through that is no anchor.
static double commonness(char c)
{
    if (c >= '0' && c <= '9')
        return 3;
    if (c >= 'a' && c <= 'z')
        return QByteArrayView("etaoinsrdl").contains(c) ? 4 : 1.5;
    if (c == ' ')
        return 6;
    if (QByteArrayView(":.[]_-/=").contains(c))
        return 1.5;
    return c < ' ' ? 0.02 : 0.3; // from 128 on too
}

// Four letters of an English word are rarely alone in their word: "lock", "stem". What holds a
// capital, a blank or punctuation is told by far fewer lines.
static double commonnessOf(QByteArrayView four)
{
    double common = 1;
    bool isInWord = true;
    for (const char c : four) {
        common *= commonness(c);
        isInWord = isInWord && c >= 'a' && c <= 'z';
    }
    return isInWord ? common * 100 : common;
}

static quint32 numberOf(const char *four)
{
    quint32 number = 0;
    std::memcpy(&number, four, sizeof number);
    return number;
}

AnchorSearch::AnchorSearch(std::vector<QByteArrayView> anchors) : m_anchors(std::move(anchors))
{
    Q_ASSERT(m_anchors.size() <= mostAnchors);
    for (int anchor = 0; anchor < int(m_anchors.size()); ++anchor)
        put(anchor);
    for (size_t place = 0; place < places; ++place) {
        for (unsigned byte = 0; byte < 256; ++byte)
            m_whole[place][byte] = m_low[place][byte & 15U] & m_high[place][byte >> 4U];
    }
}

// What share of all places in a text the bucket would let through if it had these four bytes too.
double AnchorSearch::cost(int bucket, QByteArrayView four) const
{
    const auto bit = quint8(1U << unsigned(bucket));
    double through = 1;
    for (qsizetype place = 0; place < places; ++place) {
        const auto index = size_t(place);
        double sum = 0;
        for (int byte = 0; byte < 256; ++byte) {
            const char c = char(byte);
            const bool low = m_low[index][lowHalf(c)] & bit || lowHalf(c) == lowHalf(four[place]);
            const bool high
                = m_high[index][highHalf(c)] & bit || highHalf(c) == highHalf(four[place]);
            sum += low && high ? commonness(c) : 0;
        }
        through *= sum / 100;
    }
    return through;
}

void AnchorSearch::put(int anchor)
{
    const QByteArrayView text = m_anchors[size_t(anchor)];
    Q_ASSERT(text.size() >= places);
    qsizetype best = 0;
    for (qsizetype place = 1; place + places <= text.size(); ++place) {
        if (commonnessOf(text.sliced(place, places)) < commonnessOf(text.sliced(best, places)))
            best = place;
    }
    const QByteArrayView four = text.sliced(best, places);
    int cheapest = 0;
    double least = 1e9;
    for (int bucket = 0; bucket < 8; ++bucket) {
        const auto &filled = m_buckets[size_t(bucket)];
        // One of its own four bytes more changes nothing: that is what it costs now.
        const double now = filled.empty()
            ? 0
            : cost(bucket, m_anchors[size_t(filled[0].anchor)].sliced(filled[0].place, places));
        const double growth = cost(bucket, four) - now;
        if (growth < least) {
            least = growth;
            cheapest = bucket;
        }
    }
    m_buckets[size_t(cheapest)].push_back({anchor, best, numberOf(four.data())});
    for (qsizetype place = 0; place < places; ++place) {
        m_low[size_t(place)][lowHalf(four[place])] |= quint8(1U << unsigned(cheapest));
        m_high[size_t(place)][highHalf(four[place])] |= quint8(1U << unsigned(cheapest));
    }
}

AnchorSearch::Anchors AnchorSearch::compare(
    QByteArrayView text, qsizetype at, unsigned buckets) const
{
    const quint32 four = numberOf(text.data() + at);
    Anchors found;
    for (; buckets; buckets &= buckets - 1) {
        for (const Bucketed &each : m_buckets[size_t(std::countr_zero(buckets))]) {
            if (each.four != four || at < each.place)
                continue;
            if (text.sliced(at - each.place).startsWith(m_anchors[size_t(each.anchor)]))
                found.set(size_t(each.anchor));
        }
    }
    return found;
}

AnchorSearch::Hit AnchorSearch::nextPortable(QByteArrayView text, qsizetype from) const
{
    const auto buckets = [this](size_t place, char c) { return m_whole[place][uchar(c)]; };
    for (qsizetype at = from; at + places <= text.size(); ++at) {
        const char *four = text.data() + at;
        const unsigned agreed = unsigned(buckets(0, four[0])) & buckets(1, four[1])
            & buckets(2, four[2]) & buckets(3, four[3]);
        if (!agreed)
            continue;
        if (const Anchors anchors = compare(text, at, agreed); anchors.any())
            return {at, anchors};
    }
    return {};
}

#ifdef __x86_64__
__attribute__((target("avx2"))) static inline __m256i twice(const quint8 *entries)
{
    return _mm256_broadcastsi128_si256(_mm_loadu_si128(reinterpret_cast<const __m128i *>(entries)));
}

// One place's lookup for 32 bytes: which buckets have a text with such a byte there.
__attribute__((target("avx2"))) static inline __m256i bucketsOf(
    const char *at, const quint8 *low, const quint8 *high)
{
    const __m256i half = _mm256_set1_epi8(15);
    const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(at));
    const __m256i upper = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half);
    return _mm256_and_si256(_mm256_shuffle_epi8(twice(low), _mm256_and_si256(bytes, half)),
        _mm256_shuffle_epi8(twice(high), upper));
}

__attribute__((target("avx2"))) AnchorSearch::Hit AnchorSearch::nextWide(
    QByteArrayView text, qsizetype from) const
{
    constexpr qsizetype width = sizeof(__m256i);
    const __m256i zero = _mm256_setzero_si256();
    qsizetype at = from;
    for (; at + width + places - 1 <= text.size(); at += width) {
        const char *bytes = text.data() + at;
        const __m256i agreed
            = _mm256_and_si256(_mm256_and_si256(bucketsOf(bytes, m_low[0].data(), m_high[0].data()),
                                   bucketsOf(bytes + 1, m_low[1].data(), m_high[1].data())),
                _mm256_and_si256(bucketsOf(bytes + 2, m_low[2].data(), m_high[2].data()),
                    bucketsOf(bytes + 3, m_low[3].data(), m_high[3].data())));
        unsigned candidates = ~unsigned(_mm256_movemask_epi8(_mm256_cmpeq_epi8(agreed, zero)));
        if (!candidates)
            continue;
        alignas(width) quint8 buckets[width];
        _mm256_store_si256(reinterpret_cast<__m256i *>(buckets), agreed);
        for (; candidates; candidates &= candidates - 1) {
            const int offset = std::countr_zero(candidates);
            if (const Anchors anchors = compare(text, at + offset, buckets[offset]); anchors.any())
                return {at + offset, anchors};
        }
    }
    return nextPortable(text, at);
}
#else
AnchorSearch::Hit AnchorSearch::nextWide(QByteArrayView text, qsizetype from) const
{
    return nextPortable(text, from);
}
#endif

AnchorSearch::Hit AnchorSearch::next(QByteArrayView text, qsizetype from) const
{
#ifdef __x86_64__
    static const bool isWide = __builtin_cpu_supports("avx2");
    if (isWide)
        return nextWide(text, from);
#endif
    return nextPortable(text, from);
}

} // namespace plumbline
