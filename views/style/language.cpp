// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

namespace plumbline {

QStringList availableLanguages()
{
    return {QStringLiteral("en"), QStringLiteral("de")};
}

static QString supported(const QString &code)
{
    const QString wanted = (code.isEmpty() ? QLocale::system().name() : code).left(2);
    return availableLanguages().contains(wanted) ? wanted : QStringLiteral("en");
}

QString useLanguage(const QString &code)
{
    static std::unique_ptr<QTranslator> ours;
    static std::unique_ptr<QTranslator> qts;
    const QString language = supported(code);
    // A locale that the user chose for numbers is kept when it is of the same language.
    const QLocale system = QLocale::system();
    QLocale::setDefault(
        !code.isEmpty() || system.name().left(2) != language ? QLocale(language) : system);

    const auto install = [](std::unique_ptr<QTranslator> &slot, const QString &file) {
        slot.reset(); // a deleted translator uninstalls itself
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(file)) {
            QCoreApplication::installTranslator(translator.get());
            slot = std::move(translator);
        }
    };
    install(qts,
        QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_") + language);
    install(ours, QStringLiteral(":/i18n/plumbline_") + language);
    return language;
}

} // namespace plumbline
