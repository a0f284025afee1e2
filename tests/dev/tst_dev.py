# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ./dev promises, asked of a clone of this tree; the time of a second run, of this one.

tst_dev.py SOURCE
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

SOURCE = pathlib.Path(sys.argv.pop(1)).resolve()
FAILED = 70  # no exit status of plumbline-cli


def dev(clone, *arguments, **settings):
    return subprocess.run([clone / "dev", *arguments], stdin=subprocess.DEVNULL, capture_output=True,
                          text=True, check=False, timeout=100, **settings)


class Dev(unittest.TestCase):

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="plumbline-dev."))
        self.addCleanup(shutil.rmtree, self.folder)
        for part in ("dev", "packaging", "CMakePresets.json"):
            whole = SOURCE / part
            copy = shutil.copytree if whole.is_dir() else shutil.copy
            copy(whole, self.folder / part)

    def test_help(self):
        done = dev(self.folder, "help")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        for command in ("run", "test", "build", "cli", "bench", "lab", "shell", "screenshots"):
            self.assertIn(f"\n  {command} ", done.stdout)

    def test_no_such_command(self):
        done = dev(self.folder, "tset")
        self.assertEqual((done.returncode, done.stdout), (FAILED, ""))
        self.assertIn('no command "tset"', done.stderr)

    def test_a_failing_step_says_which_and_why(self):
        (self.folder / "CMakeLists.txt").write_text(
            "cmake_minimum_required(VERSION 3.25)\nproject(x CXX)\nmessage(FATAL_ERROR \"because of rain\")\n")
        for _ in range(2):  # nothing half-made: the second time fails in the same place
            done = dev(self.folder, "build")
            self.assertEqual(done.returncode, FAILED, done.stderr)
            self.assertIn("configuring release", done.stderr)
            self.assertIn("because of rain", done.stderr)
            self.assertIn(str(self.folder / "build/release/configure.log"), done.stderr)
            self.assertFalse((self.folder / "build/release/.configured").exists())

    def test_a_failing_build_is_told_from_a_failing_configure(self):
        (self.folder / "CMakeLists.txt").write_text(
            "cmake_minimum_required(VERSION 3.25)\nproject(x CXX)\nadd_executable(x x.cpp)\n")
        (self.folder / "x.cpp").write_text("int main() { return rain; }\n")
        done = dev(self.folder, "build")
        self.assertEqual(done.returncode, FAILED, done.stderr)
        self.assertIn("building release", done.stderr)
        self.assertIn("rain", done.stderr)
        (self.folder / "x.cpp").write_text("int main() { return 0; }\n")
        self.assertEqual(dev(self.folder, "build").returncode, 0)

    def test_a_second_run_is_quick(self):
        environment = {key: value for key, value in os.environ.items()
                       if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
        times = []
        for _ in range(3):
            begun = time.monotonic()
            done = dev(SOURCE, "run", env=environment)
            times.append(time.monotonic() - begun)
            self.assertEqual(done.returncode, 0, done.stderr)
        picture, _, diagnosis = done.stdout.partition("\n")
        self.assertEqual(pathlib.Path(picture).read_bytes()[:4], b"\x89PNG")
        self.assertIn("Requests of guest1/vda stop at", diagnosis)
        print("seconds:", " ".join(f"{value:.2f}" for value in times))
        self.assertLess(min(times[1:]), 3)


unittest.main(verbosity=2)
