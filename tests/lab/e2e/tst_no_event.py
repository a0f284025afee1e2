# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rings without EVENT_IDX. Needs a lab with --rings no-event."""
from lab_test_case import LabTestCase


class NoEvent(LabTestCase):

    def test_what_the_driver_noticed_is_unknown(self):
        for domain in (self.lab.libvirt_domain, self.lab.bare_domain):
            answer = self.until(lambda domain=domain: self.diagnose(domain, interval=2.5),
                                lambda a: a.status == 0, 20, "both disks healthy")
            disks = [queue for queue in answer.json["virtqueues"] if queue["kind"] == "virtio-blk"]
            self.assertGreaterEqual(len(disks), 2, str(answer))
            for queue in disks:
                self.assertEqual(queue["layout"], "split")
                self.assertEqual(queue["seen"]["answer"], "yes", str(queue))
                self.assertEqual(queue["completed"]["answer"], "yes", str(queue))
                self.assertEqual(queue["noticed"]["answer"], "unknown", str(queue))
                self.assertIn("EVENT_IDX", queue["noticed"]["why"])
