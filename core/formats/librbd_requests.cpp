// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/librbd_requests.h"

#include "formats/json_fields.h"
#include "formats/line_reader.h"

#include <algorithm>
#include <array>

namespace plumbline {

constexpr qsizetype clientsAtMost = 64;
constexpr double longestAge = 1e8; // some years
// As a request names them, and as they are counted. Not "call", by which the image's header, lock
// and object map are asked.
constexpr std::array<QByteArrayView, 9> dataOperations{"read", "write", "writefull", "writesame",
    "append", "zero", "truncate", "delete", "sparse-read"};
constexpr std::array dataCounters{"osdop_read", "osdop_write", "osdop_writefull", "osdop_writesame",
    "osdop_append", "osdop_zero", "osdop_truncate", "osdop_delete", "osdop_sparse_read"};

quint64 LibrbdClient::answered() const
{
    quint64 count = dataBegun;
    for (const LibrbdRequest &request : requests)
        count -= quint64(request.dataOperations);
    return count;
}

const LibrbdRequest *LibrbdClient::numbered(quint64 tid) const
{
    const auto found = std::find_if(requests.begin(), requests.end(),
        [tid](const LibrbdRequest &request) { return request.tid == tid; });
    return found == requests.end() ? nullptr : &*found;
}

const LibrbdImage *LibrbdClient::image(QByteArrayView name) const
{
    const auto found = std::find_if(images.begin(), images.end(),
        [name](const LibrbdImage &image) { return image.name == name; });
    return found == images.end() ? nullptr : &*found;
}

const LibrbdClient *LibrbdClients::serving(QByteArrayView image) const
{
    const auto found = std::find_if(clients.begin(), clients.end(),
        [image](const LibrbdClient &client) { return client.image(image) != nullptr; });
    return found == clients.end() ? nullptr : &*found;
}

static Result<LibrbdRequest> readRequest(const JsonValue &item)
{
    JsonFields fields(item);
    LibrbdRequest request{.tid = fields.integer<quint64>("tid"),
        .osd = fields.integer<int>("osd"),
        .object = fields.text("object_id"),
        .dataOperations = 0,
        .paused = fields.optionalInteger<int>("paused").value_or(0) != 0,
        .age = {},
        .line = item.line()};
    if (const JsonValue *operations = item.find("osd_ops")) {
        for (const JsonValue &operation : operations->items()) {
            const QByteArray words = operation.scalarText();
            request.dataOperations
                += int(std::ranges::count(dataOperations, TextCursor(words).word()));
        }
    }
    // Ceph before 12 has no age.
    const JsonValue *age = item.find("age");
    if (age && fields.optionalInteger<int>("attempts").value_or(0) > 0)
        request.age = std::clamp(age->scalarText().toDouble(), 0.0, longestAge);
    if (!fields.isReadable())
        return fields.unreadable();
    return request;
}

static std::optional<Error> readRequests(LibrbdClient &client, const JsonValue &answer)
{
    const JsonValue *operations = answer.find("ops");
    if (!operations || !operations->isArray())
        return unreadableAt(PHRASE("formats", "an array"), answer.line(), 1).error();
    for (const JsonValue &item : operations->items()) {
        Result<LibrbdRequest> request = readRequest(item);
        if (!request)
            return request.error();
        client.requests.append(*std::move(request));
    }
    return std::nullopt;
}

// What has a latency is counted when it begins, and there when it ends.
static Result<LibrbdImage> readImage(const QByteArray &name, const JsonValue &counters)
{
    LibrbdImage image{.name = name, .begun = 0, .completed = 0, .line = counters.line()};
    JsonFields fields(counters);
    for (const char *kind : {"rd", "wr", "discard", "flush", "ws", "cmp", "aio_flush"}) {
        const JsonValue *latency = counters.find(QByteArray(kind) + "_latency");
        if (!latency)
            continue;
        JsonFields ended(*latency);
        image.begun += fields.integer<quint64>(kind);
        image.completed += ended.integer<quint64>("avgcount");
        if (!ended.isReadable())
            return ended.unreadable();
    }
    if (!fields.isReadable())
        return fields.unreadable();
    return image;
}

static std::optional<Error> readCounters(LibrbdClient &client, const JsonValue &answer)
{
    static constexpr QByteArrayView prefix("librbd-"); // ID-POOL-IMAGE
    JsonFields fields(answer);
    JsonFields objecter(fields.object("objecter"));
    for (const char *counter : dataCounters)
        client.dataBegun += objecter.optionalInteger<quint64>(counter).value_or(0);
    if (!fields.isReadable())
        return fields.unreadable().error();
    if (!objecter.isReadable())
        return objecter.unreadable().error();
    for (const auto &[key, counters] : answer.members()) {
        const qsizetype dash = key.indexOf('-', prefix.size());
        if (!key.startsWith(prefix) || dash < 0)
            continue;
        Result<LibrbdImage> image = readImage(key.sliced(dash + 1), counters);
        if (!image)
            return image.error();
        client.images.append(*std::move(image));
    }
    return std::nullopt;
}

namespace {
/// The text below one of our words, up to the next.
struct Section
{
    std::optional<Error> (*read)(LibrbdClient &, const JsonValue &) = nullptr;
    int firstLine = 0;
    const char *begin = nullptr;
};
} // namespace

static std::optional<Error> finish(LibrbdClients &all, Section &section, const char *end)
{
    if (!section.read)
        return std::nullopt;
    const auto answer = readJson(QByteArrayView(section.begin, end), section.firstLine);
    if (!answer)
        return answer.error();
    const auto read = std::exchange(section.read, nullptr);
    return read(all.clients.last(), *answer);
}

static bool isJson(QByteArrayView line)
{
    return line.isEmpty() || QByteArrayView(" {}[]\"\t").contains(line.front());
}

// A line of ours; false if it is none.
static bool readWord(LibrbdClients &all, Section &section, const LineReader &lines)
{
    const QByteArrayView line = lines.line();
    if (line.startsWith("client /")) {
        all.clients.append({.socket = line.sliced(7).toByteArray(),
            .failure = {},
            .requests = {},
            .images = {},
            .line = lines.number()});
        return all.clients.size() <= clientsAtMost;
    }
    if (all.clients.isEmpty())
        return false;
    if (line.startsWith("fails "))
        all.clients.last().failure = line.sliced(6).toByteArray().left(200);
    else if (line == "requests")
        section = {readRequests, lines.number() + 1, line.end() + 1};
    else if (line == "counters")
        section = {readCounters, lines.number() + 1, line.end() + 1};
    else
        return false;
    return true;
}

Result<LibrbdClients> readLibrbdRequests(QByteArrayView text)
{
    LibrbdClients all;
    LineReader lines(text);
    const bool isThere = lines.next();
    TextCursor cursor(lines.line());
    if (!isThere || lines.isCut() || !cursor.skip("sockets "))
        return unreadableAt(PHRASE("formats", "a number of sockets"), 1, 1);
    all.sockets = cursor.number<int>();
    if (!(all.sockets || cursor.skip("closed")) || !cursor.atEnd())
        return unreadableAt(PHRASE("formats", "a number of sockets"), 1, 1);
    Section section;
    while (lines.next()) {
        if (lines.isCut())
            return lines.cutShort();
        if (section.read && isJson(lines.line()))
            continue;
        if (const auto error = finish(all, section, lines.line().begin()))
            return std::unexpected(*error);
        if (!readWord(all, section, lines))
            return lines.unreadable(PHRASE("formats", "what a Ceph client was asked"));
    }
    if (const auto error = finish(all, section, text.end()))
        return std::unexpected(*error);
    return all;
}

} // namespace plumbline
