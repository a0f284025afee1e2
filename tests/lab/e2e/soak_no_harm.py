# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking often does no harm and raises no false alarm. Takes a quarter of an hour: run by hand.

Needs a lab with --domains libvirt --vdb fuse: vda is NBD, vdb an image on FUSE.
"""
import collections
import time

from cli import RELEASE_PROGRAM, side_by_side
from lab_instance import wait_until
from lab_test_case import LabTestCase

DIAGNOSES = 100
AT_ONCE = 5
SAMPLES = 1000  # of disks, each of two looks


class NoHarm(LabTestCase):

    def look(self, *options, interval=1):
        return self.diagnose(self.lab.libvirt_domain, *options, interval=interval,
                             program=RELEASE_PROGRAM)

    def looks(self, count, *options, **settings):
        for _ in range(0, count, AT_ONCE):
            yield from side_by_side(*[lambda: self.look(*options, **settings)] * AT_ONCE)

    def virsh(self, *words):
        return self.lab.execute("timeout", "5", "virsh", "-c", "qemu:///system", *words).decode()

    def written(self, disk):
        """Write requests that QEMU has completed for a disk."""
        for line in self.virsh("domblkstat", self.lab.libvirt_domain, disk).splitlines():
            if " wr_req " in line:
                return int(line.split()[-1])
        raise AssertionError("domblkstat tells no wr_req")

    def assert_all_answer(self):
        domain = self.lab.libvirt_domain
        self.assertIn("ok", self.virsh("domcontrol", domain))
        self.assertIn("running", self.virsh("qemu-monitor-command", domain, '{"execute":"query-status"}'))
        self.assertIn("return", self.virsh("qemu-agent-command", domain, '{"execute":"guest-ping"}'))
        self.assertIn(domain, self.virsh("list"))

    def test_no_false_stall(self):
        verdicts = collections.Counter()
        for answer in self.looks(SAMPLES // 2, interval=2.2):
            self.assert_nothing_stalled(answer)
            verdicts.update(disk["summary"]["verdict"] for disk in answer.json["disks"])
        print(f"    {sum(verdicts.values())} samples of healthy disks: {dict(verdicts)}", flush=True)
        self.assertEqual(verdicts["stalled"], 0)

    def test_pace_is_kept(self):
        begun, first = time.monotonic(), [self.written(disk) for disk in ("vda", "vdb")]
        for answer in self.looks(DIAGNOSES):
            self.assert_nothing_stalled(answer)
        seconds = time.monotonic() - begun
        for disk, before in zip(("vda", "vdb"), first):
            writes = self.written(disk) - before
            print(f"    {disk}: {writes} writes in {seconds:.0f} s of {DIAGNOSES} diagnoses", flush=True)
            self.assertGreater(writes, seconds * 0.6)
        wait_until(lambda: not self.lab.helpers_left(), 5, "no helper process on the host")

    def stopped(self, scenario, disk):
        with self.lab.broken(scenario):
            answers = list(self.looks(DIAGNOSES, interval=2.2))  # a stall takes two seconds
            stalled = sum(answer.disk(disk)["summary"]["verdict"] == "stalled" for answer in answers)
            left = self.lab.helpers_left()
            print(f"    {scenario}: {stalled} of {DIAGNOSES} say stalled; left: {left}", flush=True)
            kinds = [line.split()[2].split("@")[0] for line in left]
            self.assertEqual(len(kinds), len(set(kinds)), f"two of a kind: {left}")
            self.assert_all_answer()
        self.assertGreater(stalled, DIAGNOSES * 0.9)
        wait_until(lambda: not self.lab.helpers_left(), 10, "no helper process on the host")
        self.assert_all_answer()

    def test_stopped_nbd_server(self):
        self.stopped("nbd-sigstop", "vda")

    def test_stopped_fuse_daemon(self):
        self.stopped("fuse-sigstop", "vdb")
