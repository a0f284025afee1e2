// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/events_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace plumbline {

using namespace Qt::StringLiterals;

static QJsonValue textOrNull(const QByteArray &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(QString::fromUtf8(text));
}

// To the microsecond, as the kernel prints it.
static QJsonValue secondsOrNull(std::optional<double> seconds)
{
    return seconds && std::abs(*seconds) < 1e12 ? QJsonValue(*seconds) : QJsonValue();
}

static QJsonObject fieldsJson(const QList<EventField> &fields)
{
    QJsonObject object;
    for (const EventField &field : fields) {
        const QString name = QString::fromLatin1(field.name);
        if (field.isNumber())
            object[name] = field.value.toLongLong();
        else
            object[name] = QString::fromUtf8(field.value);
    }
    return object;
}

static QJsonObject eventJson(const LogEvent &event, const ClockMap &clock)
{
    QJsonObject object{{u"kind"_s, QString::fromLatin1(eventKindName(event.kind))},
        {u"line"_s, event.line}, {u"last_line"_s, event.lastLine}, {u"offset"_s, event.offset},
        {u"guest_time"_s, secondsOrNull(event.guestTime)},
        {u"wall_time"_s, textOrNull(event.wallTime)}, {u"text"_s, QString::fromUtf8(event.text)},
        {u"kernel_stamp"_s, event.isStamped}, {u"mixed_line"_s, event.isMixed},
        {u"fields"_s, fieldsJson(event.fields)}};
    std::optional<WrittenTime> derived;
    if (event.guestTime)
        derived = clock.timeOf(event.line, *event.guestTime);
    object[u"derived_time"_s] = derived ? textOrNull(derived->text(3)) : QJsonValue();
    return object;
}

static QJsonObject bootJson(const ClockMap::BootTime &boot)
{
    return {{u"line"_s, boot.line}, {u"boot_time"_s, QString::fromLatin1(boot.zero.text(3))},
        {u"error_s"_s, boot.error()},
        {u"source"_s, boot.source == ClockMap::Source::Rtc ? u"rtc"_s : u"prefix"_s},
        {u"source_line"_s, boot.sourceLine}};
}

static QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void writeEventsJson(const EventScan &scan, const std::function<void(QByteArrayView)> &write)
{
    write("{\n\"events\": [");
    const char *between = "\n";
    for (const LogEvent &event : scan.events()) {
        write(between + compact(eventJson(event, scan.clock())));
        between = ",\n";
    }
    QJsonObject notKept;
    for (int kind = 0; kind < eventKindCount; ++kind) {
        if (const qint64 count = scan.notKept().at(size_t(kind)))
            notKept[QString::fromLatin1(eventKindName(EventKind(kind)))] = count;
    }
    QJsonArray boots;
    for (const ClockMap::BootTime &boot : scan.clock().boots()) {
        if (boot.source != ClockMap::Source::None)
            boots.append(bootJson(boot));
    }
    const QByteArray rest = compact({{u"lines"_s, scan.lineCount()}, {u"bytes"_s, scan.size()},
        {u"events_not_kept"_s, notKept}, {u"clock"_s, boots}});
    write("\n],\n" + rest.sliced(1) + '\n');
}

} // namespace plumbline
