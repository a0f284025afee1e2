// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/text_pattern.h"

#include "logs/newlines.h"

#include <hs/hs.h>

#include <algorithm>
#include <array>

namespace plumbline {

// With any of these a match may reach over the end of a line, which one of PCRE2 in a line never
// does, or may be empty.
static bool needsConfirmation(const QString &text, const QRegularExpression &expression)
{
    static const QRegularExpression risky(
        QStringLiteral(R"(\n|\\[^.*+?()\[\]{}|^$\\/dw-]|\[\^|\[:|\(\?)"));
    return risky.match(text).hasMatch() || expression.match(QString()).hasMatch();
}

// To Vectorscan these are the ends of all that it is given, to who searches those of a line.
static bool namesTextEnds(const QString &expression)
{
    static const QRegularExpression ends(QStringLiteral(R"(\\[AZzG])"));
    return ends.match(expression).hasMatch();
}

// A letter that belongs to an escape says nothing of what is meant.
static bool hasCapital(const QString &text, bool isPlain)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'\\' && !isPlain)
            ++i;
        else if (text.at(i).isUpper())
            return true;
    }
    return false;
}

// A character of more than a byte is several to Vectorscan: lines that hold one are for PCRE2.
static constexpr unsigned beyondAscii = 1;

static std::shared_ptr<hs_database> makeDatabase(
    const QByteArray &expression, unsigned flags, bool isPlain)
{
    hs_database *database = nullptr;
    hs_compile_error_t *error = nullptr;
    const std::array<const char *, 2> expressions{expression.constData(), "[\\x80-\\xff]"};
    const std::array<unsigned, 2> allFlags{flags, 0};
    const std::array<unsigned, 2> ids{0, beyondAscii};
    if (hs_compile_multi(expressions.data(), allFlags.data(), ids.data(), isPlain ? 1 : 2,
            HS_MODE_BLOCK, nullptr, &database, &error)
        != HS_SUCCESS) {
        hs_free_compile_error(error);
        return nullptr;
    }
    return {database, [](hs_database *made) { hs_free_database(made); }};
}

Result<TextPattern> TextPattern::compile(const QString &text, Options options)
{
    TextPattern pattern;
    pattern.m_text = text;
    const QString expression = options.isPlain ? QRegularExpression::escape(text) : text;
    const bool isCaseless = !options.isExact && !hasCapital(text, options.isPlain);
    QRegularExpression::PatternOptions flags = QRegularExpression::UseUnicodePropertiesOption;
    if (isCaseless)
        flags |= QRegularExpression::CaseInsensitiveOption;
    // What would try for ever ends without a match: it is also asked of the lines on the screen.
    const QString limit = QStringLiteral("(*LIMIT_MATCH=100000)");
    pattern.m_expression = QRegularExpression(limit + expression, flags);
    if (text.isEmpty() || !pattern.m_expression.isValid()) {
        return failure(text.isEmpty()
                ? PHRASE("logs", "nothing to search for")
                : PHRASE("logs", "%1, at character %2")
                      .arg(pattern.m_expression.errorString())
                      .arg(std::max<qsizetype>(
                          1, pattern.m_expression.patternErrorOffset() - limit.size() + 1)),
            text.left(200));
    }
    pattern.m_expression.optimize();
    const QByteArray bytes = expression.toUtf8();
    unsigned hsFlags = HS_FLAG_MULTILINE | HS_FLAG_ALLOWEMPTY;
    if (isCaseless)
        hsFlags |= HS_FLAG_CASELESS;
    // It looks at bytes: what is searched in need not be valid UTF-8.
    const bool isOfBytes = (options.isPlain && !isCaseless)
        || (std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= 0; })
            && !namesTextEnds(expression));
    pattern.m_mustConfirm = needsConfirmation(expression, pattern.m_expression);
    if (isOfBytes)
        pattern.m_database = makeDatabase(bytes, hsFlags, options.isPlain);
    if (!pattern.m_database && isOfBytes) {
        pattern.m_mustConfirm = true;
        pattern.m_database = makeDatabase(bytes, hsFlags | HS_FLAG_PREFILTER, options.isPlain);
    }
    if (pattern.m_database) {
        hs_scratch *scratch = nullptr;
        if (hs_alloc_scratch(pattern.m_database.get(), &scratch) != HS_SUCCESS)
            pattern.m_database.reset();
        else
            pattern.m_scratch = {scratch, [](hs_scratch *made) { hs_free_scratch(made); }};
    }
    return pattern;
}

namespace {

struct Scan
{
    QByteArrayView lines;
    const std::function<void(qsizetype)> &found;
    std::function<bool(QByteArrayView)> confirm;
    bool mustConfirm = false; ///< not every line found is one
    qsizetype behind = 0; ///< what stands before here was looked at

    void lookAt(qsizetype at, bool isSure)
    {
        if (at < behind || at >= lines.size())
            return;
        const qsizetype start = lineStart(lines, at);
        const qsizetype stop = lineEnd(lines, at);
        behind = stop + 1;
        if (isSure || confirm(lines.sliced(start, stop - start)))
            found(start);
    }

    /// `to` is the place behind the last byte of a match.
    void hit(unsigned id, qsizetype to)
    {
        const bool isSure = !mustConfirm && id != beyondAscii;
        if (to > 0)
            lookAt(to - 1, isSure);
        // An empty one may stand at the beginning of the next line.
        if (mustConfirm)
            lookAt(to, isSure);
    }
};

} // namespace

void TextPattern::findLines(
    QByteArrayView lines, const std::function<void(qsizetype start)> &found) const
{
    if (lines.isEmpty())
        return;
    if (!m_database) {
        for (qsizetype start = 0; start < lines.size();) {
            const qsizetype stop = lineEnd(lines, start);
            if (m_expression.match(QString::fromUtf8(lines.sliced(start, stop - start))).hasMatch())
                found(start);
            start = stop + 1;
        }
        return;
    }
    const auto confirm = [this](QByteArrayView line) {
        return m_expression.match(QString::fromUtf8(line)).hasMatch();
    };
    Scan scan{lines, found, confirm, m_mustConfirm};
    const auto onMatch
        = [](unsigned id, unsigned long long, unsigned long long to, unsigned, void *context) {
              static_cast<Scan *>(context)->hit(id, qsizetype(to));
              return 0;
          };
    hs_scan(
        m_database.get(), lines.data(), unsigned(lines.size()), 0, m_scratch.get(), onMatch, &scan);
}

QList<std::pair<qsizetype, qsizetype>> TextPattern::placesIn(const QString &line) const
{
    QList<std::pair<qsizetype, qsizetype>> places;
    for (auto it = m_expression.globalMatch(line); it.hasNext();) {
        const auto match = it.next();
        if (match.capturedLength() > 0)
            places.append({match.capturedStart(), match.capturedLength()});
    }
    return places;
}

} // namespace plumbline
