// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window asks for in the operator's name, and what it says meanwhile.
#include "views/prompt/sheet.h"
#include "views/prompt/sheet_stack.h"
#include "views/scenes/sample_diagnosis.h"
#include "views/scenes/scenes.h"
#include "views/style/language.h"
#include "views/style/theme.h"
#include "views/window/actions.h"
#include "views/window/main_window.h"
#include "views/window/path_pane.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace plumbline;

class TestWindowWishes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning();
        usePictureFonts();
        applyTheme(ThemeChoice::Light);
        useLanguage(QStringLiteral("en"));
    }

    void aBlockIsReadOnlyWhenAgreedTo()
    {
        MainWindow window;
        window.setHosts(sample::hosts());
        window.show();
        QAction *read = window.actionsOfWindow().of(Act::ReadBlock);
        QVERIFY(!read->isEnabled());
        window.setDiagnosis(sample::healthyDisks());
        QVERIFY(read->isEnabled());
        const QSignalSpy wished(&window, &MainWindow::blockReadRequested);
        read->trigger();
        // The impact is said, and what has the focus does nothing.
        QVERIFY(window.sheets()->current());
        const auto labels = window.sheets()->current()->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->text().startsWith(QStringLiteral("Impact: "));
        }));
        QTest::keyClick(window.sheets()->current()->firstFocus(), Qt::Key_Return);
        QVERIFY(!window.sheets()->current());
        read->trigger();
        window.sheets()->current()->decline();
        QCOMPARE(wished.size(), 0);
        read->trigger();
        for (QPushButton *button : window.sheets()->current()->findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("Read"))
                button->click();
        }
        QCOMPARE(wished.size(), 1);
        // A recording cannot be asked.
        window.setMoment(0, 3);
        QVERIFY(!read->isEnabled());
        QVERIFY(!window.actionsOfWindow().of(Act::UseSudo)->isEnabled());
    }

    /// Of a domain that is no longer shown there is no serial log to follow.
    void serialLogGoesWithItsDomain()
    {
        MainWindow window;
        window.setHosts(sample::hosts());
        const QAction *follow = window.actionsOfWindow().of(Act::FollowConsole);
        QVERIFY(!follow->isEnabled());
        window.setDiagnosis(sample::healthyDisks());
        window.setConsoleReadable(true);
        QVERIFY(follow->isEnabled());
        window.setAsking(QStringLiteral("ssh://root@kvm-07/db-12"));
        QVERIFY(!follow->isEnabled());
    }

    void sudoIsWishedForAndShown()
    {
        MainWindow window;
        window.setHosts(sample::hosts());
        window.setDiagnosis(sample::healthyDisks());
        QAction *sudo = window.actionsOfWindow().of(Act::UseSudo);
        const QSignalSpy wished(&window, &MainWindow::sudoToggled);
        window.setSudo(true);
        QVERIFY(sudo->isChecked());
        QCOMPARE(wished.size(), 0);
        sudo->trigger();
        QCOMPARE(wished.size(), 1);
        QCOMPARE(wished.first().first().toBool(), false);
    }

    /// Other domains and hosts report while one is asked: that is still said.
    void whatIsAwaitedStaysSaid()
    {
        MainWindow window;
        window.show();
        const auto says = [&window](const QString &part) {
            const auto labels = window.pathPane()->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&part](const QLabel *label) {
                return label->isVisible() && label->text().contains(part);
            });
        };
        window.setHosts(sample::hosts());
        QVERIFY(!says(QStringLiteral("Asking ")));
        window.setAsking(QStringLiteral("ssh://root@kvm-07/db-12"));
        QVERIFY(says(QStringLiteral("Asking ")));
        window.setHosts(sample::hosts());
        QVERIFY(says(QStringLiteral("Asking ")));
        window.setDiagnosis(sample::healthyDisks());
        QVERIFY(!says(QStringLiteral("Asking ")));
        window.clearDiagnosis();
        window.setHosts(sample::hosts());
        QVERIFY(!says(QStringLiteral("Asking ")));
    }
};

QTEST_MAIN(TestWindowWishes)
#include "tst_window_wishes.moc"
