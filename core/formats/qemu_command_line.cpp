// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/qemu_command_line.h"

#include "formats/block_options.h"
#include "formats/line_reader.h"
#include "formats/qemu_drive.h"
#include "formats/qemu_network.h"
#include "formats/qemu_options.h"

#include <QHash>
#include <QSet>

#include <functional>

namespace plumbline {

/// Ten times what a guest with hundreds of disks has.
constexpr qsizetype argumentsAtMost = 10'000;
/// The kernel lets no argument be longer (MAX_ARG_STRLEN).
constexpr qsizetype bytesAtMost = 128 * 1024;

namespace {

/// Options without an argument (qemu-options.hx). All others take the next argument, whatever it
/// looks like.
const QSet<QByteArray> &flags()
{
    static const QSet<QByteArray> flags{"h", "help", "version", "enable-kvm", "snapshot", "usb",
        "nographic", "full-screen", "no-reboot", "no-shutdown", "S", "s", "daemonize",
        "no-user-config", "nodefaults", "preconfig", "only-migratable", "mem-prealloc",
        "one-insn-per-tb", "singlestep", "semihosting", "old-param", "xen-attach",
        "xen-domid-restrict", "enable-sync-profile", "win2k-hack", "no-fd-bootchk", "no-acpi",
        "no-hpet", "async-teardown", "curses", "sdl", "portrait", "enable-fips"};
    return flags;
}

/// Reads option by option. What refers to a chardev waits until all are known.
class CommandLineReader
{
public:
    QemuCommandLine read(const QList<QByteArray> &arguments);

private:
    void readOption(const QByteArray &option, const QByteArray &argument);
    void readDevice(const JsonValue &options);
    void readVirtio(const QByteArray &driver, const JsonValue &options);
    void readDisk(const QByteArray &driver, const JsonValue &options);
    void readController(const QByteArray &driver, const JsonValue &options);
    void readCpus(const JsonValue &options);
    void readMemory(const JsonValue &options);
    void readQmp(const QByteArray &argument);
    void readSerial(const QByteArray &argument);
    void resolveChardevs();
    /// The argument as a tree, handed to `use`; counted when it cannot be read.
    template <typename Use>
    void withTree(const QByteArray &argument, QByteArrayView implied, const Use &use)
    {
        const auto tree = readQemuOptions(argument, implied);
        if (tree && tree->isObject())
            use(*tree);
        else
            ++m_line.unreadable;
    }
    QByteArray chardevText(const QByteArray &id, QByteArrayView key) const
    {
        return optionText(m_chardevs.value(id), key);
    }

