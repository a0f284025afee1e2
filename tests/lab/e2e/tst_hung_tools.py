# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A host whose own tools hang: the diagnosis ends in time, says what hung, and leaves next to nothing
behind however often it is repeated."""
import re

from cli import diagnose
from lab_instance import wait_until
from lab_test_case import LabTestCase
from shim_host import ShimHost

DEADLINE = 10
SLACK = 1.5
REPETITIONS = 4

# Deaf to everything but SIGKILL, without a child that would have to be found.
HANGS = """#!/bin/bash
trap '' HUP INT TERM
[ -p /run/never-written ] || mkfifo /run/never-written
exec 9<>/run/never-written
read -r _ <&9
"""
# Stands for a process in uninterruptible sleep: out of reach of what ends its parent.
CANNOT_BE_KILLED = """#!/bin/bash
trap '' HUP INT TERM
[ -p /run/never-written ] || mkfifo /run/never-written
exec 9<>/run/never-written
if [ "$1" != --hang ]; then setsid "$0" --hang >/dev/null 2>&1 </dev/null & fi
read -r _ <&9
"""


class HungTools(LabTestCase):

    def diagnose_on(self, host, *options, **settings):
        answer = diagnose(f"ssh://lab-root/{self.lab.libvirt_domain}", host.config, *options,
                          **settings)
        self.assertLess(answer.seconds, DEADLINE + SLACK, str(answer))
        return answer

    def findings(self, answer):
        return " ".join(finding["reason"] for finding in answer.json["findings"])

    def test_virsh_hangs(self):
        with ShimHost(self.lab, {"virsh": HANGS}) as host:
            first = self.diagnose_on(host, "--disk", "vda", interval=1)
            self.assert_status(first, 2)
            self.assert_nothing_stalled(first)
            self.assertIn("virsh", self.findings(first), str(first))
            for _ in range(REPETITIONS - 1):
                self.assert_status(self.diagnose_on(host, "--disk", "vda", "--samples", 1), 2)
            wait_until(lambda: len(host.running("virsh")) <= 1, 3, "one virsh left at most")

    # Not beside the other one: both hosts are one machine, and a virsh that hangs for one diagnosis is not
    # started again by another.
    def test_stat_and_df_hang(self):
        """vdb lies on FUSE here, so its mount is asked with stat in the second sample."""
        with ShimHost(self.lab, {"stat": HANGS, "df": HANGS}) as host:
            healthy = 0
            for _ in range(REPETITIONS):
                answer = self.diagnose_on(host, interval=1)
                self.assertIn("stat", self.findings(answer), str(answer))
                # Nobody waits for vdb's mount either: that a stat of it hangs is no stall.
                self.assert_nothing_stalled(answer)
                healthy += answer.disk("vda")["summary"]["verdict"] == "healthy"
            # A busy machine may be late with one of the two samples, not with all of them.
            self.assertGreater(healthy, REPETITIONS // 2, str(answer))
            wait_until(lambda: len(host.running("stat")) <= 1, 3, "one stat left at most")
            self.assertEqual(host.running("df"), [])

    def test_tool_that_cannot_be_killed(self):
        with ShimHost(self.lab, {"stat": CANNOT_BE_KILLED}) as host:
            for _ in range(3):
                answer = self.diagnose_on(host, interval=1)
            kinds = [re.split("[@-]", line.split()[2])[0] for line in self.lab.helpers_left()]
            self.lab.shell(f"pkill -KILL -f '^/bin/bash {host.folder}/stat' || true")
        # One for the mount, one for the log of the console.
        self.assertEqual(sorted(kinds), ["console", "stat"])
        self.assertIn("not started again", str(answer))
