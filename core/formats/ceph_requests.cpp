// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ceph_requests.h"

#include "formats/line_reader.h"

namespace plumbline {

const CephRequest *CephRequests::numbered(quint64 tid) const
{
    for (const CephRequest &request : requests) {
        if (request.tid == tid)
            return &request;
    }
    return nullptr;
}

static Result<CephRequest> readRequest(const LineReader &lines)
{
    TextCursor line(lines.line());
    CephRequest request;
    const auto tid = line.number<quint64>();
    const QByteArrayView osd = line.word();
    const auto number = osd.startsWith("osd") ? toNumber<int>(osd.sliced(3)) : std::optional<int>();
    if (!tid || !number)
        return lines.unreadable(PHRASE("formats", "a request and its OSD"), line);
    request.tid = *tid;
    request.osd = *number;
    request.line = lines.number();
    while (!line.atEnd()) {
        const QByteArrayView word = line.word();
        if (word.startsWith("rbd_") || word.contains(".0000"))
            request.object = word.toByteArray();
        if (!word.isEmpty())
            request.operation = word.toByteArray();
    }
    return request;
}

Result<CephRequests> readCephRequests(QByteArrayView text)
{
    CephRequests all;
    LineReader lines(text);
    bool areRequests = true;
    while (lines.next()) {
        if (lines.isCut())
            return lines.cutShort();
        const QByteArrayView line = lines.line();
        if (line.startsWith("REQUESTS ")) {
            areRequests = true;
        } else if (line == "LINGER REQUESTS" || line == "BACKOFFS") {
            areRequests = false;
        } else if (areRequests) {
            Result<CephRequest> request = readRequest(lines);
            if (!request)
                return std::unexpected(request.error());
            all.requests.append(*std::move(request));
        }
    }
    return all;
}

} // namespace plumbline