    QemuCommandLine m_line;
    QHash<QByteArray, JsonValue> m_chardevs;
    QList<QByteArray> m_controlChardevs;
    QByteArray m_agentChardev;
    QByteArray m_serialChardev;
    bool m_hasSerial = false;
};

QemuCommandLine CommandLineReader::read(const QList<QByteArray> &arguments)
{
    m_line.binary = arguments.first();
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QByteArray &argument = arguments[i];
        if (argument.size() > bytesAtMost) {
            ++m_line.unreadable;
            continue;
        }
        if (!argument.startsWith('-')) { // a disk image on its own
            readOption("hda", argument);
            continue;
        }
        const QByteArray option = argument.sliced(argument.startsWith("--") ? 2 : 1);
        if (flags().contains(option))
            continue;
        ++i;
        if (i < arguments.size() && arguments[i].size() <= bytesAtMost)
            readOption(option, arguments[i]);
    }
    resolveChardevs();
    return std::move(m_line);
}

void CommandLineReader::readOption(const QByteArray &option, const QByteArray &argument)
{
    if (option == "name") {
        withTree(argument, "guest",
            [this](const JsonValue &options) { m_line.name = optionText(options, "guest"); });
    } else if (option == "uuid") {
        m_line.uuid = argument;
    } else if (option == "pidfile") {
        m_line.pidFile = argument;
    } else if (option == "smp") {
        withTree(argument, "cpus", [this](const JsonValue &options) { readCpus(options); });
    } else if (option == "machine" || option == "M") {
        withTree(argument, "type",
            [this](const JsonValue &options) { m_line.machine = optionText(options, "type"); });
    } else if (option == "m") {
        withTree(argument, "size", [this](const JsonValue &options) { readMemory(options); });
    } else if (option == "netdev" || option == "nic" || option == "net") {
        withTree(
            argument, "type", [this](const JsonValue &options) { addNetwork(m_line, options); });
    } else if (option == "object") {
        withTree(argument, "qom-type", [this](const JsonValue &options) {
            if (optionText(options, "qom-type") == "iothread")
                m_line.iothreads.append(optionText(options, "id"));
        });
    } else if (option == "blockdev") {
        withTree(argument, "driver", [this](const JsonValue &options) {
            const QByteArray name = "blockdev" + QByteArray::number(m_line.graph.nodes.size());
            addBlockNode(m_line.graph, options, name);
        });
    } else if (option == "drive") {
        withTree(argument, "file", [this](const JsonValue &options) { addDrive(m_line, options); });
    } else if (option.size() == 3 && option >= "hda" && option <= "hdd") {
        addDrive(m_line,
            JsonValue(JsonValue::Members{{"file", JsonValue(argument, 1)},
                          {"index", JsonValue(QByteArray::number(option.back() - 'a'), 1)}},
                1));
    } else if (option == "device") {
        withTree(argument, "driver", [this](const JsonValue &options) { readDevice(options); });
    } else if (option == "chardev") {
        withTree(argument, "backend", [this](const JsonValue &options) {
            m_chardevs.insert(optionText(options, "id"), options);
        });
    } else if (option == "mon") {
        withTree(argument, "chardev", [this](const JsonValue &options) {
            if (optionText(options, "mode") == "control")
                m_controlChardevs.append(optionText(options, "chardev"));
        });
    } else if (option == "qmp" || option == "qmp-pretty") {
        readQmp(argument);
    } else if (option == "serial") {
        readSerial(argument);
    }
}

void CommandLineReader::readCpus(const JsonValue &options)
{
    // Without a count it is the product of the levels given (hw/core/machine-smp.c).
    qint64 product = 1;
    for (const char *level :
        {"drawers", "books", "sockets", "dies", "clusters", "modules", "cores", "threads"}) {
        const auto count = toNumber<quint16>(optionText(options, level)).value_or(1);
        product = std::min<qint64>(product * std::max<qint64>(count, 1), 65536);
    }
    const auto count = toNumber<quint16>(optionText(options, "cpus"));
    m_line.cpus = count ? *count : int(product);
}

/// "4G", "4194304k"; a bare number is MiB (system/vl.c). Nullopt when it does not fit.
static std::optional<quint64> memoryBytes(QByteArray text)
{
    static const QByteArray suffixes = "bkmgtpe";
    qsizetype power = 2;
    if (!text.isEmpty() && QByteArrayView("0123456789").indexOf(text.back()) < 0) {
        power = suffixes.indexOf(QByteArray(1, text.back()).toLower());
        text.chop(1);
    }
    const auto number = toNumber<quint64>(text);
    if (!number || power < 0 || (power > 0 && *number > (~quint64(0) >> (10 * power))))
        return std::nullopt;
    return *number << (10 * power);
}

/// -m size=4G,slots=4,maxmem=16G
void CommandLineReader::readMemory(const JsonValue &options)
{
    m_line.memory = memoryBytes(optionText(options, "size")).value_or(0);
    m_line.memoryAtMost = memoryBytes(optionText(options, "maxmem")).value_or(m_line.memory);
}

/// -qmp unix:PATH,server=on,wait=off
void CommandLineReader::readQmp(const QByteArray &argument)
{
    if (argument.startsWith("chardev:")) {
        m_controlChardevs.append(argument.sliced(8));
    } else if (argument.startsWith("unix:")) {
        withTree(argument.sliced(5), "path", [this](const JsonValue &options) {
            if (const QByteArray path = optionText(options, "path"); !path.isEmpty())
                m_line.qmpSockets.append(path);
            else
                m_line.monitorByFd = true;
        });
    }
}

/// -serial file:PATH or chardev:ID; only the first port matters.
void CommandLineReader::readSerial(const QByteArray &argument)
{
    if (m_hasSerial)
        return;
    m_hasSerial = true;
    if (argument.startsWith("chardev:"))
        m_serialChardev = argument.sliced(8);
    else if (argument.startsWith("file:"))
        m_line.serialLog = argument.sliced(5);
}

void CommandLineReader::readDevice(const JsonValue &options)
{
    const QByteArray driver = optionText(options, "driver");
    readVirtio(driver, options);
    if (driver.startsWith("vhost-user-blk") || options.find("drive")) {
        readDisk(driver, options);
    } else if (driver.contains("scsi")) {
        readController(driver, options);
    } else if (driver == "virtserialport") {
        if (optionText(options, "name") == "org.qemu.guest_agent.0")
            m_agentChardev = optionText(options, "chardev");
    } else if ((driver == "isa-serial" || driver == "pci-serial") && !m_hasSerial) {
        m_hasSerial = true;
        m_serialChardev = optionText(options, "chardev");
    }
}

/// The bus is a suffix of the driver's name: virtio-net-pci, virtio-net-pci-non-transitional,
/// virtio-net-ccw, virtio-net-device.
static QByteArray withoutBus(const QByteArray &driver)
{
    for (const char *bus : {"-pci", "-ccw", "-device"}) {
        if (const qsizetype at = driver.indexOf(bus); at > 0)
            return driver.first(at);
    }
    return driver;
}

void CommandLineReader::readVirtio(const QByteArray &driver, const JsonValue &options)
{
    static const QSet<QByteArray> known{"virtio-net", "virtio-serial", "virtio-rng",
        "virtio-balloon", "virtio-9p", "vhost-user-fs"};
    QemuVirtioDevice device;
    device.name = withoutBus(driver);
    device.id = optionText(options, "id");
    device.vhostUser = device.name.startsWith("vhost-user");
    device.netdev = optionText(options, "netdev");
    if (known.contains(device.name) && !device.id.isEmpty())
        m_line.virtioDevices.append(std::move(device));
}

/// num-queues, which older command lines write with an underscore.
static int queuesOf(const JsonValue &options)
{
    QByteArray count = optionText(options, "num-queues");
    if (count.isEmpty())
        count = optionText(options, "num_queues");
    return toNumber<int>(count).value_or(0);
}

void CommandLineReader::readDisk(const QByteArray &driver, const JsonValue &options)
{
    QemuDiskDevice disk;
    disk.driver = driver;
    disk.id = optionText(options, "id");
    disk.vhostUser = driver.startsWith("vhost-user-");
    disk.drive = optionText(options, disk.vhostUser ? "chardev" : "drive");
    disk.serial = optionText(options, "serial");
    disk.iothread = optionText(options, "iothread");
    if (!disk.iothread.isEmpty())
        disk.iothreads.append(disk.iothread);
    if (const JsonValue *mapping = options.find("iothread-vq-mapping")) {
        for (const JsonValue &entry : mapping->items())
            disk.iothreads.append(optionText(entry, "iothread"));
        if (disk.iothread.isEmpty() && !disk.iothreads.isEmpty())
            disk.iothread = disk.iothreads.first();
    }
    disk.bus = optionText(options, "bus");
    disk.queues = queuesOf(options);
    // A controller "scsi0" owns the bus "scsi0.0".
    if (disk.isScsi()) {
        disk.controller = disk.bus.first(std::max<qsizetype>(lastIndexOf(disk.bus, '.'), 0));
        if (disk.bus.isEmpty() && !m_line.controllers.isEmpty())
            disk.controller = m_line.controllers.first().id;
    }
    m_line.disks.append(std::move(disk));
}

void CommandLineReader::readController(const QByteArray &driver, const JsonValue &options)
{
    m_line.controllers.append({.driver = driver,
        .id = optionText(options, "id"),
        .iothread = optionText(options, "iothread"),
        .queues = queuesOf(options)});
}

void CommandLineReader::resolveChardevs()
{
    for (const QByteArray &id : std::as_const(m_controlChardevs)) {
        if (const QByteArray path = chardevText(id, "path"); !path.isEmpty())
            m_line.qmpSockets.append(path);
        else if (!chardevText(id, "fd").isEmpty())
            m_line.monitorByFd = true;
        m_line.underLibvirt = m_line.underLibvirt || id == "charmonitor"; // its name for it
    }
    m_line.agentSocket = chardevText(m_agentChardev, "path");
    if (!m_serialChardev.isEmpty()) {
        m_line.serialLog = chardevText(m_serialChardev, "logfile");
        if (m_line.serialLog.isEmpty() && chardevText(m_serialChardev, "backend") == "file")
            m_line.serialLog = chardevText(m_serialChardev, "path");
        // libvirt passes the log file open; its path is in the domain XML only.
        if (m_line.serialLog.startsWith("/dev/fdset/"))
            m_line.serialLog.clear();
    }
    // QEMU takes all -netdev before any -device, wherever they stand.
    static const QSet<QByteArray> served{"user", "tap", "bridge", "socket", "stream", "dgram",
        "passt", "l2tpv3", "vde", "hubport", "af-xdp"};
    QHash<QByteArray, QByteArray> types;
    for (const QemuNetwork &network : std::as_const(m_line.networks))
        types.insert(network.id, network.type);
    for (QemuVirtioDevice &device : m_line.virtioDevices) {
        if (device.name == "virtio-net")
            device.vhostUser = !served.contains(types.value(device.netdev));
    }
    for (QemuDiskDevice &disk : m_line.disks) {
        if (disk.vhostUser)
            disk.vhostSocket = chardevText(disk.drive, "path");
    }
}

} // namespace

QByteArray QemuCommandLine::topNode(const QemuDiskDevice &disk) const
{
    if (disk.vhostUser)
        return {};
    for (const QemuDrive &drive : drives) {
        if (drive.id == disk.drive)
            return drive.node;
    }
    return disk.drive;
}

Result<QemuCommandLine> readQemuCommandLine(const QList<QByteArray> &arguments)
{
    if (arguments.isEmpty())
        return failure(PHRASE("formats", "expected %1").arg(PHRASE("formats", "arguments")));
    if (arguments.size() > argumentsAtMost)
        return failure(PHRASE("formats", "expected %1")
                .arg(PHRASE("formats", "at most %1 arguments").arg(qint64(argumentsAtMost))));
    return CommandLineReader().read(arguments);
}

} // namespace plumbline
