# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What it costs to ask all queues of a guest with many. Needs a lab with --devices 16x8 --load idle."""
import time

from cli import RELEASE_PROGRAM
from lab_test_case import LabTestCase

QUEUES = 16 * 8
LIMIT = 0.3  # seconds, on an idle host
# libvirt hands on one command after the other, at its own pace: what it takes for the cheapest is
# measured beside ours, which have more to say.
TIMES_THE_CHEAPEST = 3
MOST_LOOKS = 8


class ManyQueues(LabTestCase):

    def look(self, domain):
        """Of the newest look: how many questions went the same way, and what they took together."""
        answer = self.diagnose(domain, "--samples", 2, interval=2.5, program=RELEASE_PROGRAM)
        newest = {}
        for item in answer.json["observations"]:
            newest[item["question"]] = item
        queues = [item for key, item in newest.items() if key.startswith("qemu.virtqueue/")]
        self.assertGreaterEqual(len(queues), QUEUES, str(answer))
        self.assertEqual([item for item in queues if item["silence"]], [])
        last = max(item["started"] for item in queues)
        asked = [item for item in newest.values()
                 if item["question"].startswith("qemu.") and item["started"] == last]
        # One process asked them all, or one connection: each is told how long that took.
        return len(asked), max(item["duration_s"] for item in asked)

    def cheapest(self, count):
        """So many query-status in one virsh."""
        one = f"qemu-monitor-command {self.lab.libvirt_domain} '{{\"execute\":\"query-status\"}}';"
        begun = time.monotonic()
        self.lab.execute("virsh", "-c", "qemu:///system", one * count)
        return time.monotonic() - begun

    def fastest(self, domain):
        """Of a few looks: a machine that does other things in one may be idle in the next."""
        best = self.look(domain)
        for _ in range(MOST_LOOKS - 1):
            if best[1] < LIMIT:
                break
            best = min(best, self.look(domain), key=lambda look: look[1])
        return best

    def test_over_a_socket(self):
        count, seconds = self.fastest(self.lab.bare_domain)
        print(f"    {count} questions, {QUEUES} queues among them, in {seconds:.3f} s", flush=True)
        self.assertLess(seconds, LIMIT)

    def test_through_libvirt(self):
        count, seconds = min((self.look(self.lab.libvirt_domain) for _ in range(3)),
                             key=lambda l: l[1])
        floor = min(self.cheapest(count) for _ in range(3))
        print(f"    {count} questions, {QUEUES} queues among them, in {seconds:.3f} s: "
              f"{seconds / floor:.1f} times as many query-status ({floor:.3f} s)", flush=True)
        self.assertLess(seconds, max(LIMIT, TIMES_THE_CHEAPEST * floor))
