#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check_shell.sh SOURCE: shellcheck on every shell script of ours.

set -euo pipefail
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$(readlink -f "$0")")/require.sh"

cd "$1"
require shellcheck
mapfile -t scripts < <(find dev .ci packaging tests \( -name '*.sh' -o -perm -u+x -type f \) -print0 |
    xargs -0 grep -lE -m 1 '^#!.*\b(ba)?sh\b|^# shellcheck shell=' -- | sort)
((${#scripts[@]} > 0))
shellcheck -x "${scripts[@]}"
