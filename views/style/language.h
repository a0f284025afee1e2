// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace plumbline {

/// Codes of the languages that Plumbline speaks: "en", "de".
QStringList availableLanguages();

/// Installs the translators of a language, English's plural forms included, and its number format.
/// An empty code takes the system's language; what we do not speak becomes English. Returns the
/// code that is now in use.
QString useLanguage(const QString &code);

} // namespace plumbline
