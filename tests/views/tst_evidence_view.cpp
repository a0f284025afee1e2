// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/evidence/evidence_view.h"

#include "views/evidence/evidence_pane.h"
#include "views/evidence/picture_view.h"
#include "views/scenes/sample_diagnosis.h"
#include "views/scenes/sample_observations.h"
#include "views/style/theme.h"

#include <QBuffer>
#include <QScrollBar>
#include <QTest>

using namespace plumbline;

static EvidencePane::Subject mount(const EvidenceList &evidence)
{
    EvidencePane::Subject subject;
    subject.title = QStringLiteral("host mount");
    subject.name = QStringLiteral("nfs-2:/images");
    subject.verdict = stalled(Phrase::verbatim(QStringLiteral("none answered"))).citing(evidence);
    return subject;
}

class TestEvidenceView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning();
        usePictureFonts();
        applyTheme(ThemeChoice::Light);
    }

    void init()
    {
        m_pane = std::make_unique<EvidencePane>();
        m_pane->resize(420, 300);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    }

    void beginsAtWhatDecided()
    {
        m_pane->setSubject(
            mount({{sample::mountSecond, 11, 11}}), sample::observations(), sample::now());
        const EvidenceView *view = m_pane->view();
        const EvidenceDocument::Row row = view->document().rowAt(view->currentRow());
        QCOMPARE(row.line, 11);
        QVERIFY(row.decisive);
    }

    void buttonsJumpBetweenObservations()
    {
        m_pane->setSubject(mount({{sample::mountFirst, 11, 11}, {sample::mountSecond, 11, 11}}),
            sample::observations(), sample::now());
        QCOMPARE(m_pane->view()->currentBlock(), 0);
        m_pane->nextObservation();
        QCOMPARE(m_pane->view()->currentBlock(), 1);
        m_pane->nextObservation();
        QCOMPARE(m_pane->view()->currentBlock(), 1);
        m_pane->previousObservation();
        QCOMPARE(m_pane->view()->currentBlock(), 0);
    }

    void selectedLinesAreCopiedWithTheirReference()
    {
        m_pane->setSubject(
            mount({{sample::mountFirst, 11, 11}}), sample::observations(), sample::now());
        QTest::keyClick(m_pane->view(), Qt::Key_Down, Qt::ShiftModifier);
        const QString text = m_pane->view()->selectedText();
        QCOMPARE(text.count(u'\n'), 3);
        QVERIFY(text.startsWith(QStringLiteral("[kvm-07 2026-11-21T02:18:12.152Z $ cat ")));
        QVERIFY(text.contains(QStringLiteral(">     xprt:")));
    }

    void enterOpensAFold()
    {
        m_pane->setSubject(
            mount({{sample::mountFirst, 11, 11}}), sample::observations(), sample::now());
        EvidenceView *view = m_pane->view();
        const qsizetype before = view->document().rowCount();
        while (view->document().rowAt(view->currentRow()).kind != EvidenceDocument::Row::Fold)
            QTest::keyClick(view, Qt::Key_Down);
        QTest::keyClick(view, Qt::Key_Return);
        QVERIFY(view->document().rowCount() > before);
    }

    void refreshKeepsThePlace()
    {
        auto observations = sample::observations();
        m_pane->setSubject(mount({{sample::mountFirst, 11, 11}}), observations, sample::now());
        EvidenceView *view = m_pane->view();
        QTest::keyClick(view, Qt::Key_End);
        const int scrolled = view->verticalScrollBar()->value();
        const qsizetype current = view->currentRow();
        QVERIFY(scrolled > 0);
        Observation next = observations.value(sample::mountFirst);
        next.id = 99;
        observations.insert(99, next);
        m_pane->setSubject(mount({{99, 11, 11}}), observations, sample::now());
        QCOMPARE(view->verticalScrollBar()->value(), scrolled);
        QCOMPARE(view->currentRow(), current);
        QCOMPARE(view->document().observationOf(0).id, 99);
    }

    void manyMegabytesAreIndexedInPieces()
    {
        auto observations = sample::observations();
        Observation &large = observations[sample::mountFirst];
        large.out = QByteArray(1 << 20, 'x');
        for (qsizetype i = 79; i < large.out.size(); i += 80)
            large.out[i] = '\n';
        large.out = large.out.repeated(16);
        m_pane->setSubject(mount({{sample::mountFirst, 0, 0}}), observations, sample::now());
        EvidenceView *view = m_pane->view();
        const auto lastFold = [view] {
            const EvidenceDocument &document = view->document();
            return document.rowAt(document.rowCount() - 2).text;
        };
        const qsizetype lines = large.out.count('\n') + 1 - 40;
        QTRY_VERIFY2(lastFold().startsWith(QString::number(lines)), qPrintable(lastFold()));
        QVERIFY(!view->grab().isNull());
    }

    void pictureIsShownAsSuch_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<int>("side");
        QTest::addColumn<bool>("shown");
        QTest::newRow("PNG") << QByteArray("png") << 300 << true;
        QTest::newRow("pixmap") << QByteArray("ppm") << 300 << true;
        QTest::newRow("too large") << QByteArray("png") << 4097 << false;
        // Nothing that a host sends reaches another decoder.
        QTest::newRow("another format") << QByteArray("bmp") << 300 << false;
    }

    void pictureIsShownAsSuch()
    {
        QFETCH(const QByteArray, format);
        QFETCH(const int, side);
        QFETCH(const bool, shown);
        auto observations = sample::observations();
        QImage image(side, 2, QImage::Format_RGB32);
        image.fill(Qt::darkCyan);
        QBuffer buffer(&observations[sample::mountFirst].out);
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        QVERIFY(image.save(&buffer, format.constData()));
        buffer.write("Screenshot saved to /proc/self/fd/1, with type of image/png\n");
        m_pane->setSubject(mount({{sample::mountFirst, 0, 0}}), observations, sample::now());
        QCOMPARE(!m_pane->picture()->isHidden(), shown);
        QCOMPARE(m_pane->picture()->picture().isNull(), !shown);
        if (!shown)
            return;
        QCOMPARE(m_pane->picture()->picture().pixelColor(1, 1), QColor(Qt::darkCyan));
        QVERIFY(m_pane->asText().contains(QStringLiteral("a picture of ")));
        QVERIFY(!m_pane->asText().contains(QStringLiteral("Screenshot saved")));
        // It goes with its subject.
        m_pane->setSubject(mount({{sample::mountSecond, 11, 11}}), observations, sample::now());
        QVERIFY(m_pane->picture()->isHidden());
    }

    void pictureIsNeverEnlarged()
    {
        PictureView view;
        view.setPicture(QImage(720, 400, QImage::Format_RGB32));
        QCOMPARE(view.heightForWidth(360), 200);
        QCOMPARE(view.heightForWidth(5000), view.heightForWidth(720));
        view.setPicture(QImage(16, 8, QImage::Format_RGB32));
        QCOMPARE(view.heightForWidth(500), 8);
        view.setPicture({});
        QVERIFY(view.isHidden());
    }

    void brokenPictureIsNone()
    {
        auto observations = sample::observations();
        observations[sample::mountFirst].out = QByteArray("\x89PNG\r\n\x1a\n") + "no header";
        m_pane->setSubject(mount({{sample::mountFirst, 0, 0}}), observations, sample::now());
        QVERIFY(m_pane->picture()->isHidden());
    }

    void hostileOutputIsInert()
    {
        auto observations = sample::observations();
        observations[sample::mountFirst].command = QStringLiteral("<script>\n\u202E");
        observations[sample::mountFirst].out = QByteArray("\x1b]0;owned\x07\0\xff<b>", 16) + "\n";
        m_pane->setSubject(mount({{sample::mountFirst, 1, 1}}), observations, sample::now());
        const QString text = m_pane->asText();
        for (const QChar bad : {QChar(0x1b), QChar(7), QChar(0), QChar(0x202e)})
            QVERIFY(!text.contains(bad));
    }

private:
    std::unique_ptr<EvidencePane> m_pane;
};

QTEST_MAIN(TestEvidenceView)
#include "tst_evidence_view.moc"
