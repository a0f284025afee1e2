// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "renderings.h"

#include "formats/domain_xml.h"
#include "formats/virsh_text.h"

namespace plumbline::tests {

static void showDisk(Listing &out, const DomainDisk &d)
{
    out.field("target", d.target).field("bus", d.bus).field("device", d.device);
    out.field("driver", d.driverType).field("cache", d.cache).field("io", d.io);
    out.field("iothread", d.iothread).field("queues", d.queues);
    out.field("error policy", d.errorPolicy).field("read error policy", d.readErrorPolicy);
    out.field("source", d.sourceType).field("path", d.path).field("pool", d.pool);
    out.field("volume", d.volume).field("protocol", d.protocol).field("name", d.sourceName);
    out.field("host", d.host).field("port", d.port).field("socket", d.unixSocket);
    out.field("index", d.sourceIndex).field("alias", d.alias).field("serial", d.serial);
    out.field("controller", d.controller).field("iotune", d.iotune);
    out.field("read only", d.readOnly).field("backing chain", d.hasBackingChain);
    out.field("line", d.line).field("source line", d.sourceLine);
}

static QByteArray domainXml(QByteArrayView text)
{
    return rendering(readDomainXml(text), [](Listing &out, const DomainXml &d) {
        out.field("type", d.type).field("id", d.id).field("name", d.name).field("uuid", d.uuid);
        out.field("vcpus", d.vcpus).field("iothreads", d.iothreads);
        out.list("disk", d.disks, showDisk);
        out.list("controller", d.controllers, [](Listing &row, const DomainController &c) {
            row.field("type", c.type).field("model", c.model).field("index", c.index);
            row.field("alias", c.alias).field("iothread", c.iothread).field("queues", c.queues);
        });
        out.list("interface", d.interfaces, [](Listing &row, const DomainInterface &i) {
            row.field("type", i.type).field("target", i.target).field("alias", i.alias);
        });
        out.field("serial", d.serialType).field("serial path", d.serialPath);
        out.field("serial log", d.serialLog).field("agent path", d.agentPath);
        out.field("agent", d.agentState).field("agent line", d.agentLine);
        out.field("panic", d.panicModel).field("vmcoreinfo", d.vmcoreinfo);
    });
}

static QByteArray virshError(QByteArrayView text)
{
    static constexpr const char *kinds[] = {"job timeout", "no connection", "not allowed",
        "no domain", "not running", "agent not connected", "agent not responding", "agent frozen",
        "agent refused", "monitor gone", "unsupported", "other"};
    const auto error = virshErrorIn(text);
    if (!error)
        return "no error\n";
    Listing out;
    out.field("kind", kinds[int(error->kind)]).field("holder", error->holder);
    out.field("agent holder", error->agentHolder).field("queue full", error->queueFull);
    out.field("text", error->text);
    out.field("line", error->line);
    return out.text();
}

static QByteArray virshList(QByteArrayView text)
{
    return rendering(readVirshList(text), [](Listing &out, const QList<ListedDomain> &all) {
        out.list("domain", all, [](Listing &row, const ListedDomain &d) {
            row.field("uuid", d.uuid).field("name", d.name).field("line", d.line);
        });
    });
}

static QByteArray domstate(QByteArrayView text)
{
    return rendering(readDomstate(text), [](Listing &out, const DomainState &s) {
        out.field("state", s.state).field("reason", s.reason).field("line", s.line);
    });
}

static QByteArray domcontrol(QByteArrayView text)
{
    return rendering(readDomcontrol(text), [](Listing &out, const DomainControl &c) {
        out.field("state", c.state).field("reason", c.reason).field("seconds", c.seconds);
        out.field("line", c.line);
    });
}

static QByteArray domstats(QByteArrayView text)
{
    return rendering(readDomstats(text), [](Listing &out, const QList<DomainStats> &all) {
        out.list("domain", all, [](Listing &row, const DomainStats &d) {
            row.field("name", d.domain).field("line", d.line).field("values", d.values);
            row.field("state", d.number("state.state"));
            row.field("state line", d.lines.value("state.state"));
        });
    });
}

static QByteArray domjobinfo(QByteArrayView text)
{
    return rendering(readDomjobinfo(text), [](Listing &out, const DomainJob &j) {
        out.field("type", j.type).field("operation", j.operation).field("seconds", j.seconds);
        out.field("processed", j.processed).field("total", j.total).field("line", j.line);
        out.field("running", j.isRunning());
    });
}

std::vector<Format> libvirtFormats()
{
    return {{"domain_xml", domainXml}, {"virsh_error", virshError}, {"virsh_list", virshList},
        {"domstate", domstate}, {"domcontrol", domcontrol}, {"domstats", domstats},
        {"domjobinfo", domjobinfo}};
}

} // namespace plumbline::tests
