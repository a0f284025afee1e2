// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/frame_reader.h"

#include "base/text_cursor.h"

namespace plumbline {

// A line of output longer than this is passed on in pieces instead of being held back.
static constexpr qsizetype lineLimit = 64 * 1024;
// More standard error than any shell holds in a variable: a frame that announces it is none.
static constexpr qsizetype mostErrBytes = qsizetype(1) << 40;

FrameReader::FrameReader(const FramedScript &script, qsizetype questionCount)
    : m_script(script),
      m_answers(questionCount),
      m_lanes(script.lanes.size()),
      m_open(script.quick.size() + script.lanes.size())
{
}

void FrameReader::keep(QByteArray &store, QByteArrayView bytes, FramedAnswer *answer)
{
    const qsizetype room = outputLimit - store.size();
    if (bytes.size() > room) {
        if (answer)
            answer->truncated = true;
        bytes = bytes.first(std::max<qsizetype>(0, room));
    }
    store.append(bytes);
}

void FrameReader::readOut(QByteArrayView bytes)
{
    m_outBuffer.append(bytes);
    qsizetype at = 0;
    while (at < m_outBuffer.size()) {
        const QByteArrayView rest = QByteArrayView(m_outBuffer).sliced(at);
        if (m_errBytes > 0) {
            const qsizetype take = std::min(m_errBytes, rest.size());
            FramedAnswer &answer = m_answers[m_errOwner];
            // The last of these bytes is the line end that the frame adds.
            keep(answer.err, rest.first(std::min(take, m_errBytes - 1)), &answer);
            m_errBytes -= take;
            at += take;
            continue;
        }
        const qsizetype end = rest.indexOf('\n');
        if (end < 0) {
            if (rest.size() < lineLimit)
                break;
            outLine(rest, false);
            at += rest.size();
            continue;
        }
        outLine(rest.first(end), true);
        at += end + 1;
    }
    m_outBuffer.remove(0, at);
}

void FrameReader::outLine(QByteArrayView line, bool complete)
{
    if (complete && line.startsWith(m_script.marker)) {
        const QByteArrayView frame = line.sliced(m_script.marker.size());
        if (frame.startsWith(" B "))
            return openQuick(frame.sliced(3));
        if (frame.startsWith(" E "))
            return closeQuick(frame.sliced(3));
    }
    if (m_current < 0) {
        keep(m_noise, line, nullptr);
        if (complete)
            keep(m_noise, "\n", nullptr);
        return;
    }
    FramedAnswer &answer = m_answers[m_current];
    if (m_lineEndHeld)
        keep(answer.out, "\n", &answer);
    keep(answer.out, line, &answer);
    m_lineEndHeld = complete;
}

void FrameReader::openQuick(QByteArrayView fields)
{
    TextCursor cursor(fields);
    const auto index = cursor.number<qsizetype>();
    const auto uptime = cursor.number<double>();
    if (!index || !m_script.quick.contains(*index)
        || m_answers.at(*index).progress == FramedAnswer::Ended)
        return;
    m_current = *index;
    m_lineEndHeld = false;
    m_answers[m_current].progress = FramedAnswer::Started;
    m_answers[m_current].begin = uptime.value_or(0);
}

void FrameReader::closeQuick(QByteArrayView fields)
{
    TextCursor cursor(fields);
    const auto index = cursor.number<qsizetype>();
    const auto exitCode = cursor.number<int>();
    const auto uptime = cursor.number<double>();
    const auto errBytes = cursor.number<qsizetype>();
    if (!index || *index != m_current || !exitCode || !errBytes || *errBytes < 0
        || *errBytes > mostErrBytes)
        return;
    FramedAnswer &answer = m_answers[m_current];
    answer.progress = FramedAnswer::Ended;
    answer.exitCode = exitCode;
    answer.end = uptime.value_or(answer.begin);
    m_errOwner = m_current;
    m_errBytes = *errBytes + 1;
    m_current = -1;
    --m_open;
}

void FrameReader::readErr(QByteArrayView bytes)
{
    m_errBuffer.append(bytes);
    qsizetype at = 0;
    for (qsizetype end = m_errBuffer.indexOf('\n'); end >= 0; end = m_errBuffer.indexOf('\n', at)) {
        errLine(QByteArrayView(m_errBuffer).sliced(at, end - at));
        at = end + 1;
    }
    m_errBuffer.remove(0, at);
    if (m_errBuffer.size() > lineLimit) {
        keep(m_noise, m_errBuffer, nullptr);
        m_errBuffer.clear();
    }
}

void FrameReader::errLine(QByteArrayView line)
{
    TextCursor cursor(line);
    if (!cursor.skip(m_script.marker)) {
        keep(m_noise, line, nullptr);
        keep(m_noise, "\n", nullptr);
        return;
    }
    const QByteArrayView what = cursor.word();
    m_isReadOnly = m_isReadOnly || what == "v";
    const auto index = cursor.number<qsizetype>();
    if (!index || *index < 0 || *index >= m_lanes.size() || what.size() != 1)
        return;
    LaneState &lane = m_lanes[*index];
    if (lane.ended)
        return;
    FramedAnswer &first = m_answers[m_script.lanes.at(*index).questions.first()];
    switch (what.front()) {
    case 'b':
        lane.begin = cursor.number<double>().value_or(0);
        for (const qsizetype question : m_script.lanes.at(*index).questions)
            m_answers[question].progress = FramedAnswer::Started;
        break;
    case 'o':
        keep(lane.out, QByteArray::fromBase64(cursor.word().toByteArray()), &first);
        break;
    case 'e':
        keep(lane.err, QByteArray::fromBase64(cursor.word().toByteArray()), &first);
        break;
    case 'x':
        lane.exitCode = cursor.number<int>();
        break;
    case 'w':
        for (const qsizetype question : m_script.lanes.at(*index).questions) {
            FramedAnswer &answer = m_answers[question];
            TextCursor fields = cursor;
            answer.progress = FramedAnswer::Withheld;
            answer.hangingPid = fields.number<qint64>().value_or(0);
            answer.hangingSeconds = fields.number<qint64>().value_or(0);
        }
        break;
    case 'g':
        for (const qsizetype question : m_script.lanes.at(*index).questions) {
            m_answers[question].progress = FramedAnswer::Withheld;
            m_answers[question].out
                = QByteArray::fromBase64(TextCursor(cursor).word().toByteArray());
        }
        break;
    case 'z':
        closeLane(*index, cursor.number<double>().value_or(0));
        break;
    default:
        break;
    }
}

void FrameReader::closeLane(qsizetype index, double end)
{
    LaneState &state = m_lanes[index];
    if (state.ended)
        return;
    state.ended = true;
    --m_open;
    const FramedScript::Lane &lane = m_script.lanes.at(index);
    FramedAnswer &first = m_answers[lane.questions.first()];
    if (first.progress == FramedAnswer::Withheld)
        return;
    if (lane.isVirsh)
        return splitVirsh(lane, state, end);
    first.out = state.out;
    first.err = state.err;
    first.exitCode = state.exitCode;
    first.begin = state.begin;
    first.end = end;
    // A lane that never began hung on nothing.
    first.progress = state.exitCode ? FramedAnswer::Ended
        : state.begin > 0           ? FramedAnswer::Started
                                    : FramedAnswer::NotStarted;
}

// What belongs to no question is shown with each of them; so much of it is enough.
static constexpr qsizetype strayLimit = 64 * 1024;

// One virsh ran all questions of the lane and said "M V <n>" before each. It does not stop at the
// first failure; errors stand beside the command that failed, as lines beginning with "error:".
void FrameReader::splitVirsh(const FramedScript::Lane &lane, const LaneState &state, double end)
{
    qsizetype current = -1;
    const bool inTime = state.exitCode && *state.exitCode != 124 && *state.exitCode != 137;
    TextCursor cursor(state.out);
    QByteArray stray;
    while (!cursor.atEnd()) {
        const QByteArrayView line = cursor.takeLine();
        if (line.startsWith(m_script.marker)) {
            TextCursor fields(line.sliced(m_script.marker.size()));
            if (current >= 0)
                m_answers[current].progress = FramedAnswer::Ended;
            current = -1;
            fields.word();
            const auto index = fields.number<qsizetype>();
            if (index && lane.questions.contains(*index)) {
                current = *index;
                m_answers[current].exitCode = 0;
            }
            continue;
        }
        if (current < 0) {
            if (stray.size() < strayLimit)
                stray += line.first(std::min(line.size(), strayLimit)).toByteArray() + '\n';
            continue;
        }
        FramedAnswer &answer = m_answers[current];
        if (line.startsWith("error:"))
            answer.exitCode = 1;
        QByteArray &store = line.startsWith("error:") ? answer.err : answer.out;
        store.append(line).append('\n');
    }
    for (const qsizetype question : lane.questions) {
        FramedAnswer &answer = m_answers[question];
        answer.begin = state.begin;
        answer.end = end;
        if (answer.progress == FramedAnswer::Ended)
            continue;
        // virsh never came to it, or was cut off in it: it could not connect, is missing, or hung.
        answer.err += stray + state.err;
        answer.exitCode = inTime ? std::optional(state.exitCode.value_or(1)) : state.exitCode;
        if (answer.exitCode == 0)
            answer.exitCode = 1;
        answer.progress = state.exitCode ? FramedAnswer::Ended
            : state.begin > 0            ? FramedAnswer::Started
                                         : FramedAnswer::NotStarted;
    }
}

void FrameReader::finish()
{
    if (m_current >= 0) {
        if (m_lineEndHeld)
            keep(m_answers[m_current].out, "\n", &m_answers[m_current]);
        keep(m_answers[m_current].out, m_outBuffer, &m_answers[m_current]);
    }
    m_lineEndHeld = false;
    m_outBuffer.clear();
    for (qsizetype i = 0; i < m_lanes.size(); ++i) {
        if (!m_lanes.at(i).ended)
            closeLane(i, m_lanes.at(i).begin);
    }
}

} // namespace plumbline
