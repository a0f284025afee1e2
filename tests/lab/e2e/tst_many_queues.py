# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What it costs to ask all queues of a guest with many. Needs a lab with --devices 16x8 --load idle."""
from cli import RELEASE_PROGRAM
from lab_test_case import LabTestCase

QUEUES = 16 * 8
LIMIT = 0.3  # seconds, on an idle host


class ManyQueues(LabTestCase):

    def seconds(self, domain):
        """What the questions about all queues took in one look, by the host's clock."""
        answer = self.diagnose(domain, "--samples", 2, interval=2.5, program=RELEASE_PROGRAM)
        looks = {}
        for item in answer.json["observations"]:
            if item["question"].startswith("qemu.virtqueue/"):
                looks[item["question"]] = item  # the newest of each comes last
        self.assertGreaterEqual(len(looks), QUEUES, str(answer))
        self.assertEqual({item["silence"] for item in looks.values()}, {None})
        # One process asked them all, or one connection: each is told how long that took.
        return max(item["duration_s"] for item in looks.values())

    def test_all_queues_of_sixteen_disks(self):
        for domain in (self.lab.libvirt_domain, self.lab.bare_domain):
            times = []
            while len(times) < 3 and (not times or min(times) >= LIMIT):
                times.append(self.seconds(domain))
            print(f"    {domain}: {QUEUES} queues in {min(times):.3f} s of {len(times)}", flush=True)
            self.assertLess(min(times), LIMIT)
