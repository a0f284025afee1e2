// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/target.h"

#include <QUrl>

namespace plumbline {

// What stands before the last '@' may be a password, which has no business on a screen or in a log.
static QString withoutCredentials(const QString &text)
{
    const qsizetype at = text.lastIndexOf(u'@');
    const qsizetype scheme = text.indexOf(u"://");
    if (at < 0)
        return text;
    return (scheme >= 0 && scheme < at ? text.first(scheme + 3) : QString()) + u'…'
        + text.sliced(at);
}

static std::unexpected<Error> notATarget(const QString &text)
{
    return failure(
        PHRASE("model",
            "not a target: write ssh://[user@]host[:port]/DOMAIN, local:/DOMAIN or recorded:PATH"),
        withoutCredentials(text).left(200));
}

static Result<Target> parseSsh(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.password().isEmpty() || url.hasQuery()
        || url.hasFragment() || url.host().startsWith(u'-') || url.userName().startsWith(u'-'))
        return notATarget(text);
    Target target;
    target.scheme = Target::Ssh;
    target.host = url.host(QUrl::FullyDecoded);
    target.user = url.userName(QUrl::FullyDecoded);
    target.port = quint16(url.port(0));
    target.domain = url.path(QUrl::FullyDecoded).mid(1);
    return target;
}

Result<Target> Target::parse(const QString &text)
{
    if (text.startsWith(u"ssh://"))
        return parseSsh(text);
    Target target;
    if (text == u"local:" || text.startsWith(u"local:/")) {
        target.scheme = Local;
        target.domain = QUrl::fromPercentEncoding(text.mid(7).toUtf8());
        return target;
    }
    if (text.startsWith(u"recorded:") && text.size() > 9) {
        target.scheme = Recorded;
        target.path = text.mid(9);
        return target;
    }
    return notATarget(text);
}

QString Target::toString() const
{
    if (scheme == Recorded)
        return QStringLiteral("recorded:") + path;
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(domain, "/:@+"));
    if (scheme == Local)
        return domain.isEmpty() ? QStringLiteral("local:") : QStringLiteral("local:/") + encoded;
    QString out = QStringLiteral("ssh://");
    if (!user.isEmpty())
        out += user + u'@';
    out += host.contains(u':') ? u'[' + host + u']' : host;
    if (port)
        out += u':' + QString::number(port);
    return domain.isEmpty() ? out : out + u'/' + encoded;
}

Target Target::withoutDomain() const
{
    Target copy = *this;
    copy.domain.clear();
    return copy;
}

} // namespace plumbline
