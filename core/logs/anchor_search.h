// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <array>
#include <bitset>
#include <vector>

namespace plumbline {

/// Finds several short texts at once, at several bytes a cycle where the processor has AVX2.
///
/// The method is Teddy's, of Hyperscan: each text stands for four of its bytes. For each of the
/// four places a table of 16 entries tells by the lower half of a byte, and another by the upper,
/// in which of eight buckets a text with such a byte is. Where all eight lookups agree on a bucket,
/// its texts are compared.
class AnchorSearch
{
public:
    static constexpr size_t mostAnchors = 128;
    /// Bit n is anchor n.
    using Anchors = std::bitset<mostAnchors>;

    struct Hit
    {
        /// Somewhere in the anchor, where one goes on behind; -1 when there is none.
        qsizetype at = -1;
        Anchors anchors;

        friend bool operator==(const Hit &, const Hit &) = default;
    };

    /// At most 128 anchors of at least four bytes each; they outlive the search.
    explicit AnchorSearch(std::vector<QByteArrayView> anchors);

    /// The next hit from `from` on. What begins in the text and ends beyond it is none.
    Hit next(QByteArrayView text, qsizetype from) const;
    /// The same without vector instructions.
    Hit nextPortable(QByteArrayView text, qsizetype from) const;

private:
    static constexpr qsizetype places = 4;
    /// By half a byte: the buckets, one a bit.
    using Halves = std::array<quint8, 16>;
    struct Bucketed
    {
        int anchor = 0;
        qsizetype place = 0; ///< of its four bytes
        quint32 four = 0; ///< they themselves
    };

    double cost(int bucket, QByteArrayView four) const;
    void put(int anchor);
    Anchors compare(QByteArrayView text, qsizetype at, unsigned buckets) const;
    Hit nextWide(QByteArrayView text, qsizetype from) const;

    std::vector<QByteArrayView> m_anchors;
    std::array<Halves, places> m_low{};
    std::array<Halves, places> m_high{};
    /// By the whole byte, for processors that look up one at a time.
    std::array<std::array<quint8, 256>, places> m_whole{};
    std::array<std::vector<Bucketed>, 8> m_buckets;
};

} // namespace plumbline
