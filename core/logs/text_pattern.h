// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QRegularExpression>
#include <QString>

#include <functional>
#include <memory>

struct hs_database;
struct hs_scratch;

namespace plumbline {

/// What somebody searches for in lines of text: a Perl-compatible expression or plain words.
///
/// Vectorscan finds the lines, several times as fast as grep. What it cannot say itself (looking
/// around, going back to a group) or can say only of a text as a whole is asked of PCRE2 once more,
/// of the lines found. A pattern and its copies may be used by one thread at a time.
class TextPattern
{
public:
    struct Options
    {
        bool isPlain = false; ///< no expression: the words as they are
        /// Letters of both cases are the same; by themselves they are where the text has no
        /// capital.
        bool isExact = false;
        friend bool operator==(const Options &, const Options &) = default;
    };

    /// Fails with what is wrong and where in the text.
    static Result<TextPattern> compile(const QString &text, Options options);

    /// Calls `found` with where each line with a match begins in `lines`, in order and once each.
    /// `lines` are whole lines; at most 2 GiB of them.
    void findLines(QByteArrayView lines, const std::function<void(qsizetype start)> &found) const;
    /// The places in one line that match: start and length, in units of QString. For display.
    QList<std::pair<qsizetype, qsizetype>> placesIn(const QString &line) const;

    QString text() const { return m_text; }

private:
    TextPattern() = default;

    QString m_text;
    QRegularExpression m_expression;
    bool m_mustConfirm = false;
    std::shared_ptr<hs_database> m_database; ///< none where Vectorscan cannot even narrow it down
    std::shared_ptr<hs_scratch> m_scratch;
};

} // namespace plumbline
