#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check_translations.sh FOLDER: fails when lupdate would change a .ts file in FOLDER, or when one of
# them has an entry without a translation.

set -euo pipefail
folder=$1
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
status=0
cp "$folder"/plumbline_*.ts "$fresh"
"$folder/update.sh" "$fresh"
for file in "$folder"/plumbline_*.ts; do
    if ! diff -u "$file" "$fresh/${file##*/}"; then
        echo "${file##*/} is not up to date: build the target update_translations" >&2
        status=1
    fi
    if grep -n 'type="unfinished"' "$file"; then
        echo "${file##*/} has entries without a translation" >&2
        status=1
    fi
done
exit "$status"
