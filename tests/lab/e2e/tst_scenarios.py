# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every scenario of the lab over SSH: the right layer is marked, and no other.

In the libvirt guest vda is NBD over a unix socket and vdb a file; in the bare one it is the other
way round, NBD over TCP.
"""
import threading
import time

from cli import side_by_side
from lab_instance import wait_until
from lab_test_case import LabTestCase

EXEC = "Starting session: command"
END = "Close session:"
DEADLINE = 10   # seconds, what diagnose takes by default
SLACK = 1.5     # for starting and ending a process on a busy machine


class Scenarios(LabTestCase):

    def setUp(self):
        self.libvirt = self.lab.libvirt_domain
        self.bare = self.lab.bare_domain

    def await_health(self, seconds=20):
        def both_healthy(answers):
            return all(answer.status == 0 for answer in answers)
        for answer in self.until(lambda: Both(*self.diagnose_both()), both_healthy, seconds,
                                 "both guests healthy again"):
            self.assert_healthy(answer, "vda", "vdb")

    def sessions(self):
        """How many commands sshd has begun and ended."""
        log = self.lab.log("sshd_main.log")
        return log.count(EXEC), log.count(END)

    def await_quiet(self, before):
        """Discovery and the first sample are over: what was begun since has ended, and nothing has
        followed for a second. The next sample is some seconds later."""
        seen, since = before, time.monotonic()

        def is_quiet():
            nonlocal seen, since
            now = self.sessions()
            if now != seen:
                seen, since = now, time.monotonic()
            begun, ended = now[0] - before[0], now[1] - before[1]
            return begun >= 2 and ended >= begun and time.monotonic() - since > 1
        wait_until(is_quiet, 15, "discovery and the first sample")

    def test_healthy(self):
        for answer in self.diagnose_both(interval=5):
            self.assert_status(answer, 0)
            self.assert_healthy(answer, "vda", "vdb")
            self.assertLess(answer.seconds, DEADLINE + SLACK, str(answer))

    def test_nbd_server_stopped(self):
        def ask(look, domain):
            # A diagnosis that begins with the stop may see no request yet, and says so by 2.
            return self.until(lambda: look(domain), lambda a: a.status == 1,
                              15 - (time.monotonic() - stopped), f"{domain} stalled")
        with self.lab.broken("nbd-sigstop@libvirt", "nbd-sigstop@bare"):
            stopped = time.monotonic()
            on_libvirt, on_bare = side_by_side(
                lambda: ask(self.diagnose, self.libvirt), lambda: ask(self.diagnose, self.bare))
            ask(self.diagnose_shown, self.libvirt)
        self.assert_stops_at(on_libvirt, "vda", "backend")
        self.assert_healthy(on_libvirt, "vdb")
        self.assert_stops_at(on_bare, "vdb", "backend")
        self.assert_healthy(on_bare, "vda")
        self.await_health()

    def test_agent_killed(self):
        with self.lab.broken("agent-killed@libvirt", "agent-killed@bare"):
            on_libvirt, on_bare = self.diagnose_both()
        for answer in (on_libvirt, on_bare):
            self.assert_status(answer, 0)
            self.assert_nothing_stalled(answer)
        agent = on_libvirt.channel("guest-agent")
        self.assertNotEqual(agent["verdict"], "healthy", str(on_libvirt))
        self.assertIn("not connected", agent["reason"])

    def test_agent_stopped(self):
        with self.lab.broken("agent-stopped@libvirt"):
            answer = self.diagnose_shown(self.libvirt)
        self.assert_status(answer, 0)
        self.assert_nothing_stalled(answer)
        agent = answer.channel("guest-agent")
        self.assertNotEqual(agent["verdict"], "healthy", str(answer))
        self.assertIn("respond", agent["reason"])

    def test_qemu_stopped(self):
        with self.lab.broken("qemu-sigstop@libvirt", "qemu-sigstop@bare"):
            answers = self.diagnose_both(interval=5)
        for answer in answers:
            self.assertLess(answer.seconds, DEADLINE + SLACK, str(answer))
            self.assert_status(answer, 1)
            for disk in ("vda", "vdb"):
                self.assert_stops_at(answer, disk, "device")
                self.assertIn("stopped", answer.layer(disk, "device")["reason"], str(answer))
            self.assert_nothing_healthy(answer)

    def test_libvirtd_stopped(self):
        with self.lab.broken("libvirtd-stop"):
            on_libvirt, on_bare = self.diagnose_both()
        self.assertLess(on_libvirt.seconds, DEADLINE + SLACK, str(on_libvirt))
        self.assert_status(on_libvirt, 2)
        self.assert_nothing_stalled(on_libvirt)
        for disk in ("vda", "vdb"):
            self.assertEqual(on_libvirt.disk(disk)["summary"]["verdict"], "unknown")
        self.assertIn("virsh", " ".join(f["reason"] for f in on_libvirt.json["findings"]),
                      str(on_libvirt))
        self.assert_status(on_bare, 0)

    def test_sshd_gone(self):
        with self.lab.broken("sshd-gone"):
            answer = self.diagnose(self.libvirt)
        self.assert_status(answer, 2)
        self.assertLess(answer.seconds, DEADLINE + SLACK, str(answer))
        for disk in answer.json["disks"]:
            self.assertEqual({layer["verdict"] for layer in disk["layers"]}, {"unknown"})
            self.assertGreaterEqual(len(disk["layers"]), 5)
            for layer in disk["layers"]:
                self.assertIn("refuses", layer["reason"], str(answer))
            self.assertIn("refuses", disk["summary"]["text"])
        self.assertTrue(answer.json["disks"], str(answer))

    def test_sshd_gone_in_between(self):
        """The link dies between two samples: what was known is stale, nothing healthy is claimed."""
        def stop_in_between():
            self.await_quiet(before)
            with self.lab.broken("sshd-gone"):
                ended.wait(20)

        def ask():
            try:
                return self.diagnose(self.libvirt, interval=6, limit=20)
            finally:
                ended.set()
        ended = threading.Event()
        before = self.sessions()
        _, answer = side_by_side(stop_in_between, ask)
        self.assert_status(answer, 2)
        self.assertLess(answer.seconds, DEADLINE + SLACK, str(answer))
        self.assertIsNotNone(answer.json["stale_since"], str(answer))
        self.assert_nothing_stalled(answer)

    def test_throttled(self):
        with self.lab.broken("throttle"):
            answer = self.until(
                lambda: self.diagnose(self.libvirt),
                lambda a: a.disk("vda")["summary"]["modifier"] == "throttled", 20, "throttled")
            self.diagnose_shown(self.libvirt)
        self.assert_status(answer, 2)
        self.assertEqual(answer.disk("vda")["summary"]["verdict"], "unknown", str(answer))
        self.assertIn("total_bytes_sec", answer.disk("vda")["summary"]["text"])
        self.assert_nothing_stalled(answer)
        self.assert_healthy(answer, "vdb")

    def test_paused(self):
        with self.lab.broken("pause@libvirt", "pause@bare"):
            answers = self.diagnose_both()
        for answer in answers:
            self.assert_status(answer, 2)
            self.assert_nothing_stalled(answer)
            self.assert_nothing_healthy(answer)
            for disk in ("vda", "vdb"):
                self.assertEqual(answer.disk(disk)["summary"]["modifier"], "paused", str(answer))
            self.assertEqual(answer.json["domain"]["state"], "paused")

    def test_monitor_wedged(self):
        with self.lab.broken("monitor-wedge"):
            first = self.diagnose_shown(self.libvirt, interval=5)
            self.assertLess(first.seconds, DEADLINE + SLACK, str(first))
            self.assert_status(first, 1)
            self.assert_stops_at(first, "vda", "backend")
            self.assertNotEqual(first.channel("monitor")["verdict"], "healthy", str(first))
            for _ in range(4):
                answer = self.diagnose(self.libvirt, "--samples", 1)
                self.assertLess(answer.seconds, DEADLINE + SLACK, str(answer))
                self.assertNotEqual(answer.status, 0, str(answer))
            self.lab.execute("timeout", "3", "virsh", "-c", "qemu:///system", "list")
            left = self.lab.helpers_left()
            self.assertLessEqual(len(left), 1, f"helpers left on the host: {left}")
        self.await_health()

    def test_panicked(self):
        with self.lab.broken("panic@libvirt", "panic@bare"):
            on_libvirt, on_bare = self.diagnose_both()
        for answer in (on_libvirt, on_bare):
            self.assert_status(answer, 2)
            self.assert_nothing_stalled(answer)
            self.assertNotIn("healthy", {d["summary"]["verdict"] for d in answer.json["disks"]})
        self.assertIn("panic", on_libvirt.channel("serial-console")["reason"], str(on_libvirt))


class Both(list):
    """Two answers that print as what they say."""

    def __init__(self, *answers):
        super().__init__(answers)

    def __str__(self):
        return "\n".join(map(str, self))
