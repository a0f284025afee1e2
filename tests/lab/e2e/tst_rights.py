# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Without root's rights less is known. What is missing is named; nothing is guessed."""
from cli import side_by_side
from lab_test_case import LabTestCase


class Rights(LabTestCase):

    def test_healthy_guests(self):
        libvirt, bare = self.lab.libvirt_domain, self.lab.bare_domain
        group, owner, group_bare, viewer, viewer_bare = side_by_side(
            lambda: self.diagnose(libvirt, host="lab"),
            lambda: self.diagnose(bare, host="lab-vmrun"),
            lambda: self.diagnose(bare, host="lab"),
            lambda: self.diagnose(libvirt, host="lab-viewer"),
            lambda: self.diagnose(bare, host="lab-viewer"))
        for answer in (group, owner):  # libvirt's group, and the owner of the process
            self.assert_status(answer, 0)
            self.assert_healthy(answer, "vda", "vdb")
        for answer in (group_bare, viewer, viewer_bare):
            self.assert_status(answer, 2)
            self.assert_nothing_stalled(answer)
            self.assertTrue(answer.json["disks"], str(answer))
            for disk in answer.json["disks"]:
                self.assertEqual(disk["summary"]["verdict"], "unknown", str(answer))
            self.assertIn("ermission denied", str(answer.silences()), str(answer))
        for disk in viewer.json["disks"]:
            self.assertIn("ermission denied", disk["summary"]["text"], str(viewer))

    def test_nbd_server_stopped(self):
        with self.lab.broken("nbd-sigstop@libvirt", "nbd-sigstop@bare"):
            group, owner, viewer = side_by_side(
                lambda: self.until(lambda: self.diagnose(self.lab.libvirt_domain, host="lab"),
                                   lambda a: a.status == 1, 15, "stall seen as vmop"),
                lambda: self.until(lambda: self.diagnose(self.lab.bare_domain, host="lab-vmrun"),
                                   lambda a: a.status == 1, 15, "stall seen as vmrun"),
                lambda: self.diagnose(self.lab.libvirt_domain, host="lab-viewer"))
        self.assert_stops_at(group, "vda", "backend", "fabric", "block-node")
        self.assert_healthy(group, "vdb")
        self.assert_stops_at(owner, "vdb", "backend", "fabric", "block-node")
        self.assert_healthy(owner, "vda")
        # Sockets are for everyone to see, so even a stranger may find requests that nobody reads.
        self.assert_status(viewer, 1, 2)
        if viewer.status == 1:
            self.assert_stops_at(viewer, "vda", "backend")
        self.assertNotIn("healthy", {d["summary"]["verdict"] for d in viewer.json["disks"]})
