// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What was read is written and read again as the same, and its file names stay in the folder.
#include "transport/recording_manifest.h"

#include <QDir>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray json(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto manifest = plumbline::readManifest(json);
    if (!manifest)
        return 0;
    const auto again = plumbline::readManifest(plumbline::writeManifest(*manifest));
    if (!again || *again != *manifest)
        std::abort();
    const QDir folder(QStringLiteral("/recording"));
    for (const plumbline::RecordedRound &round : manifest->rounds) {
        for (const plumbline::RecordedAnswer &answer : round.answers) {
            for (const QString &file :
                {answer.file, answer.errFile, plumbline::fileNameFor(answer.seen.question)}) {
                const QString path = QDir::cleanPath(folder.filePath(file));
                if (path != folder.path() && !path.startsWith(QStringLiteral("/recording/")))
                    std::abort();
            }
        }
    }
    return 0;
}
