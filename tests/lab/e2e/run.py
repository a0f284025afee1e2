#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""run.py [--lab=OPTION]... MODULE...: starts one lab, runs the tests of the modules in it.

A MODULE may be a single test, tst_hostile_host.Names.test_listed. PLUMBLINE_CLI names the program.
"""
import argparse
import os
import pathlib
import shutil
import sys
import time
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from cli import PROGRAM  # noqa: E402
from lab_instance import Lab  # noqa: E402
from lab_test_case import LabTestCase  # noqa: E402


class TimedResult(unittest.TextTestResult):
    """Says how long each test took: the whole is meant to stay under five minutes."""

    def startTest(self, test):
        self.begun = time.monotonic()
        super().startTest(test)

    def stopTest(self, test):
        super().stopTest(test)
        self.stream.writeln(f"    took {time.monotonic() - self.begun:.1f} s")
        self.stream.flush()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--lab", action="append", default=[], help="option of lab up, with its value")
    parser.add_argument("modules", nargs="+")
    arguments = parser.parse_args()
    if os.geteuid() != 0:
        sys.exit("the lab needs root")
    if not shutil.which(PROGRAM):
        sys.exit(f"there is no program {PROGRAM}: PLUMBLINE_CLI names it")
    # The program for calls inside, and this folder for what its sanitizers read.
    folders = os.path.dirname(os.path.realpath(shutil.which(PROGRAM))), sys.path[0]
    lab = Lab(*(word for option in arguments.lab for word in option.split()),
              *(word for folder in folders for word in ("--bind", folder)))
    LabTestCase.lab = lab
    try:
        suite = unittest.defaultTestLoader.loadTestsFromNames(arguments.modules)
        runner = unittest.TextTestRunner(stream=sys.stdout, verbosity=2, resultclass=TimedResult)
        passed = runner.run(suite).wasSuccessful()
    finally:
        lab.down()
    sys.exit(0 if passed and suite.countTestCases() else 1)


main()
