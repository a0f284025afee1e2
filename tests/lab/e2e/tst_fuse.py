# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""vdb on FUSE, the twin of an image on a network file system. Needs a lab with --vdb fuse."""
import time

from lab_test_case import LabTestCase


class Fuse(LabTestCase):

    def stops_at(self, scenario, *kinds):
        domain = self.lab.libvirt_domain
        with self.lab.broken(scenario):
            stopped = time.monotonic()
            answer = self.until(lambda: self.diagnose(domain), lambda a: a.status == 1,
                                15 - (time.monotonic() - stopped), scenario)
        self.assert_stops_at(answer, "vdb", *kinds)
        self.assert_healthy(answer, "vda")
        healed = self.until(lambda: self.diagnose(domain), lambda a: a.status == 0, 20, "healthy")
        self.assert_healthy(healed, "vda", "vdb")

    def test_daemon_stopped(self):
        self.stops_at("fuse-sigstop", "host-mount")

    def test_server_behind_it_stopped(self):
        self.stops_at("fuse-nbd-sigstop", "host-mount", "host-process", "backend")
