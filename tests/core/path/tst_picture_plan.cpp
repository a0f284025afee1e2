// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How a picture of the guest's display is asked for, and where it is not.
#include "path/picture_plan.h"

#include "plans.h"
#include "probes/catalogue.h"

#include <QTest>

namespace plumbline {

class TestPicturePlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void libvirtGivesItAtOnce();
    void aBareQemuWritesAFile();
    void theFileIsInMemory_data();
    void theFileIsInMemory();
    void anOldQemuKnowsNoFormat();
    void noneWithoutAnAnsweringMonitor();
    void aRefusalLeavesNoFile();
    void aLateAnswerMayLeaveOne();
    void theFileIsRemoved();

private:
    DomainPlan m_plan;
    FactStore m_facts;

    void mounted(const QByteArray &folder, const QByteArray &type);
    const ProbeBase *next(const ProbeBase *asked) const
    {
        const auto steps = planPicture(m_plan, m_facts, asked);
        return steps.isEmpty() ? nullptr : steps.first().probe;
    }
    Subject file() const { return planPicture(m_plan, m_facts, nullptr).value(0).subject; }
};

void TestPicturePlan::init()
{
    m_plan = planOf(QStringLiteral("libvirt_nbd_and_file.txt"));
    m_plan.virshUri.clear();
    m_plan.monitorSocket = "/run/user/1500/vm/qmp.sock";
    m_facts = FactStore();
    mounted("/run/user/1500", "tmpfs");
    tell(m_facts, qemuStatus, m_plan.subject(),
        R"({"return": {"status": "running", "running": true}})");
}

void TestPicturePlan::mounted(const QByteArray &folder, const QByteArray &type)
{
    tell(m_facts, processMounts, m_plan.subject(),
        "20 1 8:1 / / rw - ext4 /dev/sda1 rw\n21 20 0:25 / " + folder + " rw - " + type
            + " x rw\n");
}

void TestPicturePlan::libvirtGivesItAtOnce()
{
    m_plan.virshUri = "qemu:///system";
    QCOMPARE(next(nullptr), &libvirtScreenshot);
    QVERIFY(!next(&libvirtScreenshot));
    // Never sent to a monitor that is not free.
    const Question question = libvirtScreenshot.ask(m_plan.subject());
    QCOMPARE(std::get<VirshCommand>(question.ask).onlyIfMonitorFree, m_plan.uuid);
}

void TestPicturePlan::aBareQemuWritesAFile()
{
    QCOMPARE(next(nullptr), &qemuScreendump);
    QCOMPARE(file().path, "/run/user/1500/vm/.plumbline-picture-341");
    tell(m_facts, qemuScreendump, file(), R"({"return": {}})");
    QCOMPARE(next(&qemuScreendump), &dumpedPicture);
    QVERIFY(!next(&dumpedPicture));
}

void TestPicturePlan::theFileIsInMemory_data()
{
    QTest::addColumn<QByteArray>("folder");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("beside the socket") << QByteArray("/run/user/1500") << QByteArray("tmpfs")
                                       << QByteArray("/run/user/1500/vm/.plumbline-picture-341");
    // Anybody may plant a link there.
    QTest::newRow("elsewhere") << QByteArray("/dev/shm") << QByteArray("tmpfs") << QByteArray();
    // QEMU writes it in its main loop: a dead mount would stop all of it.
    QTest::newRow("the socket on NFS")
        << QByteArray("/run/user/1500") << QByteArray("nfs4") << QByteArray();
    QTest::newRow("on a disk") << QByteArray("/run/user/1500") << QByteArray("ext4")
                               << QByteArray();
}

void TestPicturePlan::theFileIsInMemory()
{
    QFETCH(const QByteArray, folder);
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, path);
    mounted(folder, type);
    QCOMPARE(file().path, path);
}

void TestPicturePlan::anOldQemuKnowsNoFormat()
{
    const Subject file = this->file();
    tell(m_facts, qemuScreendump, file,
        R"({"error": {"class": "GenericError", "desc": "Parameter 'format' is unexpected"}})");
    QCOMPARE(next(&qemuScreendump), &qemuOldScreendump);
    tell(m_facts, qemuOldScreendump, file, R"({"return": {}})");
    QCOMPARE(next(&qemuOldScreendump), &dumpedPicture);
    // It is not asked in vain again.
    QCOMPARE(next(nullptr), &qemuOldScreendump);
}

void TestPicturePlan::noneWithoutAnAnsweringMonitor()
{
    Observation observation;
    observation.question = qemuStatus.ask(m_plan.subject()).key;
    observation.silence = Silence{Silence::TimedOut, {}};
    m_facts.add(qemuStatus, observation);
    QVERIFY(!next(nullptr));
}

void TestPicturePlan::aRefusalLeavesNoFile()
{
    tell(m_facts, qemuScreendump, file(),
        R"({"error": {"class": "GenericError", "desc": "There is no console"}})");
    QVERIFY(!next(&qemuScreendump));
}

void TestPicturePlan::aLateAnswerMayLeaveOne()
{
    Observation observation;
    observation.question = qemuScreendump.ask(file()).key;
    observation.silence = Silence{Silence::TimedOut, {}};
    m_facts.add(qemuScreendump, observation);
    QCOMPARE(next(&qemuScreendump), &dumpedPicture);
}

void TestPicturePlan::theFileIsRemoved()
{
    const Question question = dumpedPicture.ask(file());
    const auto &command = std::get<HostCommand>(question.ask);
    QVERIFY(command.argv.at(2).contains("rm -f -- \"$f\""));
    QCOMPARE(command.argv.at(4), file().path);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestPicturePlan)
#include "tst_picture_plan.moc"
