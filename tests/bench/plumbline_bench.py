#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The benchmarks: how soon the window is there, a first diagnosis beside the same commands typed one by one, and how fast answers
are read beside what memory and Python's json can do, and a large log beside wc and grep. Takes about a minute."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TESTS / "lab" / "e2e"))

from cli import diagnose  # noqa: E402
from delay_proxy import DelayProxy  # noqa: E402
from lab_instance import Lab  # noqa: E402
from logs_bench import bench_logs  # noqa: E402
from shim_host import client_config  # noqa: E402
from tasks_bench import bench_tasks  # noqa: E402

ONE_WAY = 0.025  # seconds: 50 ms round trip
SAMPLES, INTERVAL = 2, 1
WINDOW = os.environ.get("PLUMBLINE_WINDOW", "plumbline")
SETTLING = 0.3  # seconds that --render waits before it paints (app/target_window.cpp)
PARSE = os.environ.get("PLUMBLINE_BENCH_PARSE", "plumbline-bench-parse")


def typed_one_by_one(config, commands, *options):
    """Seconds for the commands with the ssh program, each after the other."""
    begun = time.monotonic()
    for command in commands:
        subprocess.run(["ssh", "-F", config, *options, "lab-root", command], check=False,
                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, timeout=20)
    return time.monotonic() - begun


def bench_diagnosis():
    lab = Lab("--domains", "libvirt")
    try:
        with DelayProxy(int(lab.env["LAB_PORT"]), ONE_WAY) as proxy:
            config = client_config(lab, proxy.port, "bench")
            answers = [diagnose(f"ssh://lab-root/{lab.libvirt_domain}", config,
                                "--samples", SAMPLES, interval=INTERVAL) for _ in range(5)]
            for answer in answers:
                if answer.status != 0:
                    sys.exit(f"the guest is not found healthy: {answer}")
            answers.sort(key=lambda answer: answer.seconds)
            middle = answers[len(answers) // 2]
            commands = [item["command"] for item in middle.json["observations"]]
            fresh = typed_one_by_one(config, commands)
            socket = f"{lab.folder}/e2e/master"
            shared = typed_one_by_one(config, commands, "-o", "ControlMaster=auto",
                                      "-o", f"ControlPath={socket}", "-o", "ControlPersist=30")
            subprocess.run(["ssh", "-F", config, "-o", f"ControlPath={socket}", "-O", "exit",
                            "lab-root"], check=False, capture_output=True)
    finally:
        lab.down()
    print(f"First diagnosis through 50 ms round trip: {len(commands)} answers, {SAMPLES} samples "
          f"{INTERVAL} s apart")
    own = middle.seconds
    print(f"  plumbline-cli, connection and the {INTERVAL} s between the samples included "
          f"{own:7.2f} s   (five runs {answers[0].seconds:.2f} to {answers[-1].seconds:.2f})")
    print(f"  ssh, one connection per command                                {fresh:7.2f} s   "
          f"{fresh / own:5.1f} times as long")
    print(f"  ssh, one connection for all (ControlMaster)                    {shared:7.2f} s   "
          f"{shared / own:5.1f} times as long")


def python_json(path):
    """MB/s of Python's json, whose reader is written in C."""
    text = path.read_bytes()
    best = 0
    for _ in range(5):
        begun, times = time.perf_counter(), 0
        while time.perf_counter() - begun < 0.15:
            json.loads(text)
            times += 1
        best = max(best, len(text) * times / (time.perf_counter() - begun))
    return best / 1e6


def bench_reading():
    lines = subprocess.run([PARSE], check=True, capture_output=True, text=True).stdout.splitlines()
    speeds = {name: float(speed) for name, _, speed in map(str.split, lines)}
    print("\nReading answers, one core                       MB/s   memcpy is so many times faster")
    for name, speed in speeds.items():
        print(f"  {name:36} {speed:10.1f}   {speeds['memcpy'] / speed:10.1f}")
    reply = TESTS / "fixtures" / "formats" / "query_blockstats" / "good.healthy.txt"
    theirs = python_json(reply)
    print(f"  {'query-blockstats by Python json':36} {theirs:10.1f}   "
          f"{speeds['memcpy'] / theirs:10.1f}   ours is {speeds['query-blockstats'] / theirs:.1f} "
          "times as fast, and checks types")


def bench_window():
    """From the start of the program to the end of a picture of the bundled incident, warm."""
    times = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(6):
            begun = time.monotonic()
            subprocess.run([WINDOW, "--render", f"{folder}/window.png"], check=True, timeout=30,
                           env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
            times.append(time.monotonic() - begun - SETTLING)
    times = sorted(times[1:])  # the first one warmed the caches
    print(f"Window with the bundled incident, from the start of the program, warm: "
          f"{times[len(times) // 2]:.2f} s   (five runs {times[0]:.2f} to {times[-1]:.2f}; "
          f"with the writing of the PNG, without the {SETTLING} s for which --render waits)")


bench_window()
bench_reading()
bench_logs()
bench_tasks()
bench_diagnosis()
