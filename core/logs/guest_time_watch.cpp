// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/guest_time_watch.h"

#include "logs/newlines.h"

#include <QtEndian>

#include <bit>
#include <charconv>
#include <cstring>

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace plumbline {

static constexpr qsizetype usualDigits = 5; // "[%5lu.%06lu]", kernel/printk
static constexpr qsizetype mostDigits = 10;
static constexpr qsizetype shortestStamp = usualDigits + 9;
static constexpr double tolerated = 1; // s: processors' clocks differ, buffers are flushed late
static constexpr qint64 stampsBetweenSteps = 1000;

// How many characters stand before the point; 0 when that is no stamp.
static inline qsizetype wholeDigits(const char *line, qsizetype size)
{
    for (qsizetype digits = usualDigits; digits <= mostDigits && digits + 8 < size; ++digits) {
        if (line[digits + 1] == '.')
            return line[digits + 8] == ']' ? digits : 0;
    }
    return 0;
}

static double secondsOf(const char *line, qsizetype digits)
{
    const char *first = line + 1;
    const char *last = line + digits + 8;
    while (*first == ' ')
        ++first;
    double seconds = -1;
    const auto read = std::from_chars(first, last, seconds, std::chars_format::fixed);
    return read.ec == std::errc() && read.ptr == last ? seconds : -1;
}

inline void GuestTimeWatch::lookAt(QByteArrayView lines, qsizetype start)
{
    const qsizetype size = lines.size() - start;
    const char *line = lines.data() + start;
    if (size < shortestStamp || line[0] != '[')
        return;
    const qsizetype digits = wholeDigits(line, size);
    if (digits == 0)
        return;
    ++m_stampsSinceStep;
    // Stamps of one width are in the order of their characters, a blank before the digits.
    const auto order = [](const char *stamp) { return qFromBigEndian<quint64>(stamp + 1); };
    if (digits == m_lastDigits && order(line) >= order(m_last.data())) {
        std::memcpy(m_last.data(), line, size_t(digits + 9));
    } else {
        lookSlowly(lines, start, digits);
    }
}

void GuestTimeWatch::lookSlowly(QByteArrayView lines, qsizetype start, qsizetype digits)
{
    const char *line = lines.data() + start;
    const double now = secondsOf(line, digits);
    if (now < 0)
        return;
    if (m_lastDigits > 0) {
        const double last = secondsOf(m_last.data(), m_lastDigits);
        if (now < last && last - now <= tolerated)
            return;
        if (now < last && m_stampsSinceStep > stampsBetweenSteps) {
            m_steps.push_back({start, last, now});
            m_stampsSinceStep = 0;
        }
    }
    std::memcpy(m_last.data(), line, size_t(digits + 9));
    m_lastDigits = digits;
}

void GuestTimeWatch::lookBehindEnds(QByteArrayView lines)
{
    for (qsizetype end = lineEnd(lines, 0); end < lines.size(); end = lineEnd(lines, end + 1))
        lookAt(lines, end + 1);
}

#ifdef __x86_64__
__attribute__((target("avx2"))) void GuestTimeWatch::lookWide(QByteArrayView lines)
{
    constexpr qsizetype width = sizeof(__m256i);
    const __m256i newline = _mm256_set1_epi8('\n');
    qsizetype at = 0;
    for (; at + width <= lines.size(); at += width) {
        const __m256i bytes
            = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(lines.data() + at));
        unsigned ends = unsigned(_mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes, newline)));
        for (; ends; ends &= ends - 1)
            lookAt(lines, at + std::countr_zero(ends) + 1);
    }
    for (qsizetype end = lineEnd(lines, at); end < lines.size(); end = lineEnd(lines, end + 1))
        lookAt(lines, end + 1);
}
#else
void GuestTimeWatch::lookWide(QByteArrayView lines)
{
    lookBehindEnds(lines);
}
#endif

std::vector<GuestTimeWatch::Step> GuestTimeWatch::look(QByteArrayView lines)
{
    m_steps.clear();
    lookAt(lines, 0);
#ifdef __x86_64__
    static const bool isWide = __builtin_cpu_supports("avx2");
    if (isWide)
        lookWide(lines);
    else
#endif
        lookBehindEnds(lines);
    return std::exchange(m_steps, {});
}

} // namespace plumbline
