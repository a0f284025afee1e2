#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# update.sh FOLDER: brings the .ts files in FOLDER up to date with the sources of this clone.
# PHRASE and PHRASE_N are how core marks its texts.

set -euo pipefail
clone=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=$(cd "$1" && pwd)
lupdate=$(command -v lupdate || echo /usr/lib/qt6/bin/lupdate)
sources=()
for name in core views app; do
    [[ ! -d $clone/$name ]] || sources+=("$name")
done
common=(-I . -I core -no-obsolete -locations none -silent -extensions cpp,h
    -tr-function-alias QT_TRANSLATE_NOOP+=PHRASE
    -tr-function-alias QT_TRANSLATE_N_NOOP+=PHRASE_N)
cd "$clone"
"$lupdate" "${common[@]}" "${sources[@]}" -source-language en -target-language de_DE \
    -ts "$folder/plumbline_de.ts"
"$lupdate" "${common[@]}" -pluralonly "${sources[@]}" -source-language en -target-language en_US \
    -ts "$folder/plumbline_en.ts"
