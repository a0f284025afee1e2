// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/path_text.h"

#include "views/models/number_text.h"
#include "views/models/run_state.h"
#include "views/models/visible_text.h"

#include <algorithm>

namespace plumbline {

static constexpr qsizetype commandLimit = 300;

static QString sentence(const Phrase &phrase)
{
    return visibleName(phrase.text(), 2000);
}

QString citationOf(const Observation &observation)
{
    return visibleName(observation.host) + u' ' + isoTime(observation.started)
        + QStringLiteral(" $ ") + visibleName(observation.command, commandLimit);
}

static QString linesOf(const Evidence &evidence)
{
    if (evidence.firstLine <= 0)
        return {};
    if (evidence.lastLine <= evidence.firstLine)
        return PHRASE("path_text", "line %1").arg(evidence.firstLine).text();
    return PHRASE("path_text", "lines %1–%2").arg(evidence.firstLine).arg(evidence.lastLine).text();
}

QStringList citationsOf(
    const EvidenceList &evidence, const QMap<ObservationId, Observation> &observations)
{
    QList<ObservationId> order;
    QMap<ObservationId, QStringList> lines;
    for (const Evidence &item : evidence) {
        if (!observations.contains(item.observation))
            continue;
        if (!order.contains(item.observation))
            order.append(item.observation);
        const QString text = linesOf(item);
        if (!text.isEmpty() && !lines.value(item.observation).contains(text))
            lines[item.observation].append(text);
    }
    QStringList out;
    for (const ObservationId id : order) {
        QString line = citationOf(*observations.constFind(id));
        if (lines.contains(id))
            line += QStringLiteral(" (") + lines.value(id).join(QStringLiteral(", ")) + u')';
        out.append(line);
    }
    return out;
}

QString sentenceWithCitations(const DiskDiagnosis &disk, const Diagnosis &diagnosis)
{
    QString out = sentence(disk.summary.text) + u'\n';
    for (const QString &citation : citationsOf(disk.summary.evidence, diagnosis.observations))
        out += QStringLiteral("  [") + citation + QStringLiteral("]\n");
    return out;
}

static QString paddedTo(const QString &text, qsizetype width)
{
    return text.leftJustified(width, u' ');
}

static QString layerLine(const Layer &layer, WallTime now, qsizetype kindWidth, qsizetype wordWidth)
{
    QStringList facts;
    if (layer.inFlight)
        facts.append(PHRASE("path_text", "%1 in flight").arg(countText(layer.inFlight)).text());
    if (layer.completedPerSecond)
        facts.append(rateText(layer.completedPerSecond));
    if (layer.bytesPerSecond)
        facts.append(bytesRateText(layer.bytesPerSecond));
    if (layer.verdict.since)
        facts.append(PHRASE("path_text", "for %1").arg(spanText(*layer.verdict.since, now)).text());
    QString line = QStringLiteral("  ") + paddedTo(layerKindPhrase(layer.kind).text(), kindWidth)
        + QStringLiteral("  ") + paddedTo(verdictWord(layer.verdict).text(), wordWidth)
        + QStringLiteral("  ") + visibleName(layer.name);
    if (!facts.isEmpty())
        line += QStringLiteral("  (") + facts.join(QStringLiteral(", ")) + u')';
    line += u'\n';
    if (!layer.verdict.reason.isEmpty()) {
        line += QString(kindWidth + wordWidth + 6, u' ') + sentence(layer.verdict.reason) + u'\n';
    }
    return line;
}

static QString diskAsText(const DiskDiagnosis &disk, WallTime now)
{
    qsizetype kindWidth = 0;
    qsizetype wordWidth = 0;
    for (const Layer &layer : disk.layers) {
        kindWidth = std::max(kindWidth, layerKindPhrase(layer.kind).text().size());
        wordWidth = std::max(wordWidth, verdictWord(layer.verdict).text().size());
    }
    QString out
        = visibleName(disk.name) + QStringLiteral(": ") + sentence(disk.summary.text) + u'\n';
    for (qsizetype i = 0; i < disk.layers.size(); ++i) {
        const Layer &layer = disk.layers.at(i);
        out += layerLine(layer, now, kindWidth, wordWidth);
        if (i == disk.stuckBelow())
            out += QStringLiteral("  ======== ") + PHRASE("path_text", "STUCK HERE").text()
                + QStringLiteral(" ========\n");
    }
    if (!disk.blastRadius.isEmpty()) {
        QStringList names;
        for (const SharingDisk &other : disk.blastRadius)
            names.append(sharingText(other, 1000));
        out += QStringLiteral("  ")
            + PHRASE("path_text", "also affected: %1").arg(names.join(QStringLiteral(", "))).text()
            + u'\n';
    }
    return out;
}

QString sharingText(const SharingDisk &other, qsizetype limit)
{
    return QStringLiteral("%1 (%2)").arg(
        visibleName(other.name, limit), summaryWord(other.summary).text());
}

QString diagnosisAsText(const Diagnosis &diagnosis, WallTime now)
{
    QString out = visibleName(diagnosis.domainName) + u'@' + visibleName(diagnosis.host);
    if (!diagnosis.domainState.isEmpty())
        out += QStringLiteral(" (") + runStateText(diagnosis.domainState) + u')';
    out += QStringLiteral(", ") + isoTime(diagnosis.taken) + QStringLiteral("\n\n");
    EvidenceList cited;
    for (const DiskDiagnosis &disk : diagnosis.disks) {
        out += diskAsText(disk, now) + u'\n';
        cited += disk.summary.evidence;
        for (const Layer &layer : disk.layers) {
            if (layer.verdict.state == State::Stalled)
                cited += layer.verdict.evidence;
        }
    }
    for (const SideChannel &channel : diagnosis.sideChannels) {
        out += sideChannelPhrase(channel.kind).text() + QStringLiteral(": ")
            + verdictWord(channel.verdict).text();
        if (!channel.verdict.reason.isEmpty())
            out += QStringLiteral(", ") + sentence(channel.verdict.reason);
        out += u'\n';
    }
    for (const Verdict &finding : diagnosis.findings)
        out += QStringLiteral("! ") + sentence(finding.reason) + u'\n';
    const QStringList citations = citationsOf(cited, diagnosis.observations);
    if (!citations.isEmpty())
        out += u'\n' + PHRASE("path_text", "Evidence:").text() + u'\n';
    for (const QString &citation : citations)
        out += QStringLiteral("  ") + citation + u'\n';
    return out;
}

} // namespace plumbline
