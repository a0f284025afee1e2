// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/stack_frame.h"

#include <algorithm>

namespace plumbline {

// What may follow a whole symbol; false if anything else does.
static bool takeTail(FrameLine &line, QByteArrayView rest)
{
    takeModuleOf(line.symbol, rest);
    skipBlanks(rest);
    line.source = takeSource(rest);
    skipBlanks(rest);
    if (rest.isEmpty() || rest == ")" || rest == "[inline]")
        return true;
    if (rest == "(unreliable)") {
        line.isReliable = false;
        return true;
    }
    // "(T)", "(PF)": where arm64's unwinder has the address from.
    if (rest.size() < 3 || rest.size() > 6 || rest.front() != '(' || rest.back() != ')')
        return false;
    for (const char c : rest.sliced(1, rest.size() - 2)) {
        if (c < 'A' || c > 'Z')
            return false;
    }
    return true;
}

// "(schedule+0x4c/0xa4 [mod])" or the same without brackets; arm32 prints no offset of the callee.
static bool takeArmSymbol(QByteArrayView &rest, SymbolText &symbol)
{
    QByteArrayView left = rest;
    const bool isBracketed = skip(left, "(");
    if (takeSymbol(left, symbol) != Taken::Whole) {
        qsizetype end = 0;
        while (end < left.size() && isSymbolByte(left[end]))
            ++end;
        symbol.name = left.first(end);
        left = left.sliced(end);
    }
    takeModuleOf(symbol, left);
    if (symbol.isEmpty() || (isBracketed && !skip(left, ")")))
        return false;
    rest = left;
    return true;
}

static bool readArmCall(FrameLine &line, QByteArrayView rest)
{
    SymbolText callee;
    SymbolText caller;
    if (!takeArmSymbol(rest, callee) || !skip(rest, " from "))
        return false;
    skipAddress(rest);
    if (!takeArmSymbol(rest, caller) || caller.size == 0)
        return false;
    skipBlanks(rest);
    if (!rest.isEmpty())
        return false;
    line.symbol = callee;
    line.from = caller;
    line.kind = FrameLine::Frame;
    return true;
}

// decode_stacktrace.sh: "schedule (kernel/sched/core.c:5376 (discriminator 1)) ext4"; syzbot's
// inlined functions: "context_switch kernel/sched/core.c:5376 [inline]".
static bool readDecoded(FrameLine &line, QByteArrayView rest)
{
    qsizetype end = 0;
    while (end < rest.size() && isSymbolByte(rest[end]))
        ++end;
    if (end == 0 || !rest.sliced(end).startsWith(' '))
        return false;
    line.symbol.name = rest.first(end);
    rest = rest.sliced(end + 1);
    if (skip(rest, "(")) {
        const qsizetype close = rest.lastIndexOf(')');
        const qsizetype first = rest.indexOf(')');
        QByteArrayView places = rest.first(std::max<qsizetype>(first, 0));
        line.source = takeSource(places);
        if (close < 0 || line.source.isEmpty())
            return false;
        rest = rest.sliced(close + 1);
        skipBlanks(rest);
        line.symbol.module = rest;
        line.kind = FrameLine::Frame;
        return std::all_of(rest.begin(), rest.end(), isSymbolByte);
    }
    line.source = takeSource(rest);
    if (line.source.isEmpty() || rest != " [inline]")
        return false;
    line.kind = FrameLine::Frame;
    return true;
}

// "<TASK>", "</IRQ>", "<<EOE>>", "<#DF>".
static FrameLine::Kind takeMarker(QByteArrayView &rest)
{
    qsizetype end = 1;
    while (end < rest.size() && end < 24 && rest[end] != '>')
        ++end;
    if (end >= rest.size() || rest[end] != '>')
        return FrameLine::None;
    for (const char c : rest.sliced(1, end - 1)) {
        if ((c < 'A' || c > 'Z') && c != '/' && c != '<' && c != '#' && c != '_')
            return FrameLine::None;
    }
    const bool endsStack = rest.startsWith("</TASK>");
    while (end < rest.size() && rest[end] == '>')
        ++end;
    rest = rest.sliced(end);
    skipBlanks(rest);
    return endsStack ? FrameLine::StackEnd : FrameLine::Marker;
}

FrameLine readFrameLine(QByteArrayView text)
{
    FrameLine line;
    QByteArrayView rest = text;
    skipBlanks(rest);
    if (rest.startsWith('<')) {
        line.kind = takeMarker(rest);
        if (rest.isEmpty() || line.kind == FrameLine::None)
            return line;
        line.kind = FrameLine::None; // "<IRQ>  [<…>] frame" of old kernels
    }
    if (rest.startsWith("([<")) // s390
        rest = rest.sliced(1);
    bool hasAddress = false;
    while (skipAddress(rest))
        hasAddress = true;
    if (skip(rest, "?")) {
        line.isReliable = false;
        skipBlanks(rest);
    }
    if (readArmCall(line, rest))
        return line;
    QByteArrayView left = rest;
    switch (takeSymbol(left, line.symbol)) {
    case Taken::Whole:
        line.kind = takeTail(line, left) ? FrameLine::Frame : FrameLine::Garbled;
        return line;
    case Taken::Cut:
        line.kind = FrameLine::Cut;
        return line;
    case Taken::Nothing:
        break;
    }
    if (readDecoded(line, rest))
        return line;
    line.symbol = {};
    QByteArrayView behind = rest;
    const QByteArrayView module = takeModule(behind);
    if (hasAddress && rest.isEmpty()) {
        line.kind = FrameLine::Cut;
    } else if (!hasAddress && !module.isEmpty() && behind.isEmpty()) {
        line.kind = FrameLine::ModuleOnly;
        line.symbol.module = module;
    } else {
        line.kind = hasAddress || mentionsSymbol(rest) ? FrameLine::Garbled : FrameLine::None;
    }
    return line;
}

FrameLine readInstructionPointer(QByteArrayView text)
{
    static constexpr QByteArrayView names[]
        = {"RIP: ", "EIP: ", "EIP is at ", "PC is at ", "pc : ", "epc : ", "NIP "};
    FrameLine line;
    QByteArrayView rest = text;
    skipBlanks(rest);
    bool isNamed = false;
    for (const QByteArrayView name : names)
        isNamed = isNamed || skip(rest, name);
    if (!isNamed)
        return line;
    // The code segment: "0010:", Xen's "e030:".
    if (rest.size() > 5 && rest[4] == ':' && isHex(rest[0]) && isHex(rest[3]))
        rest = rest.sliced(5);
    while (skipAddress(rest)) { }
    if (takeSymbol(rest, line.symbol) == Taken::Whole && line.symbol.size > 0
        && takeTail(line, rest))
        line.kind = FrameLine::Frame;
    return line;
}

} // namespace plumbline
