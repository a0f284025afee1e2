// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>

#include <concepts>
#include <optional>

namespace plumbline::tests {

/// A struct as text that a reviewer can read: one "name: value" per field that is not empty,
/// nested structs indented.
class Listing
{
public:
    Listing &heading(const QByteArray &text)
    {
        m_text += m_indent + text + '\n';
        return *this;
    }
    Listing &field(const char *name, const QByteArray &value)
    {
        if (!value.isEmpty())
            m_text += m_indent + name + ": " + printable(value) + '\n';
        return *this;
    }
    Listing &field(const char *name, const char *value) { return field(name, QByteArray(value)); }
    Listing &field(const char *name, bool value) { return value ? field(name, "yes") : *this; }
    Listing &field(const char *name, char value) { return field(name, QByteArray(1, value)); }
    template <std::integral T> Listing &field(const char *name, T value)
    {
        return field(name, QByteArray::number(value));
    }
    Listing &field(const char *name, double value)
    {
        return field(name, QByteArray::number(value, 'g', 12));
    }
    template <typename T> Listing &field(const char *name, const std::optional<T> &value)
    {
        return value ? field(name, *value) : *this;
    }
    Listing &field(const char *name, const QList<QByteArray> &values)
    {
        return field(name, values.join(" | "));
    }
    template <typename T> Listing &field(const char *name, const QMap<QByteArray, T> &values)
    {
        if (values.isEmpty())
            return *this;
        heading(name);
        Inner inner(*this);
        for (const auto &[key, value] : values.asKeyValueRange())
            field(key.constData(), value);
        return *this;
    }
    template <typename T, typename Show>
    Listing &list(const char *name, const QList<T> &values, const Show &show)
    {
        for (const T &value : values) {
            heading(name);
            Inner inner(*this);
            show(*this, value);
        }
        return *this;
    }
    const QByteArray &text() const { return m_text; }

private:
    struct Inner
    {
        explicit Inner(Listing &outer) : listing(outer) { listing.m_indent += "  "; }
        ~Inner() { listing.m_indent.chop(2); }
        Listing &listing;
    };
    static QByteArray printable(const QByteArray &value)
    {
        static constexpr char digits[] = "0123456789abcdef";
        QByteArray text;
        text.reserve(value.size());
        for (const char c : value) {
            if (c >= ' ' && c < 127)
                text += c;
            else
                text.append("\\x").append(digits[uchar(c) >> 4]).append(digits[uchar(c) & 15]);
        }
        return text;
    }

    QByteArray m_text;
    QByteArray m_indent;
};

} // namespace plumbline::tests
