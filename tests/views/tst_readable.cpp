// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/path_view.h"
#include "views/models/layer_model.h"
#include "views/scenes/sample_diagnosis.h"
#include "views/scenes/scenes.h"
#include "views/style/language.h"
#include "views/style/text_layout.h"
#include "views/style/theme.h"
#include "views/summary/summary_bar.h"
#include "views/window/main_window.h"
#include "views/window/path_pane.h"

#include <QAbstractButton>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;

/// What must be read can be read, in every scene and language, in the smallest usual window.
class TestReadable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning();
        usePictureFonts();
    }
    void cleanupTestCase() { useLanguage(QStringLiteral("en")); }

    void nothingThatMattersIsCut_data()
    {
        QTest::addColumn<QString>("scene");
        QTest::addColumn<QString>("language");
        for (const QString &scene : sceneNames()) {
            for (const QString &language : availableLanguages())
                QTest::addRow("%s %s", qPrintable(scene), qPrintable(language))
                    << scene << language;
        }
    }
    void nothingThatMattersIsCut()
    {
        QFETCH(QString, scene);
        QFETCH(QString, language);
        applyTheme(ThemeChoice::Light);
        useLanguage(language);
        const std::unique_ptr<MainWindow> window = sceneWindow(scene);
        window->resize(1280, 800);
        window->show();
        QCoreApplication::processEvents();
        QCOMPARE(window->size(), QSize(1280, 800));
        for (const QLabel *label : window->findChildren<QLabel *>()) {
            if (label->isVisible() && label->wordWrap())
                QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                    qPrintable(label->text()));
        }
        for (const QAbstractButton *button : window->findChildren<QAbstractButton *>()) {
            // A line edit lays its own buttons out.
            if (button->isVisible() && !qobject_cast<QLineEdit *>(button->parent()))
                QVERIFY2(button->width() >= button->minimumSizeHint().width(),
                    qPrintable(button->accessibleName() + button->text()));
        }
        verdictWordsFit(*window->pathPane()->view());
    }

    void everySceneIsWritten()
    {
        const QTemporaryDir folder;
        const QStringList files = renderScenes(folder.path(), [](const PictureStyle &style) {
            QImage measured(style.size, QImage::Format_RGB32);
            measured.fill(Qt::magenta);
            return measured;
        });
        QCOMPARE(files.size(), sceneNames().size() * 8);
        QCOMPARE(QImage(files.first()).size(), QSize(1280, 800));
        for (const QString &file : files) {
            // What was measured is painted by whoever can replay it.
            QCOMPARE(QImage(file).pixelColor(5, 5) == QColor(Qt::magenta),
                file.contains(QStringLiteral("/stalled-")));
        }
    }

    void picturesAreTheSameEveryTime()
    {
        const PictureStyle style;
        QCOMPARE(scenePicture(QStringLiteral("two-disks"), style),
            scenePicture(QStringLiteral("two-disks"), style));
    }

private:
    static void verdictWordsFit(const PathView &view)
    {
        const QAbstractItemModel *model = view.model();
        const QFontMetrics bold(emphasised(view.font()));
        for (int row = 0; row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                const QModelIndex index = model->index(row, column);
                if (!index.data(LayerModel::PresentRole).toBool())
                    continue;
                const int room = view.visualRect(index).width() - cell_metrics::railWidth
                    - cell_metrics::rightMargin;
                const QString word = index.data(LayerModel::WordRole).toString();
                const QString kind = index.data(LayerModel::KindTextRole).toString();
                QVERIFY2(
                    bold.horizontalAdvance(word) + cell_metrics::gap + bold.horizontalAdvance(kind)
                        <= room,
                    qPrintable(kind + u' ' + word));
            }
        }
    }
};

QTEST_MAIN(TestReadable)
#include "tst_readable.moc"
