#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check_format.sh SOURCE: is every C++ file as clang-format writes it? `./dev format` makes it so.

set -euo pipefail
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$(readlink -f "$0")")/require.sh"

cd "$1"
require clang-format
mapfile -d '' files < <(find core views app tests -name '*.cpp' -print0 -o -name '*.h' -print0)
((${#files[@]} > 0))
printf '%s\0' "${files[@]}" | xargs -0 -n 40 -P 2 clang-format --dry-run -Werror
