// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/main_window.h"

#include "views/command_palette/command_palette.h"
#include "views/diagram/path_view.h"
#include "views/evidence/evidence_view.h"
#include "views/hosts/hosts_pane.h"
#include "views/models/layer_model.h"
#include "views/prompt/sheet.h"
#include "views/prompt/sheet_stack.h"
#include "views/scenes/sample_diagnosis.h"
#include "views/scenes/scenes.h"
#include "views/style/language.h"
#include "views/style/theme.h"
#include "views/summary/summary_bar.h"
#include "views/window/actions.h"
#include "views/window/path_pane.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace plumbline;

class TestMainWindow : public QObject
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

    void init()
    {
        m_window = sceneWindow(QStringLiteral("stalled"));
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        path()->setFocus();
    }

    void everyShortcutIsUsedOnce()
    {
        QStringList seen;
        for (const QAction *action : m_window->actionsOfWindow().all()) {
            for (const QKeySequence &key : action->shortcuts()) {
                QVERIFY2(!seen.contains(key.toString()), qPrintable(key.toString()));
                seen.append(key.toString());
            }
        }
        QVERIFY(seen.size() > 20);
    }

    void everyActionSaysWhatItIs()
    {
        for (const QAction *action : m_window->actionsOfWindow().all())
            QVERIFY(!action->text().isEmpty() && !action->statusTip().isEmpty());
    }

    void shortcutsReachTheirActions()
    {
        const QSignalSpy refresh(m_window.get(), &MainWindow::refreshRequested);
        const QSignalSpy pause(m_window.get(), &MainWindow::pauseToggled);
        const QSignalSpy moment(m_window.get(), &MainWindow::momentRequested);
        const QSignalSpy incident(m_window.get(), &MainWindow::bundledIncidentRequested);
        press(Qt::Key_F5);
        QCOMPARE(refresh.size(), 1);
        press(Qt::Key_Space);
        press(Qt::Key_P, Qt::ControlModifier);
        QCOMPARE(pause.size(), 2);
        QVERIFY(pause.first().first().toBool() && !pause.last().first().toBool());
        press(Qt::Key_BracketRight);
        QCOMPARE(moment.size(), 0);
        m_window->setMoment(1, 3);
        press(Qt::Key_BracketRight);
        press(Qt::Key_BracketLeft);
        QCOMPARE(moment.size(), 2);
        QCOMPARE(moment.first().first().toInt(), 2);
        QCOMPARE(moment.last().first().toInt(), 0);
        press(Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(incident.size(), 1);
    }

    void panesAreReachedByNumber()
    {
        press(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(m_window->focusWidget(), m_window->hostsPane()->tree());
        press(Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(m_window->focusWidget(), m_window->evidencePane()->view());
        press(Qt::Key_4, Qt::ControlModifier);
        QVERIFY(qobject_cast<QAbstractButton *>(m_window->focusWidget()));
        press(Qt::Key_5, Qt::ControlModifier);
        QCOMPARE(m_window->focusWidget(), m_window->summaryBar()->sentenceLabel());
        press(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(m_window->focusWidget(), path());
        press(Qt::Key_Slash);
        QCOMPARE(m_window->focusWidget(), m_window->hostsPane()->filter());
        press(Qt::Key_Escape);
        QCOMPARE(m_window->focusWidget(), path());
    }

    void problemsAreVisited()
    {
        path()->setCurrentIndex(path()->model()->index(0, 0));
        press(Qt::Key_N);
        QVERIFY(path()->currentIndex().data(LayerModel::CulpritRole).toBool());
    }

    void enterOpensTheEvidenceOfALayer()
    {
        press(Qt::Key_Return);
        QCOMPARE(m_window->focusWidget(), m_window->evidencePane()->view());
        press(Qt::Key_Escape);
        QCOMPARE(m_window->focusWidget(), path());
    }

    void copyTakesWhatHasTheFocus()
    {
        press(Qt::Key_C, Qt::ControlModifier);
        QVERIFY(clipboard().contains(QStringLiteral("STUCK HERE")));
        press(Qt::Key_5, Qt::ControlModifier);
        press(Qt::Key_C, Qt::ControlModifier);
        QVERIFY2(
            clipboard().startsWith(m_window->summaryBar()->sentence()), qPrintable(clipboard()));
        QVERIFY(clipboard().contains(QStringLiteral("[kvm-07 2026-11-21T02:18:12.152Z $ cat ")));
        press(Qt::Key_3, Qt::ControlModifier);
        press(Qt::Key_C, Qt::ControlModifier);
        QVERIFY(clipboard().contains(QStringLiteral("xprt:")));
        press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!QGuiApplication::clipboard()->pixmap().isNull());
    }

    void paletteRunsAnAction()
    {
        const QSignalSpy refresh(m_window.get(), &MainWindow::refreshRequested);
        press(Qt::Key_K, Qt::ControlModifier);
        CommandPalette *palette = m_window->commandPalette();
        QVERIFY(palette->isVisible());
        QCOMPARE(m_window->focusWidget(), palette->line());
        QTest::keyClicks(palette->line(), QStringLiteral("refr"));
        QCOMPARE(palette->list()->count(), 1);
        QTest::keyClick(palette->line(), Qt::Key_Return);
        QCOMPARE(refresh.size(), 1);
        QVERIFY(!palette->isVisible());
        QCOMPARE(m_window->focusWidget(), path());
    }

    void keyboardSheetListsEveryShortcut()
    {
        press(Qt::Key_F1);
        QVERIFY(m_window->sheets()->current());
        press(Qt::Key_Escape);
        QVERIFY(!m_window->sheets()->current());
    }

    void hostIsAddedOrSaysWhyNot()
    {
        const QSignalSpy added(m_window.get(), &MainWindow::hostAdded);
        QLineEdit *line = m_window->hostsPane()->addLine();
        press(Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(m_window->focusWidget(), line);
        QTest::keyClicks(line, QStringLiteral("ssh://-oProxyCommand=x"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(added.size(), 0);
        QVERIFY(!line->accessibleDescription().isEmpty());
        line->setText(QStringLiteral("root@kvm-09"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(added.size(), 1);
        QCOMPARE(added.first().first().toString(), QStringLiteral("ssh://root@kvm-09"));
    }

    void hostSaysWhyItIsNotReached()
    {
        HostEntry down;
        down.name = QStringLiteral("kvm-08");
        down.target = QStringLiteral("ssh://root@kvm-08");
        QTreeView *tree = m_window->hostsPane()->tree();
        const auto row = [tree] { return tree->visualRect(tree->model()->index(0, 0)); };
        const auto picture = [tree, &row] { return tree->viewport()->grab(row()).toImage(); };
        m_window->setHosts({down});
        const int plain = row().height();
        down.problem = Phrase::verbatim(
            QStringLiteral("connect: ") + QStringLiteral("the host does not answer ").repeated(4));
        m_window->setHosts({down});
        QTRY_VERIFY(row().height() > 2 * plain);
        const int high = row().height();
        const QImage one = picture();
        down.problem = Phrase::verbatim(
            QStringLiteral("connect: ") + QStringLiteral("the host does not listen ").repeated(4));
        m_window->setHosts({down});
        QTRY_VERIFY(picture() != one);
        // Wrapped to the width that there is.
        auto *panes = m_window->findChild<QSplitter *>(QStringLiteral("panes"));
        panes->setSizes({600, 400, 280});
        QTRY_VERIFY(row().height() < high);
    }

    void domainIsChosenByKeyboard()
    {
        const QSignalSpy chosen(m_window.get(), &MainWindow::domainActivated);
        press(Qt::Key_Slash);
        QTest::keyClicks(m_window->hostsPane()->filter(), QStringLiteral("db-12"));
        QTest::keyClick(m_window->hostsPane()->filter(), Qt::Key_Down);
        QTreeView *tree = m_window->hostsPane()->tree();
        tree->setCurrentIndex(tree->model()->index(0, 0, tree->model()->index(0, 0)));
        QTest::keyClick(tree, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), QStringLiteral("ssh://root@kvm-07/18222"));
    }

    void tabReachesEveryPane()
    {
        QList<QWidget *> visited;
        for (int i = 0; i < 60; ++i) {
            visited.append(m_window->focusWidget());
            press(Qt::Key_Tab);
        }
        for (QWidget *pane : {static_cast<QWidget *>(path()),
                 static_cast<QWidget *>(m_window->evidencePane()->view()),
                 static_cast<QWidget *>(m_window->hostsPane()->tree()),
                 static_cast<QWidget *>(m_window->hostsPane()->addLine()),
                 static_cast<QWidget *>(m_window->summaryBar()->sentenceLabel())})
            QVERIFY(visited.contains(pane));
    }

    void whatTakesTheFocusHasAName()
    {
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus
                || widget->inherits("QSplitterHandle") || widget->inherits("QMenuBar"))
                continue;
            const QString name = widget->accessibleName();
            // Labels and buttons are called by their text.
            QVERIFY2(!name.isEmpty() || !widget->property("text").toString().isEmpty(),
                widget->metaObject()->className());
        }
    }

    void labelsTakeNothingForMarkup()
    {
        for (const QLabel *label : m_window->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void themeAndLanguageChangeAtOnce()
    {
        press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(m_window->palette().color(QPalette::Window).lightness() < 128);
        press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(m_window->palette().color(QPalette::Window).lightness() > 128);
        const Actions &actions = m_window->actionsOfWindow();
        actions.of(Act::LanguageGerman)->trigger();
        QTRY_COMPARE(plainText(actions.of(Act::Refresh)), QStringLiteral("Aktualisieren"));
        QCOMPARE(path()->currentIndex().data(LayerModel::WordRole).toString(),
            QStringLiteral("blockiert"));
        actions.of(Act::LanguageEnglish)->trigger();
        QTRY_COMPARE(plainText(actions.of(Act::Refresh)), QStringLiteral("Refresh"));
    }

    void layoutIsRemembered()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("layout.ini")), QSettings::IniFormat);
        const auto widthOfHosts = [](const MainWindow &window) {
            return window.findChild<QSplitter *>(QStringLiteral("panes"))->sizes().first();
        };
        int kept = 0;
        {
            MainWindow first(&settings);
            first.show();
            first.findChild<QSplitter *>(QStringLiteral("panes"))->setSizes({333, 500, 400});
            kept = widthOfHosts(first);
            first.close();
        }
        MainWindow fresh;
        fresh.show();
        QVERIFY(widthOfHosts(fresh) != kept);
        MainWindow second(&settings);
        second.show();
        QCOMPARE(widthOfHosts(second), kept);
    }

    void emptyWindowTeaches()
    {
        const std::unique_ptr<MainWindow> window = sceneWindow(QStringLiteral("empty"));
        const QSignalSpy incident(window.get(), &MainWindow::bundledIncidentRequested);
        window->show();
        QVERIFY(!window->actionsOfWindow().of(Act::Refresh)->isEnabled());
        for (QAbstractButton *button : window->pathPane()->findChildren<QAbstractButton *>()) {
            if (button->text() == QStringLiteral("Open the bundled incident"))
                button->click();
        }
        QCOMPARE(incident.size(), 1);
    }

    void hostileDiagnosisDoesNoHarm()
    {
        const QString evil
            = QStringLiteral("<img src='http://x'>\n\u202E\x1b") + QString(10000, u'W');
        Diagnosis diagnosis = sample::twoDisks();
        diagnosis.domainName = diagnosis.host = diagnosis.domainState = evil;
        diagnosis.disks[0].summary.text = Phrase::verbatim(evil);
        diagnosis.disks[0].layers[0].details = {{Phrase::verbatim(evil), Phrase::verbatim(evil)}};
        diagnosis.sideChannels[0].verdict.reason = Phrase::verbatim(evil);
        diagnosis.findings = QList<Verdict>(200, unknown(Phrase::verbatim(evil)));
        const QSize before = m_window->size();
        m_window->setDiagnosis(diagnosis);
        QCoreApplication::processEvents();
        QCOMPARE(m_window->size(), before);
        QVERIFY(!m_window->windowTitle().contains(u'\n'));
        QVERIFY(!m_window->grab().isNull());
    }

    void firstWindowIsQuick()
    {
        // Half a second from nothing to a window with content; sanitizers take about three times
        // as long. The benchmark times the program itself.
#ifdef __SANITIZE_ADDRESS__
        const int limit = 3 * 500;
#else
        const int limit = 500;
#endif
        QElapsedTimer timer;
        timer.start();
        const QImage picture = scenePicture(QStringLiteral("stalled"), {});
        QVERIFY2(timer.elapsed() < limit, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(picture.size(), QSize(1280, 800));
    }

private:
    PathView *path() const { return m_window->pathPane()->view(); }
    static QString clipboard() { return QGuiApplication::clipboard()->text(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *focus = m_window->focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
    }

    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
