# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later

# require TOOL: ends the check where the tool is not installed; as skipped, but as failed under
# `./dev test`, which has everything there.
require() {
    command -v "$1" > /dev/null && return
    echo "$1 is not installed"
    [[ ${PLUMBLINE_REQUIRE_ALL:-0} == 1 ]] || exit 77
    echo "PLUMBLINE_REQUIRE_ALL=1 makes this a failure"
    exit 1
}
