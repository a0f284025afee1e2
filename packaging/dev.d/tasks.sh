# shellcheck shell=bash disable=SC2154,SC2164 # dev sets $clone and "set -e"
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The commands themselves. They run where all the packages are.

use_ccache_and_mold() {
    export LDFLAGS=-fuse-ld=mold # CMake reads it when it configures for the first time
    export CCACHE_DIR=$cache/ccache CCACHE_MAXSIZE=5G
    # Another clone is the same code under another path.
    export CCACHE_BASEDIR=$clone CCACHE_NOHASHDIR=1
    export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
}

# task_build PRESET [TARGET…]
task_build() {
    local preset=$1 folder=$clone/build/$1
    shift
    mkdir -p "$folder"
    exec {build_lock}> "$clone/build/.$preset.lock"
    flock --nonblock "$build_lock" || {
        say "another ./dev builds $preset in this clone; waiting for it"
        flock "$build_lock"
    }
    use_ccache_and_mold
    configure "$preset" "$folder"
    compile "$preset" "$folder" "$@"
    exec {build_lock}>&-
}

# The stamp is written after a whole configure only, and tells for which system it was.
configure() {
    local preset=$1 folder=$2 stamp=$2/.configured id
    id="$clone $(userland_id) $(cksum < "$clone/CMakePresets.json")"
    [[ -e $stamp && $(< "$stamp") == "$id" ]] && return
    rm -f "$stamp"
    step "configuring $preset." "$folder/configure.log" \
        env --chdir "$clone" cmake --preset "$preset" --fresh
    printf '%s\n' "$id" > "$stamp"
}

compile() {
    local preset=$1 folder=$2 targets=()
    shift 2
    (($# == 0)) || targets=(--target "$@")
    ninja -C "$folder" -n "$@" 2> /dev/null | grep -q 'no work to do' && return
    step "building $preset." "$folder/build.log" \
        env --chdir "$clone" cmake --build --preset "$preset" "${targets[@]}"
}

task_run() {
    local target=${1:-recorded:$clone/resources/incidents/nfs-hard-mount}
    local release=$clone/build/release/app
    (($# <= 1)) || die "run takes one target"
    if [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then
        exec "$release/plumbline" "$target"
    fi
    render "$target"
    diagnose "$target"
}

render() {
    local picture=$clone/build/plumbline.png
    QT_QPA_PLATFORM=offscreen "$clone/build/release/app/plumbline" --render "$picture" "$1" >&2 ||
        die "the window could not be rendered (status $?)"
    printf '%s\n' "$picture"
}

# "Stalled" (1) and "unknown" (2) are answers, not failures.
diagnose() {
    local status=0
    "$clone/build/release/app/plumbline-cli" diagnose "$1" || status=$?
    ((status < 64)) || exit "$status"
}

task_cli() {
    exec "$clone/build/release/app/plumbline-cli" "$@"
}

task_test() {
    # Speed and size are measured on what people run, everything else is run with sanitizers.
    task_build release plumbline plumbline-cli tst_long_answers tst_watch_cost tst_log_pane tst_streaming tst_main_window
    task_build asan
    export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} LC_ALL=C.UTF-8
    # All that tests need was installed: one that misses something fails instead of being skipped.
    export PLUMBLINE_REQUIRE_ALL=${PLUMBLINE_REQUIRE_ALL:-1}
    local ctest=(ctest --test-dir "$clone/build/asan" --output-on-failure --no-tests=error)
    if ((EUID == 0)); then
        "${ctest[@]}" --parallel 2 "$@"
        return
    fi
    say "the tests need root for the lab and for users and namespaces of their own: through sudo"
    command -v sudo > /dev/null || die "there is no sudo; run ./dev test as root"
    # What root makes there is the caller's again, however this ends.
    # shellcheck disable=SC2064 # this user, now
    trap "sudo chown -R $(id -u):$(id -g) '$clone/build' '$cache'" EXIT
    sudo env XDG_CACHE_HOME="${cache%/plumbline}" QT_QPA_PLATFORM="$QT_QPA_PLATFORM" LC_ALL="$LC_ALL" \
        PLUMBLINE_REQUIRE_ALL="$PLUMBLINE_REQUIRE_ALL" "${ctest[@]}" --parallel 2 "$@"
}

task_bench() {
    task_build release plumbline plumbline-cli plumbline-bench-parse plumbline-bench-logs plumbline-bench-tasks
    QT_QPA_PLATFORM=offscreen "$clone/build/release/tests/bench/plumbline-bench" "$@"
}

task_lab() {
    exec "$clone/tests/lab/lab" "$@"
}

task_screenshots() {
    task_build release plumbline
    mkdir -p "$clone/docs/screenshots"
    QT_QPA_PLATFORM=offscreen "$clone/build/release/app/plumbline" --screenshots "$clone/docs/screenshots"
}

# Findings and the grown corpus stay in build/fuzz; seeds come from tests/fuzz/seeds/<fuzzer>.
task_fuzz() {
    local seconds=${1:-60} fuzzer name failed=()
    [[ $seconds =~ ^[1-9][0-9]*$ ]] || die "fuzz takes a number of seconds, not \"$seconds\""
    task_build fuzz
    for fuzzer in "$clone"/build/fuzz/tests/fuzz/fuzz_*; do
        [[ -f $fuzzer && -x $fuzzer ]] || continue
        name=${fuzzer##*/}
        fuzz_one "$fuzzer" "$name" "$seconds" || failed+=("$name")
    done
    [[ ${name:-} ]] || die "there is no fuzzer in build/fuzz/tests/fuzz"
    ((${#failed[@]} == 0)) || die "these found something, kept in build/fuzz/findings: ${failed[*]}"
}

fuzz_one() {
    local fuzzer=$1 name=$2 seconds=$3 folders=("$clone/build/fuzz/corpus/$2")
    mkdir -p "${folders[0]}" "$clone/build/fuzz/findings"
    [[ ! -d $clone/tests/fuzz/seeds/$name ]] || folders+=("$clone/tests/fuzz/seeds/$name")
    say "$name: $seconds s"
    # addr2line comes with the compiler; a symbolizer of LLVM would be 100 MB more
    ASAN_OPTIONS=${ASAN_OPTIONS:-}:external_symbolizer_path=/usr/bin/addr2line \
        "$fuzzer" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="$clone/build/fuzz/findings/$name-" "${folders[@]}"
}

task_format() {
    cd "$clone"
    git -c safe.directory="$clone" ls-files -z -- '*.cpp' '*.h' | xargs -0 -r clang-format -i
}

task_shell() {
    if (($# > 0)); then
        exec "$@"
    fi
    exec bash -l
}
