// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/state_glyph.h"
#include "views/style/state_palette.h"
#include "views/style/theme.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace plumbline;

static constexpr double readable = 4.5;

static QImage glyph(Look look)
{
    QImage image(32, 32, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    drawStateGlyph(painter, image.rect(), look, Qt::black);
    return image;
}

class TestStatePalette : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    void contrastIsThatOfTheStandard()
    {
        QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 10), 210);
        QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
    }

    void textCanBeRead_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void textCanBeRead()
    {
        QFETCH(bool, dark);
        const QPalette palette = dark ? darkPalette() : lightPalette();
        const StatePalette states(palette);
        QCOMPARE(states.shade(), dark ? StatePalette::Dark : StatePalette::Light);
        const QColor base = palette.color(QPalette::Base);
        const QList<QColor> grounds{base, palette.color(QPalette::Window), raised(palette)};
        for (const Look look : allLooks()) {
            const QColor ink = states.ink(look);
            for (const QColor &ground : grounds)
                QVERIFY2(contrast(ink, ground) >= readable, qPrintable(ink.name() + ground.name()));
            QVERIFY(contrast(ink, states.wash(look, base)) >= readable);
            QVERIFY(contrast(palette.color(QPalette::Text), states.wash(look, base)) >= readable);
            QVERIFY(contrast(states.onInk(), ink) >= readable);
        }
        for (const QColor &ground : grounds) {
            QVERIFY(contrast(quietText(palette), ground) >= readable);
            QVERIFY(contrast(palette.color(QPalette::Link), ground) >= readable);
        }
    }

    void everyLookHasAShapeOfItsOwn()
    {
        for (const Look one : allLooks()) {
            for (const Look other : allLooks()) {
                if (one != other)
                    QVERIFY(glyph(one) != glyph(other));
            }
        }
    }

    void verdictsHaveTheirLook()
    {
        QCOMPARE(lookOf(State::Stalled, Modifier::Waiting), Look::Stalled);
        QCOMPARE(lookOf(State::Unknown, Modifier::Waiting), Look::Waiting);
        QCOMPARE(lookOf(State::Healthy, Modifier::Idle), Look::Idle);
        QCOMPARE(lookOf(State::Unknown, Modifier::None), Look::Unknown);
        QCOMPARE(lookOf(State::Stalled, Modifier::None, true), Look::Stale);
    }
};

QTEST_MAIN(TestStatePalette)
#include "tst_state_palette.moc"
