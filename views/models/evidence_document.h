// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/diagnosis.h"
#include "views/models/output_lines.h"

#include <QList>

#include <vector>

namespace plumbline {

/// The cited observations of one verdict as one long list of rows, of which a view lays out only
/// those it shows. Outputs are folded to the lines around what decided; a fold can be opened.
class EvidenceDocument
{
public:
    struct Row
    {
        enum Kind { Command, Meta, Output, ErrorOutput, Fold, Silence, Note, Gap };
        Kind kind = Gap;
        /// Number of the block, which is one observation.
        int block = 0;
        /// 1-based line of the output; 0 for rows that are no output.
        qsizetype line = 0;
        bool decisive = false;
        QString text;
    };

    EvidenceDocument() = default;
    EvidenceDocument(
        const EvidenceList &evidence, const QMap<ObservationId, Observation> &observations);

    /// Works on outputs that are not looked through yet, `budget` bytes; false when all are.
    bool advance(qsizetype budget);

    /// Characters that fit beside each other: commands and silences are broken there.
    void setColumns(int columns);

    qsizetype rowCount() const { return m_starts.empty() ? 0 : m_starts.back(); }
    Row rowAt(qsizetype row) const;
    /// Opens the folds that stood open in an earlier document of the same questions.
    void openFoldsOf(const EvidenceDocument &earlier);
    /// Opens the fold in this row; false when there is none.
    bool unfold(qsizetype row);

    int blockCount() const { return int(m_blocks.size()); }
    const Observation &observationOf(int block) const { return m_blocks.at(block).observation; }
    qsizetype firstRowOf(int block) const;
    int blockAt(qsizetype row) const;
    /// First row that decided something in this block; its first row when none did.
    qsizetype decisiveRowOf(int block) const;
    /// As it would be pasted: reference, then the rows' exact text. Rows from first to last.
    QString textOf(qsizetype first, qsizetype last) const;

private:
    /// A stretch of rows: either `count` lines of output from `firstLine` on, or one other row.
    struct Piece
    {
        Row::Kind kind = Row::Gap;
        qsizetype firstLine = 0;
        qsizetype count = 1;
        QString text;
    };
    struct Block
    {
        Observation observation;
        QList<std::pair<qsizetype, qsizetype>> decisive;
        OutputLines out;
        OutputLines err;
        /// "asked twice, 5 s apart"; empty when asked once.
        QString again;
        std::vector<Piece> pieces;
        /// First lines of the folds that were opened.
        QList<qsizetype> opened;
        qsizetype rows = 0;
    };

    static bool isDecisive(const Block &block, qsizetype line);
    static void addOutput(Block &block);
    static void addFold(Block &block, qsizetype firstLine, qsizetype count);
    void addWrapped(Block &block, Row::Kind kind, QString text) const;
    void layOut(Block &block) const;
    void countRows();
    static QString metaText(const Block &block);

    int m_columns = 80;
    std::vector<Block> m_blocks;
    /// First row of each block, and at the end the number of all rows.
    std::vector<qsizetype> m_starts;
};

} // namespace plumbline
