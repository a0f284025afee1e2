// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The domain in the middle of the window, whose QEMU is replaced while one looks.
#include "watched_domain.h"

#include "support/libvirt_host.h"
#include "support/scripted_asker.h"

#include <QSignalSpy>
#include <QTest>

namespace plumbline {

using namespace Qt::StringLiterals;

class TestWatchedDomain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void followsAQemuThatWasReplaced_data();
    void followsAQemuThatWasReplaced();
    void saysThatADomainHasEnded();
    void silentHostIsLeftAloneWhilePaused();

private:
    /// Whether the pid was asked about at the last refresh.
    bool looksAt(qint64 pid) const;
    int discoveries() const;
    void refresh();

    LibvirtHost m_host;
    ScriptedAsker *m_asker = nullptr;
    std::unique_ptr<HostSession> m_session;
    std::unique_ptr<WatchedDomain> m_domain;
    std::unique_ptr<QSignalSpy> m_changed;
};

void TestWatchedDomain::init()
{
    m_changed.reset();
    m_domain.reset();
    m_host = LibvirtHost();
    auto asker = std::make_unique<ScriptedAsker>(
        [this](const Question &question, Observation &observation) {
            m_host.answer(question, observation);
        });
    m_asker = asker.get();
    m_session = std::make_unique<HostSession>(std::move(asker));
    Target target;
    target.domain = u"guest1"_s;
    m_domain = std::make_unique<WatchedDomain>(m_session.get(), target);
    m_changed = std::make_unique<QSignalSpy>(m_domain.get(), &WatchedDomain::changed);
    m_domain->start();
    QTRY_COMPARE(m_changed->size(), 1);
    QCOMPARE(discoveries(), 1);
}

bool TestWatchedDomain::looksAt(qint64 pid) const
{
    const QString key = u"process.status/%1"_s.arg(pid);
    return std::any_of(m_asker->asked.last().begin(), m_asker->asked.last().end(),
        [&key](const Question &question) { return question.key == key; });
}

int TestWatchedDomain::discoveries() const
{
    return int(std::count_if(
        m_asker->asked.begin(), m_asker->asked.end(), [](const QList<Question> &questions) {
            return std::any_of(questions.begin(), questions.end(),
                [](const Question &question) { return question.key == u"host.qemu-processes"; });
        }));
}

void TestWatchedDomain::refresh()
{
    const qsizetype before = m_asker->asked.size();
    m_asker->time += milliseconds(5000);
    m_domain->refreshNow();
    QTRY_VERIFY(m_asker->asked.size() > before);
}

void TestWatchedDomain::followsAQemuThatWasReplaced_data()
{
    QTest::addColumn<qint64>("pid");
    QTest::addColumn<quint64>("start");
    QTest::newRow("under another number") << qint64(977) << quint64(990122);
    QTest::newRow("under the same number") << qint64(341) << quint64(990122);
}

void TestWatchedDomain::followsAQemuThatWasReplaced()
{
    QFETCH(qint64, pid);
    QFETCH(quint64, start);
    QSignalSpy failed(m_domain.get(), &WatchedDomain::failed);
    refresh();
    QCOMPARE(discoveries(), 1);
    QVERIFY(looksAt(341));
    m_host.pid = pid;
    m_host.start = start;
    refresh();
    m_changed->clear();
    refresh();
    QTRY_COMPARE(m_changed->size(), 1);
    QCOMPARE(discoveries(), 2);
    QVERIFY(looksAt(pid));
    // A new one: what was counted of the old one does not go on.
    const auto diagnosis = m_changed->first().first().value<Diagnosis>();
    QCOMPARE(diagnosis.rounds, 1);
    QCOMPARE(diagnosis.disks.size(), 2);
    // And it is stayed with.
    refresh();
    refresh();
    QCOMPARE(discoveries(), 2);
    QVERIFY(looksAt(pid));
    QCOMPARE(failed.size(), 0);
}

void TestWatchedDomain::saysThatADomainHasEnded()
{
    QSignalSpy failed(m_domain.get(), &WatchedDomain::failed);
    m_host.pid = 0;
    m_host.libvirt = LibvirtHost::Refuses;
    refresh();
    refresh();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(discoveries(), 2);
}

void TestWatchedDomain::silentHostIsLeftAloneWhilePaused()
{
    const auto unreachable = [] {
        return std::make_unique<ScriptedAsker>([](const Question &, Observation &observation) {
            observation.exitCode.reset();
            observation.silence = Silence{Silence::Unreachable, Phrase::verbatim(u"no link"_s)};
        });
    };
    auto asker = unreachable();
    const ScriptedAsker *silent = asker.get();
    HostSession session(std::move(asker));
    WatchedDomain domain(&session, m_domain->target());
    domain.setPaused(true);
    domain.start();
    QTRY_COMPARE(silent->asked.size(), 1);
    // Another that began later and is not paused is asked again after this one would have been.
    auto beside = unreachable();
    const ScriptedAsker *clock = beside.get();
    HostSession otherSession(std::move(beside));
    WatchedDomain other(&otherSession, m_domain->target());
    other.start();
    QTRY_COMPARE_WITH_TIMEOUT(clock->asked.size(), 2, 10000);
    QCOMPARE(silent->asked.size(), 1);
    domain.refreshNow();
    QTRY_COMPARE(silent->asked.size(), 2);
    domain.setPaused(false);
    QTRY_COMPARE_WITH_TIMEOUT(silent->asked.size(), 3, 10000);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestWatchedDomain)
#include "tst_watched_domain.moc"
