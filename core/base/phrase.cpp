// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/phrase.h"

#include <QCoreApplication>
#include <QTranslator>

namespace plumbline {

Phrase Phrase::verbatim(QString text)
{
    Phrase phrase;
    phrase.m_verbatim = std::move(text);
    return phrase;
}

Phrase Phrase::arg(const Phrase &phrase) const
{
    Phrase copy = *this;
    copy.m_arguments.append(phrase);
    return copy;
}

Phrase Phrase::arg(const QString &text) const
{
    return arg(verbatim(text));
}

Phrase Phrase::arg(qint64 number) const
{
    return arg(QString::number(number));
}

Phrase Phrase::arg(double number, int decimals) const
{
    return arg(QString::number(number, 'f', decimals));
}

Phrase Phrase::count(qint64 number) const
{
    Phrase copy = *this;
    copy.m_count = number;
    return copy;
}

template <typename Translate> QString Phrase::render(const Translate &translate) const
{
    if (m_source.isEmpty())
        return m_verbatim;
    QString pattern = translate(m_context.constData(), m_source.constData(), int(m_count));
    if (m_count >= 0)
        pattern.replace(QLatin1String("%n"), QString::number(m_count));

    // One pass by hand: QString::arg would expand a "%2" that a hostile argument contains.
    QString out;
    out.reserve(pattern.size() * 2);
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar next = i + 1 < pattern.size() ? pattern.at(i + 1) : QChar();
        const int number = next.isDigit() ? next.digitValue() : 0;
        if (pattern.at(i) == u'%' && number >= 1 && number <= m_arguments.size()) {
            out += m_arguments.at(number - 1).render(translate);
            ++i;
        } else {
            out += pattern.at(i);
        }
    }
    return out;
}

QString Phrase::text() const
{
    return render([](const char *context, const char *source, int n) {
        return QCoreApplication::translate(context, source, nullptr, n);
    });
}

QString Phrase::textIn(const QTranslator *translator) const
{
    return render([translator](const char *context, const char *source, int n) {
        const QString found
            = translator ? translator->translate(context, source, nullptr, n) : QString();
        return found.isEmpty() ? QString::fromUtf8(source) : found;
    });
}

} // namespace plumbline
