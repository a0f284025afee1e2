// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/domain_xml.h"

#include "formats/line_reader.h"

#include <QXmlStreamReader>

namespace plumbline {

constexpr qsizetype bytesAtMost = 8 * 1024 * 1024;
constexpr int levelsAtMost = 64;

const DomainDisk *DomainXml::disk(QByteArrayView target) const
{
    for (const DomainDisk &disk : disks) {
        if (disk.target == target)
            return &disk;
    }
    return nullptr;
}

static std::unexpected<Error> unreadable(const QXmlStreamReader &xml, const Phrase &expected)
{
    return unreadableAt(expected, xml.lineNumber(), xml.columnNumber() + 1);
}

/// Goes through all of it once, so that reading need not watch its bounds.
static Result<void> checkShape(QByteArrayView text)
{
    if (text.size() > bytesAtMost)
        return unreadableAt(
            PHRASE("formats", "at most %1 bytes").arg(qint64(bytesAtMost)), 1, bytesAtMost);
    QXmlStreamReader xml{QAnyStringView(QUtf8StringView(text))};
    int level = 0;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::DTD)
            return unreadable(xml, PHRASE("formats", "no document type declaration"));
        if (token == QXmlStreamReader::StartElement && ++level > levelsAtMost)
            return unreadable(xml, PHRASE("formats", "at most %1 levels").arg(levelsAtMost));
        if (token == QXmlStreamReader::EndElement)
            --level;
    }
    if (xml.hasError())
        return unreadable(xml, PHRASE("formats", "XML (%1)").arg(xml.errorString()));
    return {};
}

static QByteArray attribute(const QXmlStreamReader &xml, const char *name)
{
    return xml.attributes().value(QLatin1String(name)).toUtf8();
}

static int number(const QByteArray &text)
{
    return toNumber<int>(text).value_or(0);
}

static QByteArray takeText(QXmlStreamReader &xml)
{
    return xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed().toUtf8();
}

/// Calls `visit` at the start of each child element; it must read to that element's end.
template <typename Visit> static void eachChild(QXmlStreamReader &xml, const Visit &visit)
{
    while (xml.readNextStartElement())
        visit(xml.name());
}

static void readSource(QXmlStreamReader &xml, DomainDisk &disk)
{
    disk.sourceLine = int(xml.lineNumber());
    // Each kind of source has one of these (docs/formatdomain.rst, hard drives).
    for (const char *name : {"file", "dev", "dir", "path"}) {
        if (disk.path.isEmpty())
            disk.path = attribute(xml, name);
    }
    disk.pool = attribute(xml, "pool");
    disk.volume = attribute(xml, "volume");
    disk.protocol = attribute(xml, "protocol");
    disk.sourceName = attribute(xml, "name");
    disk.sourceIndex = number(attribute(xml, "index"));
    eachChild(xml, [&](QStringView name) {
        if (name == u"host" && disk.host.isEmpty() && disk.unixSocket.isEmpty()) {
            disk.host = attribute(xml, "name");
            disk.port = attribute(xml, "port");
            disk.unixSocket = attribute(xml, "socket");
        }
        xml.skipCurrentElement();
    });
}

/// <driver> of a disk or controller; returns its iothread, of several mapped ones the first.
static QByteArray readDriverIothread(QXmlStreamReader &xml)
{
    QByteArray iothread = attribute(xml, "iothread");
    eachChild(xml, [&](QStringView name) {
        if (name != u"iothreads")
            return xml.skipCurrentElement();
        eachChild(xml, [&](QStringView) {
            if (iothread.isEmpty())
                iothread = attribute(xml, "id");
            xml.skipCurrentElement();
        });
    });
    return iothread;
}

static DomainDisk readDisk(QXmlStreamReader &xml)
{
    DomainDisk disk;
    disk.line = int(xml.lineNumber());
    disk.sourceType = attribute(xml, "type");
    disk.device = attribute(xml, "device");
    if (disk.device.isEmpty())
        disk.device = "disk"; // the schema's default
    eachChild(xml, [&](QStringView name) {
        if (name == u"driver") {
            disk.driverType = attribute(xml, "type");
            disk.cache = attribute(xml, "cache");
            disk.io = attribute(xml, "io");
            disk.queues = number(attribute(xml, "queues"));
            disk.errorPolicy = attribute(xml, "error_policy");
            disk.readErrorPolicy = attribute(xml, "rerror_policy");
            disk.iothread = readDriverIothread(xml);
            return;
        }
        if (name == u"source")
            return readSource(xml, disk);
        if (name == u"iotune")
            return eachChild(xml, [&](QStringView limit) {
                const QByteArray key = limit.toUtf8();
                disk.iotune.insert(key, takeText(xml));
            });
        if (name == u"serial") {
            disk.serial = takeText(xml);
            return;
        }
        if (name == u"target") {
            disk.target = attribute(xml, "dev");
            disk.bus = attribute(xml, "bus");
        } else if (name == u"alias") {
            disk.alias = attribute(xml, "name");
        } else if (name == u"address") {
            disk.controller = attribute(xml, "controller");
        } else if (name == u"readonly") {
            disk.readOnly = true;
        } else if (name == u"backingStore") {
            disk.hasBackingChain = !attribute(xml, "type").isEmpty();
        }
        xml.skipCurrentElement();
    });
    return disk;
}

