// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

class QTranslator;

namespace plumbline {

/// A sentence that is not yet in anybody's language: an untranslated literal marked for lupdate,
/// with its arguments. Core speaks phrases; views render them in the user's language and a report
/// in the language chosen for that report.
///
///     PHRASE("rules", "%1 requests wait at %2").arg(7).arg(mountPoint)
///
/// Arguments are numbered %1 to %9 in the order of the arg() calls. They may be phrases themselves.
/// A phrase with a count uses %n and has plural forms in every translation, English included.
class Phrase
{
public:
    Phrase() = default;
    Phrase(const char *context, const char *source) : m_context(context), m_source(source) { }

    /// Text that has no translation: a path, a name, a program's own message.
    static Phrase verbatim(QString text);

    Phrase arg(const QString &text) const;
    Phrase arg(const Phrase &phrase) const;
    Phrase arg(qint64 number) const;
    Phrase arg(int number) const { return arg(qint64(number)); }
    /// A number with the given decimals, rendered in the language's own notation.
    Phrase arg(double number, int decimals) const;
    /// The number behind %n.
    Phrase count(qint64 number) const;

    bool isEmpty() const { return m_source.isEmpty() && m_verbatim.isEmpty(); }

    /// In the application's current language.
    QString text() const;
    /// In the language of the given translator; null gives the English source.
    QString textIn(const QTranslator *translator) const;

    const QByteArray &context() const { return m_context; }
    const QByteArray &source() const { return m_source; }

    friend bool operator==(const Phrase &, const Phrase &) = default;

private:
    template <typename Translate> QString render(const Translate &translate) const;

    QByteArray m_context;
    QByteArray m_source;
    QString m_verbatim;
    QList<Phrase> m_arguments;
    qint64 m_count = -1;
};

} // namespace plumbline

/// Marks and makes a phrase; lupdate is told that it is an alias of QT_TRANSLATE_NOOP.
#define PHRASE(context, source) ::plumbline::Phrase(context, source)
/// The same with plural forms (%n); an alias of QT_TRANSLATE_N_NOOP.
#define PHRASE_N(context, source) ::plumbline::Phrase(context, source)
