// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/qmp_return.h"

#include "formats/line_reader.h"

namespace plumbline {

Result<JsonValue> readReturn(QByteArrayView reply)
{
    auto root = readJson(reply);
    if (!root)
        return std::unexpected(root.error());
    if (JsonValue *value = root->find("return"))
        return std::move(*value);
    if (const JsonValue *error = root->find("error")) {
        if (const JsonValue *words = error->find("desc"))
            return failure(
                PHRASE("formats", "QEMU refused: %1").arg(QString::fromUtf8(words->scalarText())));
    }
    return unreadableAt(PHRASE("formats", "a QMP reply"), root->line(), 1);
}

} // namespace plumbline
