// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/tasks_json.h"

#include "tasks/dump_comparison.h"
#include "tasks/stack_groups.h"
#include "tasks/wait_chains.h"

#include <nlohmann/json.hpp>

namespace plumbline {

using Json = nlohmann::ordered_json;

// Names may hold any bytes; what is no UTF-8 becomes U+FFFD.
static std::string text(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes).toStdString();
}

static Json textOrNull(QByteArrayView bytes)
{
    return bytes.isEmpty() ? Json(nullptr) : Json(text(bytes));
}

template <typename T> static Json orNull(const std::optional<T> &number)
{
    return number ? Json(*number) : Json(nullptr);
}

static Json waitOrNull(const WaitVerdict &verdict)
{
    return verdict.wait ? Json(text(waitName(*verdict.wait))) : Json(nullptr);
}

static Json framesJson(const TaskDumps &dumps, const DumpedTask &task)
{
    Json frames = Json::array();
    for (const FramePlace &place : task.frames) {
        const StackFrame &frame = dumps.frame(place);
        frames.push_back(
            {{"symbol", text(frame.symbol)}, {"offset", frame.offset}, {"size", frame.size},
                {"module", textOrNull(frame.module)}, {"reliable", frame.reliable},
                {"line", task.line + qint64(place.below)}, {"source", textOrNull(frame.source)}});
    }
    return frames;
}

static Json blockerOrNull(const DumpedTask &task)
{
    if (!task.blocker)
        return nullptr;
    const LockHolder &holder = *task.blocker;
    return {{"lock", text(holder.lock)}, {"waits_as", textOrNull(holder.waitsAs)},
        {"pid", orNull(holder.pid)}, {"comm", textOrNull(holder.comm)},
        {"owns_as", textOrNull(holder.ownsAs)}, {"line", holder.line}};
}

static Json taskJson(const TaskDumps &dumps, const DumpedTask &task, const WaitJudge &judge)
{
    const WaitVerdict verdict = judge.judge(task);
    return {{"pid", orNull(task.pid)}, {"tgid", orNull(task.tgid)}, {"comm", text(task.comm)},
        {"state", std::string(1, task.state)}, {"cpu", orNull(task.cpu)}, {"line", task.line},
        {"last_line", task.lastLine}, {"waits_for", waitOrNull(verdict)},
        {"deciding_frame", verdict.wait ? Json(verdict.frame) : Json(nullptr)},
        {"decided_by_reliable", verdict.wait ? Json(verdict.isReliable) : Json(nullptr)},
        {"seconds", orNull(task.blockedSeconds)}, {"workqueue", textOrNull(task.workqueue)},
        {"blocker", blockerOrNull(task)}, {"frames", framesJson(dumps, task)}};
}

static bool isShown(const DumpedTask &task, const TasksView &view)
{
    return !view.blockedOnly || task.state == 'D';
}

// Groups name tasks by their headers' lines, which are the same with and without --blocked.
static Json groupsJson(
    const TaskDumps &dumps, const TaskDump &dump, const TasksView &view, const WaitJudge &judge)
{
    Json groups = Json::array();
    for (const StackGroup &group : groupStacks(dumps, dump, judge)) {
        if (!isShown(dump.tasks[group.tasks.front()], view))
            continue;
        Json lines = Json::array();
        for (const size_t task : group.tasks)
            lines.push_back(dump.tasks[task].line);
        groups.push_back(
            {{"state", std::string(1, group.state)}, {"waits_for", waitOrNull(group.wait)},
                {"count", group.tasks.size()}, {"task_lines", lines}});
    }
    return groups;
}

static const char *reasonName(ChainLink::Reason reason)
{
    static constexpr const char *names[] = {"start", "owns-lock", "commits-journal"};
    return names[size_t(reason)];
}

static Json chainsJson(const TaskDumps &dumps, const WaitJudge &judge)
{
    Json chains = Json::array();
    for (const WaitChain &chain : waitChains(dumps, judge)) {
        Json links = Json::array();
        for (const ChainLink &link : chain.links) {
            links.push_back({{"comm", text(link.comm)}, {"pid", orNull(link.pid)},
                {"reason", reasonName(link.reason)}, {"lock", textOrNull(link.lock)},
                {"line", link.line}});
        }
        chains.push_back({{"circle", chain.isCircle}, {"links", links}});
    }
    return chains;
}

static QByteArray bytes(const Json &json)
{
    return QByteArray::fromStdString(json.dump());
}

static void writeDump(const TaskDumps &dumps, const TaskDump &dump, const TasksView &view,
    const WaitJudge &judge, const TextSink &sink)
{
    QByteArray head = bytes(
        {{"kind", text(dumpKindName(dump.kind))}, {"line", dump.line}, {"last_line", dump.lastLine},
            {"guest_time", orNull(dump.guestTime)}, {"wall_time", textOrNull(dump.wallTime)}});
    head.chop(1);
    sink(head + ",\n\"tasks\":[");
    QByteArray separator = "\n";
    for (const DumpedTask &task : dump.tasks) {
        if (!isShown(task, view))
            continue;
        sink(separator + bytes(taskJson(dumps, task, judge)));
        separator = ",\n";
    }
    sink("],\n\"groups\":" + bytes(groupsJson(dumps, dump, view, judge)) + '}');
}

static void writeObject(const TaskDumps &dumps, const TasksView &view, const TextSink &sink)
{
    const WaitJudge judge(dumps);
    sink("{\"dumps\":[");
    QByteArray separator = "\n";
    for (const TaskDump &dump : dumps.dumps) {
        sink(separator);
        writeDump(dumps, dump, view, judge, sink);
        separator = ",\n";
    }
    const Json rest = {{"chains", chainsJson(dumps, judge)}, {"lines", dumps.lines},
        {"unparsed_lines", dumps.unparsedLines}, {"dropped_messages", dumps.droppedMessages}};
    sink("],\n" + bytes(rest).sliced(1));
}

void writeTasksJson(const TaskDumps &dumps, const TasksView &view, const TextSink &sink)
{
    writeObject(dumps, view, sink);
    sink("\n");
}

static Json pairsJson(
    const std::vector<TaskPair> &pairs, const TasksView &view, const WaitJudge &judge)
{
    Json array = Json::array();
    for (const TaskPair &pair : pairs) {
        const DumpedTask &task = pair.after ? *pair.after : *pair.before;
        if (!isShown(task, view))
            continue;
        array.push_back({{"pid", orNull(task.pid)}, {"comm", text(task.comm)},
            {"state", std::string(1, task.state)}, {"waits_for", waitOrNull(judge.judge(task))},
            {"line_before", pair.before ? Json(pair.before->line) : Json(nullptr)},
            {"line_after", pair.after ? Json(pair.after->line) : Json(nullptr)}});
    }
    return array;
}

void writeTasksJson(
    const TaskDumps &before, const TaskDumps &after, const TasksView &view, const TextSink &sink)
{
    const DumpComparison comparison = compareDumps(before, after);
    const WaitJudge judge(after);
    const WaitJudge judgeBefore(before);
    sink("{\"before\":");
    writeObject(before, view, sink);
    sink(",\n\"after\":");
    writeObject(after, view, sink);
    const Json pairs = {{"unmoved", pairsJson(comparison.unmoved, view, judge)},
        {"moved", pairsJson(comparison.moved, view, judge)},
        {"new", pairsJson(comparison.fresh, view, judge)},
        {"gone", pairsJson(comparison.gone, view, judgeBefore)}};
    sink(",\n\"comparison\":" + bytes(pairs) + "}\n");
}

} // namespace plumbline
