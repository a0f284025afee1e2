// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/path_view.h"

#include "views/models/layer_model.h"
#include "views/scenes/sample_diagnosis.h"
#include "views/style/theme.h"

#include <QAccessible>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace plumbline;

class TestPathView : public QObject
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
        m_model = std::make_unique<LayerModel>();
        m_view = std::make_unique<PathView>();
        m_model->setNow(sample::now());
        m_view->setLayerModel(m_model.get());
        m_model->setDiagnosis(sample::twoDisks());
        m_view->resize(620, 600);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void cleanup()
    {
        m_view.reset();
        m_model.reset();
    }

    void arrowsWalkLayersAndDisks()
    {
        m_view->setCurrentIndex(m_model->index(0, 0));
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(m_view->currentIndex(), m_model->index(1, 0));
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(m_view->currentIndex(), m_model->index(1, 1));
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QCOMPARE(m_view->currentIndex().row(), m_model->rowCount() - 1);
        // vdb has no mount: the step up passes over the empty cell
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QVERIFY(m_model->layerAt(m_view->currentIndex()));
        QCOMPARE(m_view->currentIndex().row(), m_model->rowCount() - 3);
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(m_view->currentIndex().row(), 0);
    }

    void typingFindsALayer()
    {
        m_view->setCurrentIndex(m_model->index(0, 0));
        QTest::keyClicks(m_view.get(), QStringLiteral("stor"));
        QCOMPARE(m_view->currentIndex().data().toString(), QStringLiteral("storage backend"));
    }

    void enterAsksForEvidence()
    {
        const QSignalSpy asked(m_view.get(), &PathView::evidenceWanted);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().toModelIndex(), m_view->currentIndex());
    }

    void clickChooses()
    {
        const QModelIndex wanted = m_model->index(2, 1);
        QTest::mouseClick(
            m_view->viewport(), Qt::LeftButton, {}, m_view->visualRect(wanted).center());
        QCOMPARE(m_view->currentIndex(), wanted);
    }

    void sharedLayerIsOneArea()
    {
        const QRect left = m_view->visualRect(m_model->index(5, 0));
        QCOMPARE(left, m_view->visualRect(m_model->index(5, 1)));
        QCOMPARE(left.width(), 2 * m_view->geometryOfPath().columnWidth());
    }

    void refreshMovesNothing()
    {
        m_view->resize(620, 300);
        m_view->setCurrentIndex(m_model->index(6, 0));
        const int scrolled = m_view->verticalScrollBar()->value();
        QVERIFY(scrolled > 0);
        const QRect before = m_view->visualRect(m_model->index(6, 0));
        Diagnosis next = sample::twoDisks();
        next.disks[0].layers[0].verdict.reason = Phrase::verbatim(QStringLiteral("short"));
        next.disks[0].layers[6].inFlight = 12345;
        m_model->setDiagnosis(next);
        m_model->setNow(sample::now() + std::chrono::seconds(3));
        QCOMPARE(m_view->verticalScrollBar()->value(), scrolled);
        QCOMPARE(m_view->visualRect(m_model->index(6, 0)), before);
        QCOMPARE(m_view->currentIndex(), m_model->index(6, 0));
    }

    void newShapeKeepsTheLayerThatWasChosen()
    {
        m_view->setCurrentIndex(m_model->index(6, 0));
        const QString name = m_view->currentIndex().data(LayerModel::NameRole).toString();
        Diagnosis next = sample::twoDisks();
        next.disks[0].layers.removeAt(0);
        next.disks[1].layers.removeAt(0);
        m_model->setDiagnosis(next);
        QCOMPARE(m_view->currentIndex().data(LayerModel::NameRole).toString(), name);
    }

    void assistiveToolsHearTheCells()
    {
        QAccessible::setActive(true);
        QAccessibleInterface *view = QAccessible::queryAccessibleInterface(m_view.get());
        QVERIFY(view);
        QCOMPARE(view->role(), QAccessible::List);
        QCOMPARE(view->childCount(), m_model->rowCount() * m_model->columnCount());
        m_view->setCurrentIndex(m_model->index(6, 0));
        QAccessibleInterface *cell = view->focusChild();
        QVERIFY(cell);
        QCOMPARE(cell, view->child(12));
        QCOMPARE(view->indexOfChild(cell), 12);
        QVERIFY(cell->text(QAccessible::Name).contains(QStringLiteral("host mount")));
        QVERIFY(cell->state().focused);
        QAccessible::setActive(false);
    }

    void hostileNamesStayInTheirCells()
    {
        Diagnosis next = sample::stalledMount();
        for (Layer &layer : next.disks[0].layers) {
            layer.name = QStringLiteral("<h1>\n\u202E") + QString(10000, u'W');
            layer.verdict.reason = Phrase::verbatim(layer.name);
        }
        next.disks[0].name = QString(10000, u'W');
        next.disks[0].blastRadius = {{QString(10000, u'W'), {}}};
        m_model->setDiagnosis(next);
        QVERIFY(m_view->geometryOfPath().contentHeight() < 1200);
        QCOMPARE(m_view->geometryOfPath().contentWidth(), m_view->viewport()->width());
        QVERIFY(!m_view->grab().isNull());
        QCOMPARE(m_view->picture().height(), m_view->geometryOfPath().contentHeight());
    }

private:
    std::unique_ptr<LayerModel> m_model;
    std::unique_ptr<PathView> m_view;
};

QTEST_MAIN(TestPathView)
#include "tst_path_view.moc"
