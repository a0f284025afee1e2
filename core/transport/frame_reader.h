// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/framed_script.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace plumbline {

/// What one question of a framed script gave so far.
struct FramedAnswer
{
    enum Progress {
        NotStarted, ///< nothing seen of it
        Started, ///< its output may have begun
        Ended, ///< exit status known
        Withheld, ///< not started on purpose; `out` says why
    };
    Progress progress = NotStarted;
    QByteArray out;
    QByteArray err;
    std::optional<int> exitCode;
    /// Host uptime in seconds at its beginning and end.
    double begin = 0;
    double end = 0;
    bool truncated = false;
    /// An earlier helper of the same kind still hangs on the host.
    qint64 hangingPid = 0;
    qint64 hangingSeconds = 0;
};

/// Takes the two streams of a framed script apart as they come. Untrusted input: everything is
/// bounded, anything that is no frame is output of the question that is open.
class FrameReader
{
public:
    /// Output kept per question.
    static constexpr qsizetype outputLimit = 4 * 1024 * 1024;

    FrameReader(const FramedScript &script, qsizetype questionCount);

    void readOut(QByteArrayView bytes);
    void readErr(QByteArrayView bytes);
    /// Every question of the script has ended.
    bool isComplete() const { return m_open == 0; }
    /// After the last byte: what the open questions said so far is handed over.
    void finish();

    const FramedAnswer &answer(qsizetype question) const { return m_answers.at(question); }
    /// Virsh was used read-only.
    bool isReadOnly() const { return m_isReadOnly; }
    /// What the far side said outside all frames: a login banner, a shell's complaint.
    const QByteArray &noise() const { return m_noise; }

private:
    struct LaneState
    {
        QByteArray out;
        QByteArray err;
        std::optional<int> exitCode;
        double begin = 0;
        bool ended = false;
    };

    void outLine(QByteArrayView line, bool complete);
    void errLine(QByteArrayView line);
    void openQuick(QByteArrayView fields);
    void closeQuick(QByteArrayView fields);
    void closeLane(qsizetype lane, double end);
    void splitVirsh(const FramedScript::Lane &lane, const LaneState &state, double end);
    void keep(QByteArray &store, QByteArrayView bytes, FramedAnswer *answer);

    FramedScript m_script;
    QList<FramedAnswer> m_answers;
    QList<LaneState> m_lanes;
    QByteArray m_outBuffer;
    QByteArray m_errBuffer;
    QByteArray m_noise;
    bool m_isReadOnly = false;
    qsizetype m_current = -1; ///< the quick question whose output is coming
    /// Its last line end: the one before the end frame is the frame's own.
    bool m_lineEndHeld = false;
    qsizetype m_errBytes = 0; ///< bytes of its standard error still to come, plus the line end
    qsizetype m_errOwner = -1;
    qsizetype m_open = 0;
};

} // namespace plumbline
