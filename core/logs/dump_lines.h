// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace plumbline {

/// Is this what a kernel prints below the first line of a report: the lines of a stack, registers,
/// the task's header, what it says of the machine? By their shape, for all kernels from 2.6.32 on.
bool isDumpLine(QByteArrayView text);

} // namespace plumbline
