// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which addresses of a guest are RAM: a ring that points elsewhere must not be read.
#include "path/guest_ram.h"

#include <QTest>

namespace plumbline {

static constexpr quint64 gib = quint64(1) << 30;

class TestGuestRam : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holds_data();
    void holds();
};

void TestGuestRam::holds_data()
{
    QTest::addColumn<QByteArray>("machine");
    QTest::addColumn<quint64>("size");
    QTest::addColumn<quint64>("atMost");
    QTest::addColumn<quint64>("address");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *name, const char *machine, quint64 size, quint64 address,
                         bool expected, quint64 atMost = 0) {
        QTest::newRow(name) << QByteArray(machine) << size << atMost << address << expected;
    };
    row("small q35", "pc-q35-10.0", gib / 2, 0x3acc000, true);
    row("behind the end", "pc-q35-10.0", gib / 2, gib / 2, false);
    row("across the end", "pc-q35-10.0", gib / 2, gib / 2 - 2, false);
    row("null", "pc-q35-10.0", gib, 0, false);
    row("VGA", "q35", gib, 0xa0000, false);
    row("q35 below 2 GiB of 8", "q35", 8 * gib, 2 * gib - 4096, true);
    row("q35 hole", "q35", 8 * gib, 2 * gib, false);
    row("q35 registers", "q35", 8 * gib, 0xfee00000, false);
    row("q35 above 4 GiB", "q35", 8 * gib, 4 * gib, true);
    row("q35 last byte", "q35", 8 * gib, 10 * gib - 4, true);
    row("q35 too high", "q35", 8 * gib, 10 * gib, false);
    row("q35 hotplugged", "q35", 8 * gib, 12 * gib, true, 16 * gib);
    row("pc below 3 GiB of 8", "pc-i440fx-9.2", 8 * gib, 3 * gib - 4096, true);
    row("pc hole", "pc-i440fx-9.2", 8 * gib, 3 * gib, false);
    row("default machine", "", gib, gib - 4096, true);
    row("arm", "virt-10.0", gib, gib + 4096, true);
    row("arm flash", "virt-10.0", gib, 4096, false);
    row("another machine", "xenfv", gib, 0x3acc000, false);
    row("size unknown", "q35", 0, 0x3acc000, false);
    row("wraps", "q35", gib, ~quint64(0) - 1, false);
}

void TestGuestRam::holds()
{
    QFETCH(QByteArray, machine);
    QFETCH(quint64, size);
    QFETCH(quint64, atMost);
    QFETCH(quint64, address);
    QFETCH(bool, expected);
    QCOMPARE((GuestRam{machine, size, atMost}.holds(address, 4)), expected);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestGuestRam)
#include "tst_guest_ram.moc"
