# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking at devices whose rings another process works on does not stop them.

Needs a lab with --vhost-user blk,fs. One query of a queue's state would end its life.
"""
import os
import time

from cli import side_by_side
from lab_instance import wait_until
from lab_test_case import LabTestCase

# The bar is 100; a test run has less time than that takes.
DIAGNOSES = int(os.environ.get("PLUMBLINE_DIAGNOSES", "25"))
AT_ONCE = 5


class VhostUser(LabTestCase):

    def pace(self):
        """The number that the guest writes into the shared folder once a second."""
        return int(self.lab.execute("cat", "/run/vhost-user/shared/pace"))

    def disk_written(self):
        """When vdc was last written to, in seconds."""
        return float(self.lab.execute("stat", "-c", "%.9Y", "/var/lib/libvirt/images/libvirt-vdc.img"))

    def test_pace_is_kept(self):
        begun, first = time.monotonic(), self.pace()
        for _ in range(DIAGNOSES // AT_ONCE):
            answers = side_by_side(*[lambda: self.diagnose(self.lab.libvirt_domain, "--samples", 2,
                                                           interval=1)] * AT_ONCE)
            for answer in answers:
                self.assert_nothing_stalled(answer)
        seconds, writes = time.monotonic() - begun, self.pace() - first
        print(f"    {writes} writes in {seconds:.0f} s of {DIAGNOSES} diagnoses", flush=True)
        self.assertGreater(writes, seconds * 0.6)
        pace, written = self.pace(), self.disk_written()
        wait_until(lambda: self.pace() > pace, 10, "the shared folder is written to again")
        wait_until(lambda: self.disk_written() > written, 10, "vdc is written to again")
        self.assertEqual(self.lab.helpers_left(), [])