static DomainController readController(QXmlStreamReader &xml)
{
    DomainController controller;
    controller.type = attribute(xml, "type");
    controller.model = attribute(xml, "model");
    controller.index = attribute(xml, "index");
    eachChild(xml, [&](QStringView name) {
        if (name == u"driver") {
            controller.queues = number(attribute(xml, "queues"));
            controller.iothread = readDriverIothread(xml);
            return;
        }
        if (name == u"alias")
            controller.alias = attribute(xml, "name");
        xml.skipCurrentElement();
    });
    return controller;
}

/// <serial>, or <console> where a machine has no other; the first one counts.
static void readSerial(QXmlStreamReader &xml, DomainXml &domain)
{
    if (!domain.serialType.isEmpty())
        return xml.skipCurrentElement();
    domain.serialType = attribute(xml, "type");
    eachChild(xml, [&](QStringView name) {
        if (name == u"source" && domain.serialPath.isEmpty())
            domain.serialPath = attribute(xml, "path");
        else if (name == u"log")
            domain.serialLog = attribute(xml, "file");
        xml.skipCurrentElement();
    });
}

static void readChannel(QXmlStreamReader &xml, DomainXml &domain)
{
    const int line = int(xml.lineNumber());
    QByteArray path;
    eachChild(xml, [&](QStringView name) {
        if (name == u"source") {
            path = attribute(xml, "path");
        } else if (name == u"target" && attribute(xml, "name") == "org.qemu.guest_agent.0") {
            domain.agentState = attribute(xml, "state");
            domain.agentLine = int(xml.lineNumber());
        }
        xml.skipCurrentElement();
    });
    if (domain.agentLine >= line)
        domain.agentPath = path;
}

static DomainInterface readInterface(QXmlStreamReader &xml)
{
    DomainInterface interface;
    interface.type = attribute(xml, "type");
    eachChild(xml, [&](QStringView name) {
        if (name == u"target")
            interface.target = attribute(xml, "dev");
        else if (name == u"alias")
            interface.alias = attribute(xml, "name");
        xml.skipCurrentElement();
    });
    return interface;
}

static void readDevices(QXmlStreamReader &xml, DomainXml &domain)
{
    eachChild(xml, [&](QStringView name) {
        if (name == u"disk") {
            domain.disks.append(readDisk(xml));
        } else if (name == u"interface") {
            domain.interfaces.append(readInterface(xml));
        } else if (name == u"controller" && attribute(xml, "type") == "scsi") {
            domain.controllers.append(readController(xml));
        } else if (name == u"serial" || name == u"console") {
            readSerial(xml, domain);
        } else if (name == u"channel") {
            readChannel(xml, domain);
        } else {
            if (name == u"panic" && domain.panicModel.isEmpty())
                domain.panicModel = attribute(xml, "model");
            xml.skipCurrentElement();
        }
    });
}

Result<DomainXml> readDomainXml(QByteArrayView text)
{
    if (const auto checked = checkShape(text); !checked)
        return std::unexpected(checked.error());
    QXmlStreamReader xml{QAnyStringView(QUtf8StringView(text))};
    if (!xml.readNextStartElement() || xml.name() != u"domain")
        return unreadable(xml, PHRASE("formats", "a <domain>"));

    DomainXml domain;
    domain.type = attribute(xml, "type");
    domain.id = attribute(xml, "id");
    eachChild(xml, [&](QStringView name) {
        if (name == u"name")
            domain.name = takeText(xml);
        else if (name == u"uuid")
            domain.uuid = takeText(xml);
        else if (name == u"vcpu")
            domain.vcpus = number(takeText(xml));
        else if (name == u"iothreads")
            domain.iothreads = number(takeText(xml));
        else if (name == u"devices")
            readDevices(xml, domain);
        else if (name == u"features")
            eachChild(xml, [&](QStringView feature) {
                if (feature == u"vmcoreinfo")
                    domain.vmcoreinfo = attribute(xml, "state") != "off";
                xml.skipCurrentElement();
            });
        else
            xml.skipCurrentElement();
    });
    if (domain.name.isEmpty())
        return unreadable(xml, PHRASE("formats", "a domain's name"));
    return domain;
}

} // namespace plumbline
