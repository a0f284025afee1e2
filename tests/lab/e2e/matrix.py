# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A table of scenarios, and the check of one row of it."""
import re
import typing

from cli import side_by_side, window
from lab_test_case import LabTestCase


class Row(typing.NamedTuple):
    """A scenario, and what is true of the disk that it breaks and of the other one."""
    scenario: str
    verdicts: tuple         # any of these
    below: str = None       # the layer that holds requests and completes none, if one does
    modifier: str = None
    says: str = ""          # in the reason of that layer, or else in the summary
    others: tuple = ("healthy",)
    other_below: str = None
    other_modifier: str = None
    domains: tuple = ("libvirt", "bare")


# The NBD disk, which is the one that breaks, and the other.
DISKS = {"libvirt": ("vda", "vdb"), "bare": ("vdb", "vda")}

ATTEMPTS = 3    # requests of a slow disk are old only after a while


class MatrixTestCase(LabTestCase):

    def look(self, domain, row):
        """The first answer that is as the row has it, or else the last."""
        name = self.lab.libvirt_domain if domain == "libvirt" else self.lab.bare_domain
        for _ in range(ATTEMPTS):
            answer = self.diagnose(name, "--samples", 2, interval=2.5)
            if not self.differs(answer, domain, row):
                break
        return answer

    def look_at_window(self, domain, row):
        name = self.lab.libvirt_domain if domain == "libvirt" else self.lab.bare_domain
        for _ in range(ATTEMPTS):
            answer = window(f"ssh://lab-root/{name}", self.lab)
            if not self.differs(answer, domain, row):
                break
        return answer

    def differs(self, answer, domain, row):
        """What the answer says otherwise; empty when all is as the row has it."""
        disk, other = DISKS[domain]
        wrong = self.differs_disk(answer, disk, row.verdicts, row.below, row.modifier, row.says)
        return wrong + self.differs_disk(answer, other, row.others, row.other_below,
                                         row.other_modifier, "")

    @staticmethod
    def differs_disk(answer, name, verdicts, below, modifier, says):
        disk = answer.disk(name)
        summary = disk["summary"]
        boundary = summary["boundary"] and summary["boundary"]["below"]
        stalled = [layer for layer in disk["layers"] if layer["verdict"] == "stalled"]
        wrong = []
        if summary["verdict"] not in verdicts:
            wrong.append(f"{name} is {summary['verdict']}, not {' or '.join(verdicts)}")
        if boundary != below:
            wrong.append(f"{name} stops at {boundary}, not {below}")
        if [layer["kind"] for layer in stalled] != ([below] if below else []):
            wrong.append(f"stalled in {name}: {[layer['kind'] for layer in stalled]}, not {below}")
        if modifier and summary["modifier"] != modifier:
            wrong.append(f"{name} is called {summary['modifier']}, not {modifier}")
        reason = " ".join(layer["reason"] for layer in stalled) or summary["text"]
        if not re.search(says, reason):
            wrong.append(f"{name}: no '{says}' in: {reason}")
        return wrong

    def check(self, row):
        with self.lab.broken(*(f"{row.scenario}@{domain}" for domain in row.domains)):
            *answers, shown = side_by_side(
                *((lambda domain=domain: self.look(domain, row)) for domain in row.domains),
                lambda: self.look_at_window(row.domains[0], row))
        with self.subTest(scenario=row.scenario, window=row.domains[0]):
            wrong = self.differs(shown, row.domains[0], row)
            self.assertFalse(wrong, "; ".join(wrong) + f"\n{shown.out.decode()[:20000]}")
        for domain, answer in zip(row.domains, answers):
            with self.subTest(scenario=row.scenario, domain=domain):
                wrong = self.differs(answer, domain, row)
                self.assertFalse(wrong, "; ".join(wrong) + f"\n{answer}")
                if row.below:
                    self.assert_stops_at(answer, DISKS[domain][0], row.below)

    def check_health(self):
        """To be called last: each scenario left the guests as they were, and no helper."""
        for domain in ("libvirt", "bare"):
            healed = self.look(domain, Row("healed", ("healthy",)))
            self.assert_healthy(healed, "vda", "vdb")
        self.assertEqual(self.lab.helpers_left(), [])


def add_rows(case, rows):
    """A test for each row; unittest runs them in the order of their names."""
    for one in rows:
        setattr(case, f"test_{one.scenario.replace('-', '_')}",
                lambda self, row=one: self.check(row))
