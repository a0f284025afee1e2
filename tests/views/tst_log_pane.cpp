// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/logs/log_pane.h"

#include "views/logs/log_event_model.h"
#include "views/logs/log_search_line.h"
#include "views/scenes/scenes.h"
#include "views/style/language.h"
#include "views/style/theme.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>
#include <array>
#include <cstring>
#include <random>

using namespace plumbline;
using namespace Qt::StringLiterals;

/// A hundred million lines of 32 bytes that take no room: each is made of its number.
class EndlessLog : public LogBytes
{
public:
    explicit EndlessLog(qint64 lines) : m_lines(lines) { }

    qint64 size() const override { return m_lines * width; }
    qsizetype read(qint64 offset, std::span<char> into) const override
    {
        const auto length = qsizetype(std::clamp<qint64>(size() - offset, 0, qint64(into.size())));
        // As quick as a file in the page cache: digits by hand.
        std::array<char, width> text;
        std::ranges::copy("[    0.000000] line 000000000\n"_L1, text.begin());
        for (qsizetype done = 0; done < length;) {
            qint64 line = (offset + done) / width;
            const qint64 from = (offset + done) % width;
            for (int place = width - 2; place > width - 2 - digits; --place, line /= 10)
                text[size_t(place)] = char('0' + line % 10);
            const qsizetype part = std::min(qsizetype(width - from), length - done);
            std::memcpy(into.data() + done, text.data() + from, size_t(part));
            done += part;
        }
        return length;
    }

private:
    static constexpr int width = 30;
    static constexpr int digits = 9;
    qint64 m_lines;
};

class TestLogPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning();
        usePictureFonts();
        applyTheme(ThemeChoice::Light);
        useLanguage(QStringLiteral("en"));
        QFile file(
            QStringLiteral(PLUMBLINE_SOURCE_DIR "/resources/samples/hung-guest-console.log"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_sample = file.readAll();
    }

    void init()
    {
        m_pane = std::make_unique<LogPane>();
        m_pane->resize(1200, 400);
        m_pane->show();
        m_pane->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    }

    void cleanup() { m_pane.reset(); }

    void linesAreShown()
    {
        open("first\n\x1b[31mred\x1b[0m\nthird");
        QCOMPARE(view()->textOf(0), u"first"_s);
        QCOMPARE(view()->textOf(1), u"red"_s);
        QCOMPARE(view()->textOf(2), u"third"_s);
        QVERIFY(m_pane->stateText().startsWith(u"3 lines"_s));
        press(Qt::Key_V);
        QVERIFY(view()->textOf(1).contains(u'\u241b'));
        press(Qt::Key_V);
        QCOMPARE(view()->textOf(1), u"red"_s);
    }

    void eventsAreFoundAndReached()
    {
        open(m_sample);
        QTRY_VERIFY(m_pane->eventModel()->rowCount() > 10);
        const QAbstractItemModelTester tester(m_pane->eventModel());
        press(Qt::Key_E);
        const LogEvent *event = m_pane->eventModel()->eventAt(0);
        QCOMPARE(view()->currentLine(), event->line - 1);
        press(Qt::Key_E);
        QCOMPARE(view()->currentLine(), m_pane->eventModel()->eventAt(1)->line - 1);
        press(Qt::Key_E, Qt::ShiftModifier);
        QCOMPARE(view()->currentLine(), event->line - 1);
        // From the list of events into the log.
        QTreeView *list = m_pane->eventList();
        list->setCurrentIndex(list->model()->index(5, 0));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(view()->currentLine(), m_pane->eventModel()->eventAt(5)->line - 1);
        QVERIFY(view()->hasFocus());
    }

    void searching()
    {
        open(m_sample);
        press(Qt::Key_Slash);
        QVERIFY(search()->line()->hasFocus());
        QTest::keyClicks(search()->line(), u"hung_task|blocked for more"_s);
        const qint64 wanted = linesWith("hung_task") + linesWith("blocked for more");
        QTRY_COMPARE(search()->answer(), u"0 of %1"_s.arg(wanted));
        QTest::keyClick(search()->line(), Qt::Key_Return);
        QTRY_COMPARE(search()->answer(), u"1 of %1"_s.arg(wanted));
        const qint64 first = view()->currentLine();
        view()->setFocus();
        press(Qt::Key_N);
        QVERIFY(view()->currentLine() > first);
        press(Qt::Key_N, Qt::ShiftModifier);
        QCOMPARE(view()->currentLine(), first);
        search()->line()->setText(u"("_s);
        QVERIFY2(search()->answer().contains(u"at character"), qPrintable(search()->answer()));
        search()->line()->setText(u"never there"_s);
        QTRY_COMPARE(search()->answer(), u"no line"_s);
        QTest::keyClick(search()->line(), Qt::Key_Escape);
        QVERIFY(view()->hasFocus());
    }

    void filtering()
    {
        open(m_sample);
        m_pane->startSearch();
        search()->line()->setText(u"sysrq"_s);
        const qint64 wanted = linesWith("sysrq");
        QTRY_COMPARE(search()->answer(), u"0 of %1"_s.arg(wanted));
        button(u"Only these"_s)->click();
        QTRY_COMPARE(m_pane->document()->rowCount(), wanted);
        search()->line()->setText(u"Loglevel"_s);
        button(u"Not these"_s)->click();
        QTRY_VERIFY(m_pane->document()->rowCount() < wanted);
        const qint64 both = m_pane->document()->rowCount();
        QVERIFY(both > 0);
        // Rows are lines of the log still, and the keys go by what is shown.
        view()->setFocus();
        press(Qt::Key_End);
        QVERIFY(view()->currentLine() > both);
        press(Qt::Key_Home);
        press(Qt::Key_Down);
        QCOMPARE(view()->currentLine(), m_pane->document()->lineOfRow(1));
        const auto chips = m_pane->filterRow()->findChildren<QToolButton *>();
        QCOMPARE(chips.size(), 4);
        chips.at(0)->click();
        QTRY_VERIFY(m_pane->document()->rowCount() > both);
        m_pane->filterRow()->findChildren<QToolButton *>().at(1)->click();
        QTRY_COMPARE(m_pane->filterRow()->findChildren<QToolButton *>().size(), 2);
        m_pane->filterRow()->findChildren<QToolButton *>().at(1)->click();
        QTRY_VERIFY(!m_pane->document()->isFiltered());
        QTRY_VERIFY(!m_pane->filterRow()->isVisible());
    }

    void keys()
    {
        open(m_sample);
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        QCOMPARE(view()->currentLine(), 2);
        press(Qt::Key_M);
        QCOMPARE(view()->marks(), std::set<qint64>{2});
        press(Qt::Key_End);
        QCOMPARE(view()->currentLine(), m_sample.count('\n') - 1);
        QVERIFY(view()->isAtEnd());
        press(Qt::Key_Apostrophe);
        QCOMPARE(view()->currentLine(), 2);
        press(Qt::Key_W);
        QVERIFY(view()->isWrapped());
        press(Qt::Key_G);
        auto *number = qobject_cast<QLineEdit *>(m_pane->focusWidget());
        QVERIFY(number);
        QTest::keyClicks(number, u"100"_s);
        QTest::keyClick(number, Qt::Key_Return);
        QCOMPARE(view()->currentLine(), 99);
        const QSignalSpy left(m_pane.get(), &LogPane::left);
        press(Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
    }

    void copying()
    {
        open("one\n\x1b[31mtwo\x1b[0m\nthree\n");
        press(Qt::Key_Down, Qt::ShiftModifier);
        press(Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"one\ntwo\n"_s);
        press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"one\n\x1b[31mtwo\x1b[0m\n"_s);
    }

    void timesOfLines()
    {
        open("Nov 22 02:07:05 vm kernel: [  100.500000] something\nplain\n");
        QTRY_VERIFY2(position().contains(u"guest 100.5 s"), qPrintable(position()));
        QVERIFY2(position().contains(u"wall Nov 22 02:07:05"), qPrintable(position()));
        press(Qt::Key_Down);
        QTRY_COMPARE(position(), u"line 2"_s);
        // Where the kernel says to what it sets its clock, every line has a place on the wall.
        open("[    2.000000] rtc_cmos 00:04: setting system clock to 2026-11-22T02:00:02 UTC "
             "(1795312802)\n[  100.000000] later\n");
        press(Qt::Key_Down);
        QTRY_COMPARE(
            position(), u"line 2 · guest 100.0 s · wall 2026-11-22T02:01:40Z ± 0.5 s, by line 1"_s);
    }

    void hostileTextDoesNoHarm()
    {
        QByteArray evil = "<img src=x> \x1b]0;title\x07 \xe2\x80\xae\xff\xfe\0 "_ba;
        evil += QByteArray(3'000'000, 'W') + '\n';
        open(evil + "INFO: task <b>evil</b>:1 blocked for more than 120 seconds.\n");
        const QSize before = m_pane->size();
        QVERIFY(!m_pane->grab().isNull());
        view()->setWrapped(true);
        QVERIFY(!m_pane->grab().isNull());
        QCOMPARE(m_pane->size(), before);
        QVERIFY(!view()->textOf(0).contains(u'\u202e'));
    }

    void whatCannotBeReadSaysSo()
    {
        m_pane->openFile(u"/nowhere/at.all"_s, u"nothing"_s, false);
        QTRY_VERIFY2(
            m_pane->stateText().contains(u"/nowhere/at.all"), qPrintable(m_pane->stateText()));
    }

    /// A hundred million lines scroll at sixty frames a second; sanitizers take some times as long,
    /// and have a tenth of the lines.
    void scrollingIsSmooth()
    {
#ifdef __SANITIZE_ADDRESS__
        static constexpr qint64 lines = 1'000'000;
        static constexpr double limit = 100;
#else
        static constexpr qint64 lines = 100'000'000;
        static constexpr double limit = 16;
#endif
        m_pane->resize(1920, 1000);
        m_pane->openBytes(std::make_shared<EndlessLog>(lines), u"endless"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_pane->document()->state().isAtEnd, 120000);
        QTRY_COMPARE(m_pane->document()->rowCount(), lines);
        QScrollBar *bar = view()->verticalScrollBar();
        std::mt19937_64 random(3);
        std::vector<double> frames;
        for (int i = 0; i < 600; ++i) {
            // By lines, by pages, and to places far away.
            const qint64 to = i % 3 == 0 ? qint64(random() % quint64(bar->maximum()))
                : i % 3 == 1             ? bar->value() + 1
                                         : bar->value() + bar->pageStep();
            QElapsedTimer timer;
            timer.start();
            bar->setValue(int(std::min<qint64>(to, bar->maximum())));
            view()->viewport()->repaint();
            frames.push_back(double(timer.nsecsElapsed()) / 1e6);
            const qint64 top = view()->topLine();
            QTRY_VERIFY(view()->textOf(top).endsWith(u"%1"_s.arg(top, 9, 10, QChar(u'0'))));
        }
        std::sort(frames.begin(), frames.end());
        const double late = frames.at(frames.size() * 99 / 100);
        qInfo("%lld lines: a frame takes %.1f ms, the 99th of a hundred %.1f ms", lines,
            frames.at(frames.size() / 2), late);
        QVERIFY2(late < limit, qPrintable(QString::number(late)));
        press(Qt::Key_End);
        QCOMPARE(view()->currentLine(), lines - 1);
    }

private:
    LogView *view() const { return m_pane->view(); }
    LogSearchLine *search() const { return m_pane->searchLine(); }
    QString position() const { return m_pane->positionText(); }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *found : m_pane->findChildren<QPushButton *>()) {
            if (found->text() == text)
                return found;
        }
        return nullptr;
    }
    qint64 linesWith(const QByteArray &words) const
    {
        qint64 count = 0;
        for (const QByteArray &line : m_sample.split('\n'))
            count += line.toLower().contains(words);
        return count;
    }
    void open(const QByteArray &text)
    {
        m_pane->openText(text, u"a log"_s);
        view()->setFocus();
        QTRY_VERIFY(m_pane->document()->state().isAtEnd);
        QTRY_VERIFY(m_pane->document()->rowCount() > 0);
        QTRY_VERIFY(!view()->bytesOf(0).isEmpty());
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(view(), key, modifiers);
    }

    std::unique_ptr<LogPane> m_pane;
    QByteArray m_sample;
};

QTEST_MAIN(TestLogPane)
#include "tst_log_pane.moc"
