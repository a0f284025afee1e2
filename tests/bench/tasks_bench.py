# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Show State dump of 100,000 tasks, warm: reading and grouping it beside wc."""
import os
import pathlib
import subprocess
import tempfile
import time

TASKS = os.environ.get("PLUMBLINE_BENCH_TASKS", "plumbline-bench-tasks")
COUNT = 100_000
ROUNDS = 3


def bench_tasks():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "show-state.log"
        subprocess.run([TASKS, "make", path, str(COUNT)], check=True)
        begun = time.monotonic()
        lines = int(subprocess.run(["wc", "-l", path], check=True, capture_output=True,
                                   text=True).stdout.split()[0])
        wc = time.monotonic() - begun
        answers = [subprocess.run([TASKS, "read", path], check=True, capture_output=True,
                                  text=True).stdout.split() for _ in range(ROUNDS)]
        size = path.stat().st_size / 2**20
    tasks, parsed, grouped, peak, unparsed = min(answers, key=lambda answer: float(answer[1]))
    print(f"\nA Show State dump of {tasks} tasks, {lines / 1e6:.1f} million lines, {size:.0f} MiB, "
          f"best of {ROUNDS}; {unparsed} lines not read")
    print(f"  wc -l                                    {wc:6.2f} s")
    print(f"  our tasks                                {float(parsed):6.2f} s   "
          f"{lines / float(parsed) / 1e6:.1f} million lines a second; {int(peak) / 1024:.0f} MB at most")
    print(f"  and grouped                              {float(grouped):6.2f} s")
