#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check_tidy.sh SOURCE BUILD [PART…]: clang-tidy on core/, views/ and app/, as .clang-tidy says; with
# parts of paths, on those files only.
#
# A file that was clean is not looked at again while neither it, nor a header of ours, nor its
# command, nor .clang-tidy, nor clang-tidy has changed: its hash stands in ~/.cache/plumbline/tidy.

set -euo pipefail
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$(readlink -f "$0")")/require.sh"

source=$1
build=$2
here=$(dirname "$(readlink -f "$0")")
require clang-tidy
cache=${XDG_CACHE_HOME:-$HOME/.cache}/plumbline/tidy
mkdir -p "$cache"

exec python3 "$here/tidy.py" "$source" "$build" "$cache" "${@:3}"
