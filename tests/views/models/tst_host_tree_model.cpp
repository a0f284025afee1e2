// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/host_tree_model.h"

#include "views/models/run_state.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace plumbline;

static DomainEntry domain(const QString &name, std::optional<State> verdict)
{
    DomainEntry out;
    out.name = name;
    out.runState = QStringLiteral("running");
    out.verdict = verdict;
    return out;
}

static HostEntry host(const QString &name, const QList<DomainEntry> &domains)
{
    HostEntry out;
    out.name = name;
    out.target = QStringLiteral("ssh://root@") + name;
    out.link = HostEntry::Up;
    out.domains = domains;
    return out;
}

/// "kvm-1(b,a) kvm-2(c)"
static QString asText(const HostTreeModel &model)
{
    QStringList hosts;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex parent = model.index(row, 0);
        QStringList names;
        for (int i = 0; i < model.rowCount(parent); ++i)
            names.append(model.index(i, 0, parent).data().toString());
        hosts.append(QStringLiteral("%1(%2)").arg(parent.data().toString(), names.join(u',')));
    }
    return hosts.join(u' ');
}

class TestHostTreeModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    void worstIsFirst()
    {
        HostTreeModel model;
        model.setHosts({host(QStringLiteral("kvm-1"),
                            {domain(QStringLiteral("a"), State::Healthy),
                                domain(QStringLiteral("b"), State::Unknown)}),
            host(QStringLiteral("kvm-2"), {domain(QStringLiteral("c"), State::Stalled)})});
        QCOMPARE(asText(model), QStringLiteral("kvm-2(c) kvm-1(b,a)"));
    }

    void updatesKeepWhatWasSelected()
    {
        HostTreeModel model;
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const QString one = QStringLiteral("kvm-1");
        const QString two = QStringLiteral("kvm-2");
        const QString a = QStringLiteral("a");
        const QString b = QStringLiteral("b");
        const QString c = QStringLiteral("c");
        model.setHosts({host(one, {domain(a, State::Healthy), domain(b, State::Healthy)}),
            host(two, {domain(c, State::Healthy)})});
        const QPersistentModelIndex selected = model.find(QStringLiteral("ssh://root@kvm-1/b"));
        QVERIFY(selected.isValid());

        model.setHosts({host(one, {domain(a, State::Healthy), domain(b, State::Stalled)}),
            host(two, {domain(c, State::Healthy)})});
        QCOMPARE(asText(model), QStringLiteral("kvm-1(b,a) kvm-2(c)"));
        QCOMPARE(selected.data().toString(), b);

        model.setHosts({host(one, {domain(b, State::Healthy)}),
            host(two, {domain(c, State::Stalled), domain(a, State::Unknown)})});
        QCOMPARE(asText(model), QStringLiteral("kvm-2(c,a) kvm-1(b)"));
        QCOMPARE(selected.data().toString(), b);
        QCOMPARE(selected.parent().data().toString(), one);

        model.setHosts({host(two, {})});
        QVERIFY(!selected.isValid());
    }

    void targetsAreQuotedAsOnTheCommandLine()
    {
        HostTreeModel model;
        model.setHosts({host(
            QStringLiteral("kvm-1"), {domain(QStringLiteral("a b$(reboot)\n"), State::Healthy)})});
        const QModelIndex index = model.index(0, 0, model.index(0, 0));
        QCOMPARE(index.data(HostTreeModel::TargetRole).toString(),
            QStringLiteral("ssh://root@kvm-1/a%20b%24%28reboot%29%0A"));
        QCOMPARE(index.data().toString(), QStringLiteral("a b$(reboot)\\n"));
    }

    void domainsAreOpenedByUuidOrPid()
    {
        const auto make = [](const char *name, const char *uuid, qint64 pid) {
            DomainEntry out = domain(QString::fromUtf8(name), State::Healthy);
            out.uuid = QString::fromLatin1(uuid);
            out.pid = pid;
            return out;
        };
        HostTreeModel model;
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        // Namesakes without a UUID, one whose bytes are no UTF-8, one that is called like a pid,
        // and two that were started with one UUID.
        model.setHosts({host(QStringLiteral("kvm-1"),
            {make("bare", "", 10), make("bare", "", 1234), make("\xef\xbf\xbd", "u-1", 12),
                make("1234", "u-2", 13), make("twin", "u-3", 14), make("twin", "u-3", 15)})});
        const QModelIndex parent = model.index(0, 0);
        QStringList targets;
        for (int i = 0; i < model.rowCount(parent); ++i)
            targets.append(model.index(i, 0, parent).data(HostTreeModel::TargetRole).toString());
        const QString root = QStringLiteral("ssh://root@kvm-1/");
        QCOMPARE(targets,
            (QStringList{root + QStringLiteral("10"), root + QStringLiteral("1234"),
                root + QStringLiteral("u-1"), root + QStringLiteral("u-2"),
                root + QStringLiteral("14"), root + QStringLiteral("15")}));
        for (int i = 0; i < targets.size(); ++i)
            QCOMPARE(model.find(targets.at(i)), model.index(i, 0, parent));
        QVERIFY(!model.find(root + QStringLiteral("bare")).isValid());

        // One twin ends: the other stays.
        model.setHosts({host(QStringLiteral("kvm-1"), {make("twin", "u-3", 15)})});
        QCOMPARE(asText(model), QStringLiteral("kvm-1(twin)"));
        QCOMPARE(model.find(root + QStringLiteral("u-3")).row(), 0);
    }

    void hostsOfOneNameAreTwo()
    {
        HostTreeModel model;
        HostEntry one = host(QStringLiteral("kvm-1"), {domain(QStringLiteral("a"), {})});
        HostEntry two = one;
        two.target = QStringLiteral("recorded:/tmp/kvm-1");
        two.domains = {domain(QStringLiteral("b"), {})};
        model.setHosts({one, two});
        QCOMPARE(asText(model), QStringLiteral("kvm-1(a) kvm-1(b)"));
        model.setHosts({two});
        QCOMPARE(asText(model), QStringLiteral("kvm-1(b)"));
        QCOMPARE(model.find(two.target).data().toString(), QStringLiteral("b"));
    }

    void runStatesAreTranslated()
    {
        // A word that nobody knows is shown as it came, harmless.
        QCOMPARE(runStateText(QStringLiteral("running")), QStringLiteral("running"));
        QCOMPARE(
            runStateText(QStringLiteral("io-error")), QStringLiteral("paused by an I/O error"));
        QCOMPARE(runStateText(QStringLiteral("x\n")), QStringLiteral("x\\n"));
        QTranslator german;
        QVERIFY(german.load(QStringLiteral(":/i18n/plumbline_de.qm")));
        QCoreApplication::installTranslator(&german);
        HostTreeModel model;
        DomainEntry off = domain(QStringLiteral("a"), {});
        off.runState = QStringLiteral("shut off");
        model.setHosts({host(QStringLiteral("kvm-1"), {off})});
        QCOMPARE(model.index(0, 0, model.index(0, 0)).data(HostTreeModel::WordRole).toString(),
            QStringLiteral("ausgeschaltet"));
    }

    void oldVerdictsAreStale()
    {
        HostTreeModel model;
        DomainEntry entry = domain(QStringLiteral("a"), State::Stalled);
        entry.judged = WallTime(milliseconds(1'000'000));
        model.setInterval(5);
        model.setHosts({host(QStringLiteral("kvm-1"), {entry})});
        const auto row = [&model] { return model.index(0, 0, model.index(0, 0)); };
        model.setNow(WallTime(milliseconds(1'010'000)));
        QVERIFY(!row().data(HostTreeModel::StaleRole).toBool());
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setNow(WallTime(milliseconds(1'011'000)));
        QVERIFY(row().data(HostTreeModel::StaleRole).toBool());
        QVERIFY(row().data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("11 s ago")));
        QVERIFY(std::any_of(changed.begin(), changed.end(),
            [&row](const QList<QVariant> &call) { return call.first().toModelIndex() == row(); }));
    }

    void hostSaysWhyItIsSilent()
    {
        HostTreeModel model;
        HostEntry down = host(QStringLiteral("kvm-1"), {});
        down.link = HostEntry::Down;
        down.problem = Phrase::verbatim(QStringLiteral("<b>no route</b>"));
        down.lastAnswer = WallTime(milliseconds(1000));
        model.setHosts({down});
        model.setNow(WallTime(milliseconds(42000)));
        const QModelIndex index = model.index(0, 0);
        QCOMPARE(index.data(HostTreeModel::AgeRole).toString(), QStringLiteral("41 s"));
        QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("no route")));
        QVERIFY(!index.data(Qt::ToolTipRole).toString().contains(QStringLiteral("<b>")));
    }
};

QTEST_GUILESS_MAIN(TestHostTreeModel)
#include "tst_host_tree_model.moc"
