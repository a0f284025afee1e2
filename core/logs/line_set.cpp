// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/line_set.h"

#include <algorithm>
#include <bit>

namespace plumbline {

static constexpr qint64 bitsOfWord = 64;
static constexpr size_t wordsOfBlock = 64;

void LineSet::appendWord(quint64 bits)
{
    if (m_words.size() % wordsOfBlock == 0)
        m_before.push_back(m_count);
    m_words.push_back(bits);
    m_count += std::popcount(bits);
}

void LineSet::append(qint64 line)
{
    const auto index = size_t(line / bitsOfWord);
    while (m_words.size() <= index)
        appendWord(0);
    const quint64 bit = quint64(1) << (line % bitsOfWord);
    if ((m_words[index] & bit) == 0) {
        m_words[index] |= bit;
        ++m_count;
    }
}

void LineSet::clear()
{
    *this = {};
}

bool LineSet::contains(qint64 line) const
{
    return line >= 0 && (word(size_t(line / bitsOfWord)) >> (line % bitsOfWord) & 1U);
}

void LineSet::cutFrom(qint64 line)
{
    const auto index = size_t(line / bitsOfWord);
    if (index >= m_words.size())
        return;
    const quint64 kept = m_words[index] & ((quint64(1) << (line % bitsOfWord)) - 1);
    m_count = rank(line);
    m_count -= std::popcount(kept);
    m_words.resize(index);
    m_before.resize((index + wordsOfBlock - 1) / wordsOfBlock);
    appendWord(kept);
}

qint64 LineSet::rank(qint64 line) const
{
    if (line <= 0)
        return 0;
    const auto index = size_t(line / bitsOfWord);
    if (index >= m_words.size())
        return m_count;
    qint64 count = m_before[index / wordsOfBlock];
    for (size_t i = index / wordsOfBlock * wordsOfBlock; i < index; ++i)
        count += std::popcount(m_words[i]);
    const quint64 below = (quint64(1) << (line % bitsOfWord)) - 1;
    return count + std::popcount(m_words[index] & below);
}

std::optional<qint64> LineSet::at(qint64 n) const
{
    if (n < 0 || n >= m_count)
        return std::nullopt;
    const auto block = std::upper_bound(m_before.begin(), m_before.end(), n) - 1;
    qint64 left = n - *block;
    auto index = size_t(block - m_before.begin()) * wordsOfBlock;
    for (; left >= std::popcount(m_words[index]); ++index)
        left -= std::popcount(m_words[index]);
    quint64 bits = m_words[index];
    for (; left > 0; --left)
        bits &= bits - 1;
    return qint64(index) * bitsOfWord + std::countr_zero(bits);
}

std::optional<qint64> LineSet::lastUpTo(qint64 line) const
{
    return line < 0 ? std::nullopt : at(rank(line + 1) - 1);
}

std::optional<qint64> LineSet::nextInBoth(const LineSet &one, const LineSet &other, qint64 line)
{
    line = std::max<qint64>(line, 0);
    auto index = size_t(line / bitsOfWord);
    const size_t end = std::min(one.m_words.size(), other.m_words.size());
    for (quint64 wanted = ~quint64(0) << (line % bitsOfWord); index < end;
        ++index, wanted = ~quint64(0)) {
        if (const quint64 both = one.m_words[index] & other.m_words[index] & wanted)
            return qint64(index) * bitsOfWord + std::countr_zero(both);
    }
    return std::nullopt;
}

std::optional<qint64> LineSet::lastInBoth(const LineSet &one, const LineSet &other, qint64 line)
{
    const size_t end = std::min(one.m_words.size(), other.m_words.size());
    if (line < 0 || end == 0)
        return std::nullopt;
    line = std::min(line, qint64(end) * bitsOfWord - 1);
    auto index = size_t(line / bitsOfWord);
    for (quint64 wanted = ~quint64(0) >> (bitsOfWord - 1 - line % bitsOfWord);;
        --index, wanted = ~quint64(0)) {
        if (const quint64 both = one.m_words[index] & other.m_words[index] & wanted)
            return qint64(index) * bitsOfWord + bitsOfWord - 1 - std::countl_zero(both);
        if (index == 0)
            return std::nullopt;
    }
}

LineSet LineSet::combined(
    const std::vector<const LineSet *> &in, const std::vector<const LineSet *> &out, qint64 lines)
{
    LineSet result;
    const auto words = size_t((lines + bitsOfWord - 1) / bitsOfWord);
    result.m_words.reserve(words);
    for (size_t i = 0; i < words; ++i) {
        quint64 bits = in.empty() ? ~quint64(0) : 0;
        for (const LineSet *set : in)
            bits |= set->word(i);
        for (const LineSet *set : out)
            bits &= ~set->word(i);
        const qint64 left = lines - qint64(i) * bitsOfWord;
        if (left < bitsOfWord)
            bits &= (quint64(1) << left) - 1;
        result.appendWord(bits);
    }
    return result;
}

qint64 LineSet::memory() const
{
    return qint64(m_words.capacity()) * qint64(sizeof(quint64))
        + qint64(m_before.capacity()) * qint64(sizeof(qint64));
}

} // namespace plumbline
