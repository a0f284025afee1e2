# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A busy guest on a busy machine is not a stalled one."""
from cli import side_by_side
from lab_test_case import LabTestCase

REPETITIONS = 6  # soak_no_harm looks a thousand times


class Soak(LabTestCase):

    def look(self):
        return self.diagnose(self.lab.libvirt_domain, "--samples", 2, interval=1)

    def test_busy_guest_is_never_stalled(self):
        verdicts = {"healthy": 0, "unknown": 0, "stalled": 0}
        for _ in range(REPETITIONS // 2):
            for answer in side_by_side(*[self.look] * 2):
                for disk in answer.json["disks"]:
                    verdicts[disk["summary"]["verdict"]] += 1
                self.assert_nothing_stalled(answer)
        print(f"    {REPETITIONS} diagnoses, verdicts of disks: {verdicts}", flush=True)
        self.assertEqual(verdicts["stalled"], 0)
        # One sample may come late on a busy machine; a tool that never says healthy is no use.
        self.assertGreaterEqual(verdicts["healthy"], 2 * REPETITIONS * 3 // 4, str(verdicts))
