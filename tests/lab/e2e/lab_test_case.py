# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests in the lab have in common: the lab, and what a diagnosis may say."""
import time
import unittest

from cli import diagnose, side_by_side, window


class LabTestCase(unittest.TestCase):
    """Tests of one program share the lab that run.py started."""
    lab = None
    longMessage = True

    def diagnose(self, domain, *options, host="lab-root", **settings):
        return diagnose(f"ssh://{host}/{domain}", self.lab, *options, **settings)

    def diagnose_shown(self, domain, *options, **settings):
        """The same, and the window says of each disk what the answer says."""
        def show():
            return window(f"ssh://lab-root/{domain}", self.lab)
        answer, shown = side_by_side(lambda: self.diagnose(domain, *options, **settings), show)
        if self.verdicts(shown) != self.verdicts(answer):
            shown = show()  # one of the two may have looked a moment too early
        self.assertEqual(self.verdicts(shown), self.verdicts(answer), shown.out.decode()[:20000])
        return answer

    @staticmethod
    def verdicts(answer):
        """Of each disk: verdict, modifier, stuck boundary, stalled layers."""
        return {disk["name"]: (disk["summary"]["verdict"], disk["summary"]["modifier"],
                               disk["summary"]["boundary"] and disk["summary"]["boundary"]["below"],
                               [layer["kind"] for layer in disk["layers"]
                                if layer["verdict"] == "stalled"])
                for disk in answer.json["disks"]}

    def diagnose_both(self, *options, **settings):
        """The libvirt guest's answer, which the window gives too, and the bare one's."""
        return side_by_side(
            lambda: self.diagnose_shown(self.lab.libvirt_domain, *options, **settings),
            lambda: self.diagnose(self.lab.bare_domain, *options, **settings))

    def assert_status(self, answer, *wanted):
        self.assertIn(answer.status, wanted, str(answer))

    def assert_nothing_stalled(self, answer, *disks):
        for disk in answer.json["disks"]:
            if disks and disk["name"] not in disks:
                continue
            self.assertNotEqual(disk["summary"]["verdict"], "stalled", str(answer))
            for layer in disk["layers"]:
                self.assertNotEqual(layer["verdict"], "stalled", str(answer))

    def assert_nothing_healthy(self, answer):
        """No disk and no layer of it, but the host's own disk, which others use too."""
        for disk in answer.json["disks"]:
            self.assertNotEqual(disk["summary"]["verdict"], "healthy", str(answer))
            for layer in disk["layers"]:
                if layer["kind"] != "host-block":
                    self.assertNotEqual(layer["verdict"], "healthy", str(answer))

    def assert_healthy(self, answer, *disks):
        for name in disks:
            self.assertEqual(answer.disk(name)["summary"]["verdict"], "healthy", str(answer))
        self.assert_nothing_stalled(answer, *disks)

    def assert_stops_at(self, answer, disk, *kinds):
        """This layer alone is stalled and all above it wait."""
        found = answer.disk(disk)
        self.assertEqual(found["summary"]["verdict"], "stalled", str(answer))
        self.assertIn(found["summary"]["boundary"]["below"], kinds, str(answer))
        layers = found["layers"]
        stalled = [layer["kind"] for layer in layers if layer["verdict"] == "stalled"]
        self.assertEqual(stalled, [found["summary"]["boundary"]["below"]], str(answer))
        at = [layer["kind"] for layer in layers].index(stalled[0])
        self.assertEqual(layers[at - 1]["kind"], found["summary"]["boundary"]["above"])
        self.assertGreater(at, 0, str(answer))
        for layer in layers[:at]:
            self.assertEqual(layer["modifier"], "waiting", f"{layer['kind']} in {answer}")
        self.assertTrue(layers[at]["evidence"], f"no evidence is cited in {answer}")

    def until(self, ask, accept, seconds, what):
        """Asks again until the answer is accepted; gives it. Fails with the last answer."""
        begun = time.monotonic()
        while True:
            answer = ask()
            if accept(answer) and time.monotonic() - begun <= seconds:
                print(f"    {what}: after {time.monotonic() - begun:.1f} s", flush=True)
                return answer
            self.assertLess(time.monotonic() - begun, seconds,
                            f"not within {seconds} s: {what}; the last answer: {answer}")
