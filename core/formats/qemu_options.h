// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/json_tree.h"

#include <QByteArray>
#include <QByteArrayView>

namespace plumbline {

/// The argument of one QEMU option as a tree, whether written as JSON or as key=value:
///
///     driver=nbd,server.type=unix,server.path=/a,,b   →   {driver: nbd, server: {type: unix, path:
///     /a,b}}
///
/// A first part without "=" is the value of `implied`; later ones are flags ("on", or "off" behind
/// a leading "no"). Fails on broken JSON and on more than 1000 parts. QEMU: util/keyval.c.
Result<JsonValue> readQemuOptions(QByteArrayView text, QByteArrayView implied);

/// The text of a scalar in a tree; empty when it is not there.
QByteArray optionText(const JsonValue &options, QByteArrayView key);
bool optionIsOn(const JsonValue &options, QByteArrayView key);

} // namespace plumbline
