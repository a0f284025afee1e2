// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/json_tree.h"

#include "formats/line_reader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

namespace plumbline {

constexpr qsizetype bytesAtMost = 16 * 1024 * 1024;
constexpr size_t levelsAtMost = 64;
constexpr int valuesAtMost = 500'000;

const JsonValue *JsonValue::find(QByteArrayView key) const
{
    const Members &all = members();
    const auto found = std::find_if(
        all.rbegin(), all.rend(), [key](const Member &member) { return member.first == key; });
    return found == all.rend() ? nullptr : &found->second;
}

JsonValue *JsonValue::find(QByteArrayView key)
{
    return const_cast<JsonValue *>(std::as_const(*this).find(key));
}

const JsonValue::Items &JsonValue::items() const
{
    static const Items none;
    const auto *items = std::get_if<Items>(&m_data);
    return items ? *items : none;
}

const JsonValue::Members &JsonValue::members() const
{
    static const Members none;
    const auto *members = std::get_if<Members>(&m_data);
    return members ? *members : none;
}

std::optional<bool> JsonValue::toBool() const
{
    const auto *value = std::get_if<bool>(&m_data);
    return value ? std::optional(*value) : std::nullopt;
}

std::optional<QByteArray> JsonValue::toBytes() const
{
    const auto *value = std::get_if<QByteArray>(&m_data);
    return value ? std::optional(*value) : std::nullopt;
}

QByteArray JsonValue::scalarText() const
{
    if (const auto value = toBool())
        return *value ? "on" : "off";
    if (const auto value = toInteger<qint64>())
        return QByteArray::number(*value);
    if (const auto value = toInteger<quint64>())
        return QByteArray::number(*value);
    if (const auto *value = std::get_if<double>(&m_data))
        return QByteArray::number(*value, 'g', 17);
    return toBytes().value_or(QByteArray());
}

namespace {

/// Hands out bytes and counts them: the JSON library's events tell no position.
class CountingIterator
{
public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char *;
    using reference = const char &;

    CountingIterator() = default;
    CountingIterator(const char *at, qsizetype *count) : m_at(at), m_count(count) { }
    reference operator*() const { return *m_at; }
    CountingIterator &operator++()
    {
        ++m_at;
        ++*m_count;
        return *this;
    }
    CountingIterator operator++(int)
    {
        CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator &other) const { return m_at == other.m_at; }

private:
    const char *m_at = nullptr;
    qsizetype *m_count = nullptr;
};

/// Builds the tree from the library's events, with our own bounds on depth and size.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json>
{
public:
    TreeBuilder(QByteArrayView text, int firstLine) : m_text(text), m_line(firstLine) { }

    CountingIterator begin() { return {m_text.data(), &m_consumed}; }
    CountingIterator end() { return {m_text.data() + m_text.size(), &m_consumed}; }
    JsonValue takeRoot() { return std::move(m_root); }
    qsizetype consumed() const { return m_consumed; }
    const std::optional<Phrase> &refusal() const { return m_refusal; }

    bool null() override { return add({}); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(qint64(value)); }
    bool number_unsigned(number_unsigned_t value) override { return add(quint64(value)); }
    bool number_float(number_float_t value, const string_t &) override { return add(value); }
    bool string(string_t &value) override { return add(bytes(value)); }
    bool binary(binary_t &) override { return false; } // JSON text has none
    bool start_object(size_t) override { return open(JsonValue::Members()); }
    bool start_array(size_t) override { return open(JsonValue::Items()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t &value) override
    {
        m_key = bytes(value);
        m_keyLine = currentLine();
        return true;
    }
    bool parse_error(size_t, const std::string &, const nlohmann::json::exception &) override
    {
        return false;
    }

private:
    static QByteArray bytes(const string_t &text) { return {text.data(), qsizetype(text.size())}; }

    int currentLine()
    {
        // The last byte taken may belong to what follows: a number ends where something else
        // begins.
        for (; m_counted < m_consumed - 1; ++m_counted)
            m_line += m_text[m_counted] == '\n';
        return m_line;
    }

    JsonValue *place(JsonValue::Data data)
    {
        if (++m_values > valuesAtMost) {
            m_refusal = PHRASE("formats", "at most %1 values").arg(valuesAtMost);
            return nullptr;
        }
        if (m_open.empty()) {
            m_root = JsonValue(std::move(data), currentLine());
            return &m_root;
        }
        if (auto *members = std::get_if<JsonValue::Members>(&m_open.back()->data())) {
            members->emplace_back(std::move(m_key), JsonValue(std::move(data), m_keyLine));
            return &members->back().second;
        }
        auto &items = std::get<JsonValue::Items>(m_open.back()->data());
        items.emplace_back(std::move(data), currentLine());
        return &items.back();
    }

    bool add(JsonValue::Data data) { return place(std::move(data)) != nullptr; }

    // The open containers stay where they are: a parent gets no new child while one is open.
    bool open(JsonValue::Data data)
    {
        JsonValue *container = place(std::move(data));
        if (container && m_open.size() >= levelsAtMost)
            m_refusal = PHRASE("formats", "at most %1 levels").arg(qint64(levelsAtMost));
        if (!container || m_refusal)
            return false;
        m_open.push_back(container);
        return true;
    }

    bool close()
    {
        m_open.pop_back();
        return true;
    }

    QByteArrayView m_text;
    qsizetype m_consumed = 0;
    qsizetype m_counted = 0;
    int m_line;
    JsonValue m_root;
    std::vector<JsonValue *> m_open;
    QByteArray m_key;
    int m_keyLine = 0;
    int m_values = 0;
    std::optional<Phrase> m_refusal;
};

} // namespace

Result<JsonValue> readJson(QByteArrayView text, int firstLine)
{
    if (text.size() > bytesAtMost)
        return unreadableAt(
            PHRASE("formats", "at most %1 bytes").arg(qint64(bytesAtMost)), firstLine, bytesAtMost);
    // The library takes a NUL for the end and would not look at what follows.
    const qsizetype nul = text.indexOf('\0');
    TreeBuilder builder(text, firstLine);
    if (nul < 0 && nlohmann::json::sax_parse(builder.begin(), builder.end(), &builder))
        return builder.takeRoot();
    const QByteArrayView good = text.first(nul >= 0 ? nul : builder.consumed());
    return unreadableAt(builder.refusal().value_or(PHRASE("formats", "JSON")),
        firstLine + std::count(good.begin(), good.end(), '\n'),
        good.size() - lastIndexOf(good, '\n'));
}

} // namespace plumbline
