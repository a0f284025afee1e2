// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The window and a real sshd: what a human can do after a link was refused.
#include "workbench.h"

#include "support/test_sshd.h"
#include "support/verify.h"
#include "transport/known_hosts.h"
#include "views/hosts/hosts_pane.h"
#include "views/models/host_tree_model.h"
#include "views/prompt/host_key_sheet.h"
#include "views/prompt/notice_sheet.h"
#include "views/prompt/sheet_stack.h"
#include "views/window/actions.h"
#include "views/window/main_window.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

namespace plumbline {

using namespace Qt::StringLiterals;

/// ms, for a login.
static constexpr int soon = 15000;

class TestWorkbench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void refusedKeyIsAskedForAgain_data();
    void refusedKeyIsAskedForAgain();
    void changedKeyIsShown();
    void recordingsAreNotAsked();
    void sudoIsRememberedForEveryHost();

private:
    template <typename T> T *sheet() const
    {
        return qobject_cast<T *>(m_window->sheets()->current());
    }
    QModelIndex hostRow() const { return m_window->hostsPane()->tree()->model()->index(0, 0); }
    int link() const { return hostRow().data(HostTreeModel::LinkRole).toInt(); }
    QString problem() const { return hostRow().data(HostTreeModel::ProblemRole).toString(); }
    QAction *action(Act act) const { return m_window->actionsOfWindow().of(act); }

    TestSshd m_sshd;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Workbench> m_bench;
};

void TestWorkbench::initTestCase()
{
    REQUIRE_HERE(!TestSshd::program().isEmpty(), "no sshd is installed");
    QVERIFY(m_sshd.start());
}

void TestWorkbench::init()
{
    QFile::remove(m_sshd.knownHosts());
    HostSession::Options options;
    options.sshConfig = m_sshd.address().configFile;
    m_window = std::make_unique<MainWindow>();
    m_bench = std::make_unique<Workbench>(m_window.get(), nullptr, options);
    m_window->show();
}

void TestWorkbench::cleanup()
{
    m_bench.reset();
    m_window.reset();
}

void TestWorkbench::refusedKeyIsAskedForAgain_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("wish");
    QTest::newRow("host, refresh") << u"ssh://lab"_s << u"refresh"_s;
    QTest::newRow("host, chosen") << u"ssh://lab"_s << u"host"_s;
    QTest::newRow("domain, refresh") << u"ssh://lab/guest1"_s << u"refresh"_s;
    QTest::newRow("domain, chosen again") << u"ssh://lab/guest1"_s << u"domain"_s;
}

void TestWorkbench::refusedKeyIsAskedForAgain()
{
    QFETCH(QString, target);
    QFETCH(QString, wish);
    m_bench->open(target);
    QTRY_VERIFY_WITH_TIMEOUT(sheet<HostKeySheet>(), soon);
    sheet<HostKeySheet>()->decline();
    QTRY_VERIFY_WITH_TIMEOUT(problem().contains(u"was not accepted"), soon);
    QCOMPARE(link(), int(HostEntry::Down));
    // By itself the program does not ask again.
    QVERIFY(!m_window->sheets()->current());

    QVERIFY(action(Act::Refresh)->isEnabled());
    if (wish == u"refresh")
        action(Act::Refresh)->trigger();
    else if (wish == u"host")
        Q_EMIT m_window->hostsPane()->tree()->clicked(hostRow());
    else
        Q_EMIT m_window->domainActivated(target);
    QTRY_VERIFY_WITH_TIMEOUT(sheet<HostKeySheet>(), soon);
    sheet<HostKeySheet>()->acceptButton()->click();
    QTRY_COMPARE_WITH_TIMEOUT(link(), int(HostEntry::Up), soon);
    QTRY_VERIFY_WITH_TIMEOUT(problem().isEmpty() || !problem().contains(u"accepted"), soon);
}

void TestWorkbench::changedKeyIsShown()
{
    m_sshd.makeKnown();
    const QString before = hostKeyFingerprint(QByteArray::fromBase64(m_sshd.hostKey().at(1)));
    m_sshd.stop();
    m_sshd.renewHostKey();
    QVERIFY(m_sshd.start());
    const QString after = hostKeyFingerprint(QByteArray::fromBase64(m_sshd.hostKey().at(1)));
    QVERIFY(before != after);

    const auto texts = [this] {
        QStringList out;
        for (const QLabel *label : m_window->sheets()->current()->findChildren<QLabel *>())
            out.append(label->text());
        return out;
    };
    m_bench->open(u"ssh://lab"_s);
    QTRY_VERIFY_WITH_TIMEOUT(sheet<NoticeSheet>(), soon);
    QVERIFY2(texts().contains(before), qPrintable(texts().join(u'\n')));
    QVERIFY2(texts().contains(after), qPrintable(texts().join(u'\n')));
    QTRY_VERIFY(problem().contains(before) && problem().contains(after));
    QTRY_COMPARE(link(), int(HostEntry::Down));

    // A second attempt replaces the notice.
    const QPointer<Sheet> first = m_window->sheets()->current();
    action(Act::Refresh)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!first, soon);
    QTRY_VERIFY_WITH_TIMEOUT(sheet<NoticeSheet>(), soon);
    sheet<NoticeSheet>()->decline();
    QTRY_VERIFY(!m_window->sheets()->current());
}

void TestWorkbench::recordingsAreNotAsked()
{
    QSignalSpy shown(m_bench.get(), &Workbench::shown);
    QVERIFY(!action(Act::Refresh)->isEnabled());
    m_bench->openBundledIncident();
    QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty(), soon);
    QVERIFY(!action(Act::Refresh)->isEnabled());
    QVERIFY(!action(Act::Pause)->isEnabled());
    QVERIFY(action(Act::PreviousMoment)->isEnabled());
}

void TestWorkbench::sudoIsRememberedForEveryHost()
{
    // Nobody answers there: hosts are remembered with or without an answer.
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    const QStringList hosts{
        u"ssh://one.invalid"_s, u"ssh://two.invalid"_s, u"ssh://three.invalid"_s};
    const QStringList withSudo{hosts.at(0), hosts.at(2)};
    settings.setValue(u"hosts"_s, hosts);
    settings.setValue(u"sudoHosts"_s, withSudo);
    for (int start = 0; start < 2; ++start) {
        m_bench.reset();
        m_window = std::make_unique<MainWindow>();
        HostSession::Options options;
        options.sshConfig = m_sshd.address().configFile;
        m_bench = std::make_unique<Workbench>(m_window.get(), &settings, options);
        m_bench->addRememberedHosts();
        QCOMPARE(m_window->hostsPane()->tree()->model()->rowCount(), 3);
        QCOMPARE(settings.value(u"hosts"_s).toStringList(), hosts);
        QCOMPARE(settings.value(u"sudoHosts"_s).toStringList(), withSudo);
    }
    // One more host is a reason to write all of them.
    m_bench->open(u"ssh://four.invalid"_s);
    QCOMPARE(
        settings.value(u"hosts"_s).toStringList(), hosts + QStringList{u"ssh://four.invalid"_s});
    QCOMPARE(settings.value(u"sudoHosts"_s).toStringList(), withSudo);
}

} // namespace plumbline

QTEST_MAIN(plumbline::TestWorkbench)
#include "tst_workbench.moc"
