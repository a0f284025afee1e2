# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""vdb on FUSE, the twin of an image on a network file system. Needs a lab with --vdb fuse."""
import time

from lab_instance import wait_until
from lab_test_case import LabTestCase


class Fuse(LabTestCase):

    def stops_at(self, scenario, *kinds):
        domain = self.lab.libvirt_domain
        with self.lab.broken(scenario):
            stopped = time.monotonic()
            answer = self.until(lambda: self.diagnose(domain), lambda a: a.status == 1,
                                15 - (time.monotonic() - stopped), scenario)
            self.diagnose_shown(domain)
        self.assert_stops_at(answer, "vdb", *kinds)
        self.assert_healthy(answer, "vda")
        healed = self.until(lambda: self.diagnose(domain), lambda a: a.status == 0, 20, "healthy")
        self.assert_healthy(healed, "vda", "vdb")

    def test_daemon_stopped(self):
        self.stops_at("fuse-sigstop", "host-mount")

    def test_server_behind_it_stopped(self):
        self.stops_at("fuse-nbd-sigstop", "host-mount", "host-process", "backend")

    def test_block_read_on_dead_storage(self):
        """It says that the read hangs, one reader stays however often it is asked for, and none in the end."""
        domain = self.lab.libvirt_domain
        with self.lab.broken("fuse-sigstop"):
            # Two samples tell a stall only once a request waits.
            self.until(lambda: self.diagnose(domain), lambda a: a.status == 1, 15, "stalled")
            for look in range(2):
                answer = self.diagnose(domain, "--read-block", interval=2.5)
                self.assert_stops_at(answer, "vdb", "host-mount")
                reads = [why for key, why in answer.silences().items()
                         if key.startswith("host.block-read/")]
                if look == 0:
                    self.assertEqual(len(reads), 1, str(answer))
                    self.assertRegex(reads[0], r"no answer within [12](\.\d)? s")
            left = [line for line in self.lab.helpers_left() if "read-" in line]
            self.assertLessEqual(len(left), 1, left)
        wait_until(lambda: not self.lab.helpers_left(), 10, "no helper process on the host")
