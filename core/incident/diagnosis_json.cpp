// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/diagnosis_json.h"

#include <nlohmann/json.hpp>

namespace plumbline {

using Json = nlohmann::ordered_json;

static std::string text(const QString &string)
{
    return string.toStdString();
}

static Json timeOrNull(const std::optional<WallTime> &time)
{
    return time ? Json(text(isoTime(*time))) : Json(nullptr);
}

template <typename T> static Json numberOrNull(const std::optional<T> &number)
{
    return number ? Json(*number) : Json(nullptr);
}

static Json modifierOrNull(Modifier modifier)
{
    return modifier == Modifier::None ? Json(nullptr) : Json(text(modifierName(modifier)));
}

static Json evidenceJson(const EvidenceList &list)
{
    Json array = Json::array();
    for (const Evidence &item : list) {
        if (!item.observation)
            continue;
        Json lines
            = item.firstLine > 0 ? Json::array({item.firstLine, item.lastLine}) : Json(nullptr);
        array.push_back({{"observation", item.observation}, {"lines", lines}});
    }
    return array;
}

static Json layerJson(const Layer &layer)
{
    Json details = Json::object();
    for (const LayerDetail &detail : layer.details)
        details[text(detail.label.text())] = text(detail.value.text());
    return {{"kind", text(layerKindName(layer.kind))}, {"name", text(layer.name)},
        {"identity", text(layer.identity)}, {"verdict", text(stateName(layer.verdict.state))},
        {"modifier", modifierOrNull(layer.verdict.modifier)},
        {"reason", text(layer.verdict.reason.text())}, {"in_flight", numberOrNull(layer.inFlight)},
        {"completed_per_s", numberOrNull(layer.completedPerSecond)},
        {"bytes_per_s", numberOrNull(layer.bytesPerSecond)},
        {"latency_s", numberOrNull(layer.averageSeconds)},
        {"since", timeOrNull(layer.verdict.since)}, {"measured", timeOrNull(layer.measured)},
        {"details", details}, {"evidence", evidenceJson(layer.verdict.evidence)}};
}

static Json diskJson(const DiskDiagnosis &disk)
{
    Json boundary = nullptr;
    if (disk.summary.boundary) {
        boundary = {{"above", text(layerKindName(disk.summary.boundary->above))},
            {"below", text(layerKindName(disk.summary.boundary->below))}};
    }
    Json layers = Json::array();
    for (const Layer &layer : disk.layers)
        layers.push_back(layerJson(layer));
    Json blast = Json::array();
    for (const SharingDisk &other : disk.blastRadius) {
        blast.push_back(
            {{"disk", text(other.name)}, {"verdict", text(stateName(other.summary.verdict))},
                {"modifier", modifierOrNull(other.summary.modifier)},
                {"text", text(other.summary.text.text())},
                {"evidence", evidenceJson(other.summary.evidence)}});
    }
    return {{"name", text(disk.name)},
        {"summary",
            {{"verdict", text(stateName(disk.summary.verdict))},
                {"modifier", modifierOrNull(disk.summary.modifier)}, {"boundary", boundary},
                {"text", text(disk.summary.text.text())}, {"since", timeOrNull(disk.summary.since)},
                {"evidence", evidenceJson(disk.summary.evidence)}}},
        {"layers", layers}, {"blast_radius", blast}};
}

static Json verdictJson(const Verdict &verdict)
{
    return {{"verdict", text(stateName(verdict.state))},
        {"modifier", modifierOrNull(verdict.modifier)}, {"reason", text(verdict.reason.text())},
        {"evidence", evidenceJson(verdict.evidence)}};
}

static Json answerJson(const QueueAnswer &answer)
{
    return {{"answer", text(queueAnswerName(answer.word))}, {"missing", answer.missing},
        {"why", text(answer.why.text())}, {"evidence", evidenceJson(answer.evidence)}};
}

static Json pendingJson(const PendingRequest &request)
{
    Json json{{"head", request.head}, {"type", nullptr}, {"sector", nullptr}, {"bytes", nullptr},
        {"page", nullptr}};
    if (!request.type.isEmpty()) {
        json["type"] = text(request.type);
        json["sector"] = request.sector;
        json["bytes"] = request.bytes;
    }
    if (request.page)
        json["page"] = text(QStringLiteral("0x%1").arg(request.page, 0, 16));
    return json;
}

static Json virtqueueJson(const Virtqueue &queue)
{
    Json pending = Json::array();
    for (const PendingRequest &request : queue.pending)
        pending.push_back(pendingJson(request));
    return {{"device", text(queue.device)}, {"kind", text(queue.kind)}, {"queue", queue.queue},
        {"role", text(queue.role)},
        {"layout", queue.layout.isEmpty() ? Json(nullptr) : Json(text(queue.layout))},
        {"size", queue.size}, {"in_flight", numberOrNull(queue.inFlight)}, {"pending", pending},
        {"seen", answerJson(queue.seen)}, {"completed", answerJson(queue.completed)},
        {"noticed", answerJson(queue.noticed)}};
}

// Bytes are not always text: what is not UTF-8 travels as base64.
static void putBytes(Json &object, const char *name, const QByteArray &bytes)
{
    const bool isText = QString::fromUtf8(bytes).toUtf8() == bytes;
    object[name] = isText ? bytes.toStdString() : bytes.toBase64().toStdString();
    object[std::string(name) + "_encoding"] = isText ? "utf-8" : "base64";
}

static Json observationJson(const Observation &observation)
{
    Json object{{"id", observation.id}, {"host", text(observation.host)},
        {"question", text(observation.question)}, {"command", text(observation.command)},
        {"started", text(isoTime(observation.started))}, {"duration_s", observation.duration},
        {"exit_code", numberOrNull(observation.exitCode)}};
    if (observation.silence) {
        object["silence"] = {{"kind", text(silenceName(observation.silence->kind))},
            {"why", text(observation.silence->why.text())}};
    } else {
        object["silence"] = nullptr;
    }
    object["truncated"] = observation.truncated;
    putBytes(object, "output", observation.out);
    putBytes(object, "errors", observation.err);
    return object;
}

QByteArray diagnosisJson(const Diagnosis &diagnosis)
{
    Json disks = Json::array();
    for (const DiskDiagnosis &disk : diagnosis.disks)
        disks.push_back(diskJson(disk));
    Json channels = Json::array();
    for (const SideChannel &channel : diagnosis.sideChannels) {
        Json item = verdictJson(channel.verdict);
        item["kind"] = text(sideChannelName(channel.kind));
        channels.push_back(item);
    }
    Json virtqueues = Json::array();
    for (const Virtqueue &queue : diagnosis.virtqueues)
        virtqueues.push_back(virtqueueJson(queue));
    Json findings = Json::array();
    for (const Verdict &finding : diagnosis.findings)
        findings.push_back(verdictJson(finding));
    Json observations = Json::array();
    for (const Observation &observation : diagnosis.observations)
        observations.push_back(observationJson(observation));
    const Json root{{"target", text(diagnosis.target)}, {"host", text(diagnosis.host)},
        {"taken", text(isoTime(diagnosis.taken))}, {"rounds", diagnosis.rounds},
        {"stale_since", timeOrNull(diagnosis.staleSince)},
        {"domain",
            {{"name", text(diagnosis.domainName)}, {"uuid", text(diagnosis.domainUuid)},
                {"state", text(diagnosis.domainState)}}},
        {"verdict", text(stateName(diagnosis.overall()))}, {"disks", disks},
        {"virtqueues", virtqueues}, {"side_channels", channels}, {"findings", findings},
        {"observations", observations}};
    return QByteArray::fromStdString(
               root.dump(2, ' ', false, nlohmann::json::error_handler_t::replace))
        + '\n';
}

} // namespace plumbline
