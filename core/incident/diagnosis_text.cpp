// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/diagnosis_text.h"

#include <QStringList>

#include <algorithm>

namespace plumbline {

// A name longer than this is cut in a table.
static constexpr qsizetype nameWidth = 44;

QString printable(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        const bool hidden = c.category() == QChar::Other_Control
            || c.category() == QChar::Other_Format || c.category() == QChar::Separator_Line
            || c.category() == QChar::Separator_Paragraph;
        if (!hidden)
            out += c;
        else if (c.unicode() < 0x100)
            out += QStringLiteral("\\x%1").arg(c.unicode(), 2, 16, QLatin1Char('0'));
        else
            out += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
    }
    return out;
}

static QString shortened(const QString &text, qsizetype width)
{
    return text.size() <= width ? text : text.left(width - 1) + u'…';
}

static QString evidenceReferences(const EvidenceList &evidence)
{
    QStringList ids;
    for (const Evidence &item : evidence) {
        if (!item.observation)
            continue;
        QString id = u'#' + QString::number(item.observation);
        if (item.firstLine > 0)
            id += u':' + QString::number(item.firstLine);
        if (!ids.contains(id))
            ids.append(id);
    }
    if (ids.size() > 4)
        ids = ids.first(4) << QStringLiteral("…");
    return ids.join(u' ');
}

static QString glyph(const Verdict &verdict)
{
    if (verdict.state == State::Stalled)
        return QStringLiteral("■");
    if (verdict.state == State::Healthy && verdict.modifier == Modifier::None)
        return QStringLiteral("●");
    return verdict.modifier == Modifier::Waiting ? QStringLiteral("▽") : QStringLiteral("?");
}

static void addLayer(QStringList &out, const Layer &layer)
{
    const QString flow = layer.inFlight ? PHRASE("text", "%1 in flight").arg(*layer.inFlight).text()
            + (layer.completedPerSecond
                    ? QStringLiteral(", %1/s").arg(*layer.completedPerSecond, 0, 'f', 1)
                    : QString())
                                        : QString();
    out.append(QStringLiteral("  %1 %2 %3 %4")
            .arg(glyph(layer.verdict), verdictWord(layer.verdict).text().leftJustified(9),
                layerKindPhrase(layer.kind).text().leftJustified(18),
                shortened(printable(layer.name), nameWidth))
            .trimmed()
            .prepend(u"  "));
    QString reason = printable(layer.verdict.reason.text());
    if (!flow.isEmpty())
        reason += QStringLiteral(" [") + flow + u']';
    const QString references = evidenceReferences(layer.verdict.evidence);
    if (!references.isEmpty())
        reason += QStringLiteral("  ") + references;
    out.append(QStringLiteral("        ") + reason);
}

static void addObservations(QStringList &out, const Diagnosis &diagnosis)
{
    QList<ObservationId> cited;
    const auto collect = [&cited](const EvidenceList &list) {
        for (const Evidence &item : list) {
            if (item.observation && !cited.contains(item.observation))
                cited.append(item.observation);
        }
    };
    for (const DiskDiagnosis &disk : diagnosis.disks) {
        collect(disk.summary.evidence);
        for (const Layer &layer : disk.layers)
            collect(layer.verdict.evidence);
    }
    for (const SideChannel &channel : diagnosis.sideChannels)
        collect(channel.verdict.evidence);
    std::sort(cited.begin(), cited.end());
    if (cited.isEmpty())
        return;
    out.append(QString());
    out.append(PHRASE("text", "evidence:").text());
    for (const ObservationId id : std::as_const(cited)) {
        const auto found = diagnosis.observations.constFind(id);
        if (found == diagnosis.observations.constEnd())
            continue;
        out.append(QStringLiteral("  #%1 %2 %3 s  %4")
                .arg(id)
                .arg(isoTime(found->started))
                .arg(found->duration, 0, 'f', 2)
                .arg(shortened(printable(found->command.simplified()), 150)));
    }
}

QString diagnosisText(const Diagnosis &diagnosis)
{
    QStringList out;
    for (const DiskDiagnosis &disk : diagnosis.disks)
        out.append(printable(disk.summary.text.text()));
    if (diagnosis.disks.isEmpty())
        out.append(PHRASE("text", "This domain has no disk that could be found.").text());
    if (diagnosis.staleSince) {
        out.append(PHRASE("text", "Stale: the last answer came at %1.")
                .arg(isoTime(*diagnosis.staleSince))
                .text());
    }
    out.append(QString());
    out.append(PHRASE("text", "%1 on %2 (%3), %4")
            .arg(printable(diagnosis.domainName))
            .arg(printable(diagnosis.host))
            .arg(diagnosis.domainState.isEmpty()
                    ? PHRASE("text", "state unknown")
                    : Phrase::verbatim(printable(diagnosis.domainState)))
            .arg(isoTime(diagnosis.taken))
            .text());
    for (const DiskDiagnosis &disk : diagnosis.disks) {
        out.append(QString());
        out.append(printable(disk.name));
        for (const Layer &layer : disk.layers)
            addLayer(out, layer);
        if (!disk.blastRadius.isEmpty())
            out.append(QStringLiteral("  ") + PHRASE("text", "also on it:").text());
        for (const SharingDisk &other : disk.blastRadius) {
            out.append(QStringLiteral("    %1: %2")
                    .arg(printable(other.name), summaryWord(other.summary).text()));
        }
    }
    out.append(QString());
    out.append(PHRASE("text", "side channels:").text());
    for (const SideChannel &channel : diagnosis.sideChannels) {
        out.append(
            QStringLiteral("  %1 %2").arg(sideChannelPhrase(channel.kind).text().leftJustified(16),
                printable(channel.verdict.reason.text())));
    }
    for (const Verdict &finding : diagnosis.findings)
        out.append(shortened(printable(finding.reason.text().simplified()), 300));
    addObservations(out, diagnosis);
    return out.join(u'\n') + u'\n';
}

} // namespace plumbline
