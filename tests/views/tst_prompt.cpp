// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/prompt/host_key_sheet.h"
#include "views/prompt/notice_sheet.h"
#include "views/prompt/secret_sheet.h"
#include "views/prompt/sheet_stack.h"
#include "views/scenes/scenes.h"
#include "views/window/main_window.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace plumbline;

class TestPrompt : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning();
        qRegisterMetaType<std::optional<QString>>();
    }

    void init()
    {
        m_window = sceneWindow(QStringLiteral("stalled"));
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void enterIsNeverYes()
    {
        auto *sheet = newKeySheet();
        QTRY_COMPARE(m_window->focusWidget(), sheet->refuseButton());
        const QSignalSpy answered(sheet, &HostKeySheet::answered);
        sheet->acceptButton()->setFocus();
        QTest::keyClick(sheet->acceptButton(), Qt::Key_Return);
        QTest::keyClick(sheet->acceptButton(), Qt::Key_Enter);
        QCOMPARE(answered.size(), 0);
        QTest::keyClick(sheet->acceptButton(), Qt::Key_Escape);
        QCOMPARE(answered.size(), 1);
        QVERIFY(!answered.first().first().toBool());
    }

    void spaceOrClickAccepts()
    {
        auto *sheet = newKeySheet();
        const QSignalSpy answered(sheet, &HostKeySheet::answered);
        sheet->acceptButton()->setFocus();
        QTest::keyClick(sheet->acceptButton(), Qt::Key_Space);
        QCOMPARE(answered.size(), 1);
        QVERIFY(answered.first().first().toBool());
        QTRY_VERIFY(!m_window->sheets()->current());
    }

    void sheetsComeOneAfterTheOther()
    {
        auto *first = newKeySheet();
        auto *second = newKeySheet();
        QVERIFY(first->isVisible() && !second->isVisible());
        delete first; // the question was withdrawn
        QVERIFY(second->isVisible());
        second->decline();
        QVERIFY(!m_window->sheets()->current());
    }

    void secretIsHiddenAndGivenOnce()
    {
        auto *sheet
            = new SecretSheet(QStringLiteral("root@kvm-07"), QStringLiteral("Password: "), false);
        const QSignalSpy answered(sheet, &SecretSheet::answered);
        m_window->sheets()->push(sheet);
        QCOMPARE(sheet->line()->echoMode(), QLineEdit::Password);
        QTest::keyClicks(sheet->line(), QStringLiteral("hunter2"));
        QTest::keyClick(sheet->line(), Qt::Key_Return);
        QCOMPARE(answered.size(), 1);
        QCOMPARE(
            answered.first().first().value<std::optional<QString>>(), QStringLiteral("hunter2"));
        QVERIFY(sheet->line()->text().isEmpty());
    }

    void escapeDeclinesASecret()
    {
        auto *sheet = new SecretSheet(QStringLiteral("key"), QStringLiteral("Passphrase"), false);
        const QSignalSpy answered(sheet, &SecretSheet::answered);
        m_window->sheets()->push(sheet);
        QTest::keyClick(sheet->line(), Qt::Key_Escape);
        QCOMPARE(answered.size(), 1);
        QVERIFY(!answered.first().first().value<std::optional<QString>>());
    }

    void changedKeyShowsBothAndOffersNothing()
    {
        auto *sheet = changedKeyNotice(
            QStringLiteral("kvm-07"), QStringLiteral("SHA256:old"), QStringLiteral("SHA256:new"));
        m_window->sheets()->push(sheet);
        QStringList texts;
        for (const QLabel *label : sheet->findChildren<QLabel *>())
            texts.append(label->text());
        QVERIFY(texts.contains(QStringLiteral("SHA256:old")));
        QVERIFY(texts.contains(QStringLiteral("SHA256:new")));
        QCOMPARE(sheet->findChildren<QPushButton *>().size(), 1);
    }

    void hostileHostNameIsPlainText()
    {
        HostKeySheet sheet(
            QStringLiteral("<b>x</b>\u202E"), QStringLiteral("<i>"), QStringLiteral("SHA256:<u>"));
        for (const QLabel *label : sheet.findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY(!label->text().contains(QChar(0x202e)));
        }
    }

private:
    HostKeySheet *newKeySheet()
    {
        auto *sheet = new HostKeySheet(
            QStringLiteral("kvm-09"), QStringLiteral("ssh-ed25519"), QStringLiteral("SHA256:abc"));
        m_window->sheets()->push(sheet);
        return sheet;
    }

    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestPrompt)
#include "tst_prompt.moc"
