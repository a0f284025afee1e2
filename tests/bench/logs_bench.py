# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A serial log of 1 GiB, warm: our index and events beside wc, grep and lnav on the same bytes."""
import os
import pathlib
import shutil
import subprocess
import time

LOGS = os.environ.get("PLUMBLINE_BENCH_LOGS", "plumbline-bench-logs")
MIB = 1024
WORDS = "blocked for more|soft lockup|I/O error|not responding"
ROUNDS = 3


def log():
    """Made once, beside the program that makes it."""
    path = pathlib.Path(LOGS).resolve().parent / f"serial-{MIB}.log"
    made_by = pathlib.Path(LOGS).resolve().stat().st_mtime
    if not path.exists() or path.stat().st_mtime < made_by:
        unfinished = path.with_suffix(".new")
        subprocess.run([LOGS, "make", unfinished, str(MIB)], check=True)
        unfinished.rename(path)
    return path


def best(work):
    """Seconds of the quickest of some rounds, and what it printed."""
    rounds = []
    for _ in range(ROUNDS):
        begun = time.monotonic()
        done = subprocess.run(work, stdout=subprocess.PIPE, check=False,
                              stdin=subprocess.DEVNULL, env={**os.environ, "LC_ALL": "C.UTF-8"})
        rounds.append((time.monotonic() - begun, done.stdout))
    return min(rounds)


def best_of_ours(what, path):
    """As the program itself measured it: what it found, seconds, and a size."""
    answers = [subprocess.run([LOGS, what, path], check=True, capture_output=True,
                              text=True).stdout.split() for _ in range(ROUNDS)]
    found, seconds, size = min(answers, key=lambda answer: float(answer[1]))
    return int(found), float(seconds), int(size)


def bench_logs():
    path = log()
    size = path.stat().st_size / 2**20
    wc = best(["wc", "-l", path])[0]
    grep = best(["grep", "-cE", WORDS, path])[0]
    lines, index, memory = best_of_ours("index", path)
    events, found, peak = best_of_ours("events", path)
    print(f"\nA serial log of {size:.0f} MiB with {lines / 1e6:.1f} million lines, best of {ROUNDS}")
    print(f"  wc -l                                    {wc:6.2f} s")
    print(f"  our line index                           {index:6.2f} s   {index / wc:5.2f} times "
          f"as long; {memory / lines:.3f} bytes a line")
    print(f"  grep -cE of four event words             {grep:6.2f} s")
    print(f"  our index and {events:6} events of all kinds {found:6.2f} s   {found / grep:5.2f} times "
          f"as long; {peak / 1024:.0f} MB at most")
    if shutil.which("lnav"):
        lnav = best(["lnav", "-n", path])[0]
        print(f"  lnav -n                                  {lnav:6.2f} s   "
              f"{lnav / found:5.2f} times as long as ours")
