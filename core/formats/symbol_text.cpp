// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/symbol_text.h"

#include "base/text_cursor.h"

#include <algorithm>
#include <array>

namespace plumbline {

// What may stand in a symbol: compilers add ".isra.0", ".llvm.123", Rust and BPF nothing else.
static constexpr std::array<bool, 256> symbolBytes = [] {
    std::array<bool, 256> allowed{};
    constexpr QByteArrayView letters
        = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.$@";
    for (const char c : letters)
        allowed[uchar(c)] = true;
    return allowed;
}();

bool isSymbolByte(char c)
{
    return symbolBytes[uchar(c)];
}

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

void skipBlanks(QByteArrayView &rest)
{
    while (!rest.isEmpty() && (rest.front() == ' ' || rest.front() == '\t'))
        rest = rest.sliced(1);
}

bool skip(QByteArrayView &rest, QByteArrayView token)
{
    if (!rest.startsWith(token))
        return false;
    rest = rest.sliced(token.size());
    return true;
}

// "0x1f": the digits.
static QByteArrayView takeHex(QByteArrayView &rest)
{
    if (!rest.startsWith("0x"))
        return {};
    qsizetype end = 2;
    while (end < rest.size() && isHex(rest[end]))
        ++end;
    const QByteArrayView digits = rest.sliced(2, end - 2);
    if (!digits.isEmpty() && digits.size() <= 16)
        rest = rest.sliced(end);
    return digits.size() <= 16 ? digits : QByteArrayView();
}

bool skipAddress(QByteArrayView &rest)
{
    if (rest.size() < 3 || rest.front() != '[')
        return false;
    const bool isAngled = rest[1] == '<';
    const qsizetype begin = isAngled ? 2 : 1;
    qsizetype end = begin;
    while (end < rest.size() && (isHex(rest[end]) || (isAngled && rest[end] == 'x')))
        ++end;
    const QByteArrayView close = isAngled ? ">]" : "]";
    if (end == begin || (!isAngled && end - begin < 8) || !rest.sliced(end).startsWith(close))
        return false;
    rest = rest.sliced(end + close.size());
    skipBlanks(rest);
    return true;
}

QByteArrayView takeModule(QByteArrayView &rest)
{
    if (!rest.startsWith('['))
        return {};
    qsizetype end = 1;
    while (end < rest.size() && (isSymbolByte(rest[end]) || rest[end] == '-'))
        ++end;
    const QByteArrayView module = rest.sliced(1, end - 1);
    if (module.isEmpty() || end >= rest.size())
        return {};
    const qsizetype close = rest.indexOf(']', end);
    const QByteArrayView more = rest.sliced(end, std::max<qsizetype>(close - end, 0));
    const bool hasBuildId = more.size() > 8 && more.front() == ' ' && isHex(more.back());
    const bool hasTaints = more.size() > 2 && more.front() == '(' && more.endsWith(')');
    if (close < 0 || (!more.isEmpty() && !hasBuildId && !hasTaints))
        return {};
    rest = rest.sliced(close + 1);
    return module;
}

// The kernel lives in the upper half: "0x00000000" is a header's flags that a mail has torn off.
static bool isKernelAddress(QByteArrayView word)
{
    return word.startsWith("0x") && (word.size() == 10 || word.size() == 18) && word[2] >= '8'
        && std::all_of(word.begin() + 2, word.end(), isHex);
}

Taken takeSymbol(QByteArrayView &rest, SymbolText &symbol)
{
    qsizetype end = 0;
    while (end < rest.size() && isSymbolByte(rest[end]))
        ++end;
    const QByteArrayView name = rest.first(end);
    if (name.isEmpty())
        return Taken::Nothing;
    QByteArrayView left = rest.sliced(end);
    if (isKernelAddress(name)) {
        symbol.name = name;
        rest = left;
        return Taken::Whole;
    }
    if (!left.startsWith('+'))
        return Taken::Nothing;
    left = left.sliced(1);
    const QByteArrayView offset = takeHex(left);
    if (offset.isEmpty())
        return QByteArrayView("0x").startsWith(left) ? Taken::Cut : Taken::Nothing;
    if (left.isEmpty())
        return Taken::Cut;
    if (!skip(left, "/"))
        return Taken::Nothing;
    const QByteArrayView size = takeHex(left);
    if (size.isEmpty())
        return QByteArrayView("0x").startsWith(left) ? Taken::Cut : Taken::Nothing;
    symbol.name = name;
    symbol.offset = toNumber<quint64>(offset, 16).value_or(0);
    symbol.size = toNumber<quint64>(size, 16).value_or(0);
    rest = left;
    return Taken::Whole;
}

void takeModuleOf(SymbolText &symbol, QByteArrayView &rest)
{
    QByteArrayView left = rest;
    skipBlanks(left);
    symbol.module = takeModule(left);
    if (!symbol.module.isEmpty())
        rest = left;
}

QByteArrayView takeSource(QByteArrayView &rest)
{
    const qsizetype blank = rest.indexOf(' ');
    const QByteArrayView word = blank < 0 ? rest : rest.first(blank);
    const qsizetype colon = word.indexOf(':');
    if (colon < 3 || colon + 1 >= word.size() || word.indexOf('.') < 0 || word[colon - 2] != '.')
        return {};
    for (const char c : word.sliced(colon + 1)) {
        if (c < '0' || c > '9')
            return {};
    }
    rest = rest.sliced(word.size());
    return word;
}

bool mentionsSymbol(QByteArrayView text)
{
    for (qsizetype at = text.indexOf('+'); at >= 0; at = text.indexOf('+', at + 1)) {
        if (at > 0 && isSymbolByte(text[at - 1]) && text.sliced(at).startsWith("+0x"))
            return true;
    }
    return false;
}

} // namespace plumbline
