// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/block_options.h"

#include "formats/line_reader.h"
#include "formats/qemu_options.h"

#include <QUrl>
#include <QUrlQuery>

namespace plumbline {

/// An nbd node's server: the structured form, or the flat one that -drive still takes.
static NbdServer nbdServer(const JsonValue &options)
{
    const JsonValue *server = options.find("server");
    const JsonValue &address = server && server->isObject() ? *server : options;
    return {.unixPath = optionText(address, "path"),
        .host = optionText(address, "host"),
        .port = optionText(address, "port"),
        .exportName = optionText(options, "export")};
}

static QByteArray filenameOf(const JsonValue &options, const QByteArray &driver)
{
    if (driver == "rbd") {
        const QByteArray space = optionText(options, "namespace");
        return optionText(options, "pool") + '/' + (space.isEmpty() ? space : space + '/')
            + optionText(options, "image");
    }
    for (const char *key : {"filename", "path", "device"}) { // device: nvme's PCI address
        if (const QByteArray name = optionText(options, key); !name.isEmpty())
            return name;
    }
    return {};
}

/// A child is a reference to another node by name or described in place.
static QByteArray addChild(
    BlockGraph &graph, const JsonValue *child, const QByteArray &name, bool direct)
{
    if (!child || child->isNull())
        return {};
    return child->isObject() ? addBlockNode(graph, *child, name, direct) : child->scalarText();
}

QByteArray addBlockNode(
    BlockGraph &graph, const JsonValue &options, const QByteArray &otherwise, bool direct)
{
    BlockNode node;
    node.nodeName = optionText(options, "node-name");
    if (node.nodeName.isEmpty())
        node.nodeName = otherwise;
    node.driver = optionText(options, "driver");
    if (node.driver == "nbd")
        node.nbd = nbdServer(options);
    else
        node.filename = filenameOf(options, node.driver);
    node.cacheDirect = direct;
    if (const JsonValue *cache = options.find("cache"); cache && cache->find("direct"))
        node.cacheDirect = optionIsOn(*cache, "direct");
    node.file = addChild(graph, options.find("file"), node.nodeName + "/file", node.cacheDirect);
    node.backing
        = addChild(graph, options.find("backing"), node.nodeName + "/backing", node.cacheDirect);
    node.readOnly = optionIsOn(options, "read-only") || optionIsOn(options, "readonly");
    node.aio = optionText(options, "aio");
    node.throttleGroup = optionText(options, "throttle-group");
    graph.nodes.append(node);
    return node.nodeName;
}

/// nbd:unix:PATH:exportname=X or nbd:HOST:PORT:exportname=X (QEMU: block/nbd.c, nbd_parse_filename)
static NbdServer nbdServerFromName(QByteArrayView rest)
{
    NbdServer server;
    constexpr QByteArrayView exportKey(":exportname=");
    if (const qsizetype at = rest.indexOf(exportKey); at >= 0) {
        server.exportName = rest.sliced(at + exportKey.size()).toByteArray();
        rest = rest.first(at);
    }
    if (rest.startsWith("unix:")) {
        server.unixPath = rest.sliced(5).toByteArray();
        return server;
    }
    const qsizetype colon = lastIndexOf(rest, ':');
    server.host = rest.first(colon < 0 ? rest.size() : colon).toByteArray();
    if (colon >= 0)
        server.port = rest.sliced(colon + 1).toByteArray();
    return server;
}

/// nbd://host:port/export or nbd+unix:///export?socket=PATH
static NbdServer nbdServerFromUrl(const QByteArray &text)
{
    const QUrl url = QUrl::fromEncoded(text);
    NbdServer server{.unixPath
        = QUrlQuery(url).queryItemValue(QStringLiteral("socket"), QUrl::FullyDecoded).toUtf8(),
        .host = url.host().toUtf8(),
        .port = url.port() > 0 ? QByteArray::number(url.port()) : QByteArray(),
        .exportName = url.path().toUtf8()};
    if (server.exportName.startsWith('/'))
        server.exportName.remove(0, 1);
    return server;
}

/// rbd:POOL/[NAMESPACE/]IMAGE[@SNAPSHOT][:OPTION=VALUE…]: the image alone, since an option may be a
/// key (QEMU: block/rbd.c, qemu_rbd_parse_filename).
static QByteArray rbdImageFromName(QByteArrayView rest)
{
    QByteArray image;
    for (qsizetype i = 0; i < rest.size() && rest[i] != ':' && rest[i] != '@'; ++i) {
        if (rest[i] == '\\' && i + 1 < rest.size())
            ++i;
        image += rest[i];
    }
    return image;
}

QByteArray addFilenameNode(BlockGraph &graph, const QByteArray &filename, const QByteArray &name)
{
    if (filename.startsWith("json:")) {
        const auto tree = readJson(QByteArrayView(filename).sliced(5));
        if (tree && tree->isObject())
            return addBlockNode(graph, *tree, name);
    }
    BlockNode node;
    node.nodeName = name;
    const qsizetype colon = filename.indexOf(':');
    const qsizetype slash = filename.indexOf('/');
    const bool hasProtocol = colon > 0 && (slash < 0 || colon < slash);
    if (hasProtocol && filename.startsWith("nbd")) {
        node.driver = "nbd";
        node.nbd = filename.contains("://") ? nbdServerFromUrl(filename)
                                            : nbdServerFromName(QByteArrayView(filename).sliced(4));
    } else if (filename.startsWith("rbd:")) {
        node.driver = "rbd";
        node.filename = rbdImageFromName(QByteArrayView(filename).sliced(4));
    } else if (hasProtocol && !filename.startsWith("file:")) {
        node.driver = filename.first(colon);
        node.filename = filename;
    } else {
        node.filename = filename.startsWith("file:") ? filename.sliced(5) : filename;
        // QEMU looks at the file itself; the name is all that we have.
        node.driver = node.filename.startsWith("/dev/") ? "host_device" : "file";
    }
    graph.nodes.append(node);
    return name;
}

} // namespace plumbline
