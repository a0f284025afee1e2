// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/evidence_document.h"

#include "base/duration_phrase.h"
#include "views/models/path_text.h"
#include "views/models/visible_text.h"

#include <algorithm>
#include <cmath>

namespace plumbline {

/// Lines shown above and below a decisive one, and at the start of an output without any.
static constexpr qsizetype context = 3;
static constexpr qsizetype shownWhenNothingDecides = 40;
/// A fold of fewer lines costs more attention than the lines do.
static constexpr qsizetype smallestFold = 3;

static QString againText(const QList<const Observation *> &same, const Observation &own)
{
    const auto at = same.indexOf(&own);
    if (same.size() < 2)
        return {};
    if (at == 0)
        return PHRASE("evidence", "first of %1 answers").arg(same.size()).text();
    const double apart = secondsBetween(same.at(at - 1)->started, own.started);
    return PHRASE("evidence", "asked again %1 later").arg(durationPhrase(std::round(apart))).text();
}

EvidenceDocument::EvidenceDocument(
    const EvidenceList &evidence, const QMap<ObservationId, Observation> &observations)
{
    // Answers to the same question stand together, in the order in which they were given.
    QStringList questions;
    QMap<QString, QList<const Observation *>> answers;
    for (const Evidence &item : evidence) {
        const auto found = observations.constFind(item.observation);
        if (found == observations.cend())
            continue;
        const QString question = found->host + u'\n' + found->question;
        if (!questions.contains(question))
            questions.append(question);
        if (!answers[question].contains(&*found))
            answers[question].append(&*found);
    }
    for (const QString &question : std::as_const(questions)) {
        QList<const Observation *> &same = answers[question];
        std::ranges::sort(same, {}, [](const Observation *answer) { return answer->started; });
        for (const Observation *answer : std::as_const(same)) {
            Block block;
            block.observation = *answer;
            block.again = againText(same, *answer);
            block.out = OutputLines(answer->out);
            block.err = OutputLines(answer->err);
            for (const Evidence &item : evidence) {
                if (item.observation == answer->id && item.firstLine > 0)
                    block.decisive.append(
                        {item.firstLine, std::max(item.firstLine, item.lastLine)});
            }
            std::ranges::sort(block.decisive);
            m_blocks.push_back(std::move(block));
        }
    }
    for (Block &block : m_blocks)
        layOut(block);
    countRows();
}

bool EvidenceDocument::advance(qsizetype budget)
{
    bool worked = false;
    for (Block &block : m_blocks) {
        if (block.out.isComplete() && block.err.isComplete())
            continue;
        if (worked)
            return true;
        block.out.advance(budget);
        block.err.advance(budget);
        layOut(block);
        worked = true;
        if (!block.out.isComplete() || !block.err.isComplete())
            break;
    }
    if (worked)
        countRows();
    return std::ranges::any_of(m_blocks,
        [](const Block &block) { return !block.out.isComplete() || !block.err.isComplete(); });
}

QString EvidenceDocument::metaText(const Block &block)
{
    const Observation &observation = block.observation;
    QStringList parts{visibleName(observation.host), clockTime(observation.started),
        observation.duration < 1 ? PHRASE("evidence", "%1 ms")
                                       .arg(qint64(std::llround(observation.duration * 1000)))
                                       .text()
                                 : durationPhrase(observation.duration).text()};
    if (observation.exitCode)
        parts.append(PHRASE("evidence", "exit %1").arg(*observation.exitCode).text());
    if (!block.again.isEmpty())
        parts.append(block.again);
    return parts.join(QStringLiteral("  ·  "));
}

bool EvidenceDocument::isDecisive(const Block &block, qsizetype line)
{
    return std::ranges::any_of(block.decisive,
        [line](const auto &range) { return line >= range.first && line <= range.second; });
}

void EvidenceDocument::addFold(Block &block, qsizetype firstLine, qsizetype count)
{
    const bool folded = count >= smallestFold && !block.opened.contains(firstLine);
    const auto kind = folded ? Row::Fold : Row::Output;
    if (count > 0)
        block.pieces.push_back({kind, firstLine, count, {}});
}

// What QEMU draws of a display: shown as such, not as text.
static bool isPicture(const QByteArray &bytes)
{
    return bytes.startsWith("\x89PNG\r\n\x1a\n") || bytes.startsWith("P6\n");
}

void EvidenceDocument::addOutput(Block &block)
{
    const qsizetype lines = block.out.size();
    qsizetype next = 1;
    if (block.decisive.isEmpty()) {
        const qsizetype shown = std::min(lines, shownWhenNothingDecides);
        if (shown > 0)
            block.pieces.push_back({Row::Output, 1, shown, {}});
        next = shown + 1;
    }
    for (const auto &[first, last] : std::as_const(block.decisive)) {
        const qsizetype from = std::max(next, first - context);
        const qsizetype to = std::min(lines, last + context);
        if (from > to)
            continue;
        addFold(block, next, from - next);
        block.pieces.push_back({Row::Output, from, to - from + 1, {}});
        next = to + 1;
    }
    addFold(block, next, lines - next + 1);
}

void EvidenceDocument::setColumns(int columns)
{
    columns = std::max(columns, 20);
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (Block &block : m_blocks)
        layOut(block);
    countRows();
}

// At the last blank that fits, else in the middle of a word.
void EvidenceDocument::addWrapped(Block &block, Row::Kind kind, QString text) const
{
    while (text.size() > m_columns) {
        const qsizetype blank = text.lastIndexOf(u' ', m_columns);
        const qsizetype cut = blank > m_columns / 2 ? blank + 1 : m_columns;
        block.pieces.push_back({kind, 0, 1, text.first(cut)});
        text = QStringLiteral("  ") + text.sliced(cut);
    }
    block.pieces.push_back({kind, 0, 1, text});
}

void EvidenceDocument::layOut(Block &block) const
{
    const Observation &observation = block.observation;
    block.pieces.clear();
    addWrapped(block, Row::Command, QStringLiteral("$ ") + visibleName(observation.command, 1000));
    block.pieces.push_back({Row::Meta, 0, 1, metaText(block)});
    if (observation.silence) {
        QString text = silencePhrase(observation.silence->kind).text();
        if (!observation.silence->why.isEmpty())
            text += QStringLiteral(": ") + visibleName(observation.silence->why.text(), 600);
        addWrapped(block, Row::Silence, text);
    }
    if (isPicture(observation.out)) {
        block.pieces.push_back({Row::Note, 0, 1,
            PHRASE_N("evidence", "a picture of %n byte(s)").count(observation.out.size()).text()});
    } else {
        addOutput(block);
    }
    if (block.err.size() > 0)
        block.pieces.push_back({Row::ErrorOutput, 1, block.err.size(), {}});
    if (observation.out.isEmpty() && observation.err.isEmpty())
        block.pieces.push_back({Row::Note, 0, 1, PHRASE("evidence", "no output").text()});
    if (observation.truncated)
        block.pieces.push_back({Row::Note, 0, 1,
            PHRASE("evidence", "more came than is kept; this is the beginning").text()});
    block.pieces.push_back({});
    block.rows = 0;
    for (const Piece &piece : block.pieces)
        block.rows += piece.kind == Row::Fold ? 1 : piece.count;
}

void EvidenceDocument::countRows()
{
    m_starts.clear();
    qsizetype rows = 0;
    for (const Block &block : m_blocks) {
        m_starts.push_back(rows);
        rows += block.rows;
    }
    m_starts.push_back(rows);
}

qsizetype EvidenceDocument::firstRowOf(int block) const
{
    return m_starts.at(size_t(block));
}

int EvidenceDocument::blockAt(qsizetype row) const
{
    const auto after = std::ranges::upper_bound(m_starts, row);
    return std::clamp(int(after - m_starts.begin()) - 1, 0, blockCount() - 1);
}

EvidenceDocument::Row EvidenceDocument::rowAt(qsizetype row) const
{
    Row out;
    out.block = blockAt(row);
    const Block &block = m_blocks.at(size_t(out.block));
    qsizetype left = row - firstRowOf(out.block);
    for (const Piece &piece : block.pieces) {
        const qsizetype rows = piece.kind == Row::Fold ? 1 : piece.count;
        if (left >= rows) {
            left -= rows;
            continue;
        }
        out.kind = piece.kind;
        out.text = piece.text;
        if (piece.kind == Row::Fold) {
            out.text = PHRASE_N("evidence", "%n more lines").count(piece.count).text();
        } else if (piece.kind == Row::Output) {
            out.line = piece.firstLine + left;
            out.decisive = isDecisive(block, out.line);
            out.text = visibleLine(block.out.line(out.line - 1));
        } else if (piece.kind == Row::ErrorOutput) {
            out.line = 0;
            out.text = visibleLine(block.err.line(piece.firstLine + left - 1));
        }
        return out;
    }
    return out;
}

bool EvidenceDocument::unfold(qsizetype row)
{
    if (m_blocks.empty())
        return false;
    const int number = blockAt(row);
    Block &block = m_blocks.at(size_t(number));
    qsizetype left = row - firstRowOf(number);
    for (Piece &piece : block.pieces) {
        const qsizetype rows = piece.kind == Row::Fold ? 1 : piece.count;
        if (left < rows) {
            if (piece.kind != Row::Fold)
                return false;
            block.opened.append(piece.firstLine);
            layOut(block);
            countRows();
            return true;
        }
        left -= rows;
    }
    return false;
}

void EvidenceDocument::openFoldsOf(const EvidenceDocument &earlier)
{
    for (size_t i = 0; i < std::min(m_blocks.size(), earlier.m_blocks.size()); ++i) {
        const Block &before = earlier.m_blocks.at(i);
        if (before.observation.question != m_blocks[i].observation.question)
            continue;
        m_blocks[i].opened = before.opened;
        layOut(m_blocks[i]);
    }
    countRows();
}

qsizetype EvidenceDocument::decisiveRowOf(int number) const
{
    const Block &block = m_blocks.at(size_t(number));
    qsizetype row = firstRowOf(number);
    for (const Piece &piece : block.pieces) {
        const bool folded = piece.kind == Row::Fold;
        if (piece.kind == Row::Output && !block.decisive.isEmpty()) {
            const qsizetype line = block.decisive.first().first;
            if (line >= piece.firstLine && line < piece.firstLine + piece.count)
                return row + line - piece.firstLine;
        }
        row += folded ? 1 : piece.count;
    }
    return firstRowOf(number);
}

QString EvidenceDocument::textOf(qsizetype first, qsizetype last) const
{
    QString out;
    int cited = -1;
    for (qsizetype i = std::max<qsizetype>(0, first); i <= last && i < rowCount(); ++i) {
        const Row row = rowAt(i);
        if (row.block != cited) {
            if (cited >= 0)
                out += u'\n';
            out += u'[' + citationOf(observationOf(row.block)) + QStringLiteral("]\n");
            cited = row.block;
        }
        if (row.kind == Row::Command || row.kind == Row::Meta || row.kind == Row::Gap)
            continue;
        if (row.kind == Row::Fold)
            out += QStringLiteral("  … ") + row.text + u'\n';
        else
            out += (row.decisive ? QStringLiteral("> ") : QStringLiteral("  ")) + row.text + u'\n';
    }
    return out;
}

} // namespace plumbline
