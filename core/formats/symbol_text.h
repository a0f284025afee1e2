// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace plumbline {

/// Where a symbol stood in a line of a call trace; all views lie within that line.
struct SymbolText
{
    QByteArrayView name;
    quint64 offset = 0;
    quint64 size = 0; ///< of the function; 0 where the kernel did not print it
    QByteArrayView module; ///< empty: the kernel itself

    bool isEmpty() const { return name.isEmpty(); }
};

// The words of call traces. All take from the start of `rest` and leave it alone if it is not
// there.

bool isSymbolByte(char c);
bool isHex(char c);
void skipBlanks(QByteArrayView &rest);
bool skip(QByteArrayView &rest, QByteArrayView token);

/// "[<ffffffff8163a2e9>]", "[<0>]", powerpc's "[c000000000123456]", and blanks behind it.
bool skipAddress(QByteArrayView &rest);

enum class Taken { Nothing, Whole, Cut };
/// "schedule+0x29/0x70", or an address of which the kernel knew no name. Cut: the text ends within.
Taken takeSymbol(QByteArrayView &rest, SymbolText &symbol);

/// "[ext4]", "[ext4 0123abcd…]" with a build id, "[nvidia(PO)]" with taints: the name.
QByteArrayView takeModule(QByteArrayView &rest);
/// The same behind blanks, into the symbol.
void takeModuleOf(SymbolText &symbol, QByteArrayView &rest);

/// "kernel/sched/core.c:5376".
QByteArrayView takeSource(QByteArrayView &rest);

/// Whether "symbol+0x" stands anywhere in it.
bool mentionsSymbol(QByteArrayView text);

} // namespace plumbline
