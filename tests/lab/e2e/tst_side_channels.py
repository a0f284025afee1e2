# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Agent, libvirt and network say what they are, and nothing about the disks.

Needs a lab with --network cards.
"""
import base64
import threading

from cli import side_by_side
from lab_instance import wait_until
from lab_test_case import LabTestCase

PACKETS = r"vnet\d+: [1-9]\d* from the guest, [1-9]\d* to it \(packets in "


class SideChannels(LabTestCase):

    def setUp(self):
        self.libvirt = self.lab.libvirt_domain

    def channel_until(self, kind, accept, what, domain=None, **settings):
        """A diagnosis whose side channel is as wanted, and that channel."""
        answer = self.until(lambda: self.diagnose(domain or self.libvirt, **settings),
                            lambda a: accept(a.channel(kind)), 30, what)
        return answer, answer.channel(kind)

    def test_all_well(self):
        answer, agent = self.channel_until("guest-agent", lambda c: "version" in c["reason"],
                                           "the agent told its version")
        self.assertEqual(agent["verdict"], "healthy", str(answer))
        self.assertRegex(agent["reason"], r"; version \d+\.[\d.]+; ")
        self.assertRegex(agent["reason"], r"kernel has been up for \d+ ", str(answer))
        self.assertNotIn("disabled", agent["reason"])
        libvirt = answer.channel("libvirt")
        self.assertEqual(libvirt["verdict"], "healthy", str(answer))
        asked = " ".join(item["command"] for item in answer.json["observations"])
        self.assertNotIn("fsinfo", asked)
        self.assertIn("domjobinfo", asked)

    def picture_of(self, answer):
        """The bytes of the picture that is cited, without what virsh says behind it."""
        channel = answer.channel("console-picture")
        self.assertEqual(channel["verdict"], "healthy", str(answer))
        self.assertRegex(channel["reason"], r"^(640|720) × (400|480) pixels, taken at ")
        cited = channel["evidence"][0]["observation"]
        seen = next(item for item in answer.json["observations"] if item["id"] == cited)
        self.assertEqual(seen["output_encoding"], "base64")
        return base64.b64decode(seen["output"]).partition(b"Screenshot saved")[0]

    def test_picture(self):
        for domain in (self.libvirt, self.lab.bare_domain):
            picture = self.picture_of(self.diagnose(domain, interval=3))
            self.assertTrue(picture.startswith(b"\x89PNG") and picture.endswith(b"IEND\xaeB`\x82"))
        # The same as libvirt gives to anybody who asks it.
        self.lab.shell(f"virsh -c qemu:///system screenshot {self.libvirt} /run/own.png")
        own = base64.b64decode(self.lab.shell("base64 -w0 /run/own.png; rm /run/own.png"))
        # Signature and header: its cursor blinks.
        self.assertEqual(self.picture_of(self.diagnose(self.libvirt, interval=3))[:33], own[:33])
        left = self.lab.shell("find / -xdev -name '*plumbline-picture*'; "
                              "find /run /dev/shm /tmp -name '*plumbline-picture*'")
        self.assertEqual(left, "", "a picture stays on the host")

    def test_network_moves(self):
        for host in ("lab-root", "lab"):
            _, network = self.channel_until("network", lambda c: c["verdict"] == "healthy",
                                            f"packets both ways, for {host}", host=host)
            self.assertRegex(network["reason"], PACKETS)
            self.assertTrue(network["evidence"])

    def test_network_of_the_user_mode(self):
        network = self.diagnose(self.lab.bare_domain).channel("network")
        self.assertEqual(network["verdict"], "unknown")
        self.assertIn("user-mode", network["reason"])

    def test_network_of_a_paused_guest(self):
        with self.lab.broken("pause"):
            answer, network = self.channel_until("network", lambda c: c["modifier"] == "idle",
                                                 "no packets from it")
        self.assertNotRegex(network["reason"], PACKETS)
        self.assert_nothing_stalled(answer)

    def test_agent_froze_the_file_systems(self):
        with self.lab.broken("fs-freeze"):
            answer, agent = self.channel_until("guest-agent", lambda c: c["modifier"] == "paused",
                                               "the freeze is seen")
        self.assertEqual(agent["verdict"], "unknown", str(answer))
        self.assertIn("has frozen the guest's file systems", agent["reason"])
        self.assertEqual(len(agent["evidence"]), 2)
        self.assert_nothing_stalled(answer)
        self.channel_until("guest-agent", lambda c: c["verdict"] == "healthy", "the thaw is seen")

    def test_agent_killed(self):
        with self.lab.broken("agent-killed"):
            answer = self.diagnose(self.libvirt)
        agent = answer.channel("guest-agent")
        self.assertIn("not connected", agent["reason"], str(answer))
        self.assertEqual((agent["verdict"], agent["modifier"]), ("unknown", None))
        pings = [item for item in answer.json["observations"]
                 if item["question"].startswith("guest-agent.")]
        self.assertEqual({item["question"].split("/")[0] for item in pings}, {"guest-agent.ping"},
                         "an agent that answers no ping is asked nothing more")
        self.assert_status(answer, 0)

    def test_agent_stopped(self):
        with self.lab.broken("agent-stopped"):
            answer = self.diagnose(self.libvirt)
        self.assertIn("does not respond", answer.channel("guest-agent")["reason"], str(answer))
        self.assert_nothing_stalled(answer)

    def execs(self):
        """How many commands sshd has begun."""
        return self.lab.log("sshd_main.log").count("Starting session: command")

    def test_agent_stopped_in_between(self):
        """All that was meant for an agent that answered the last ping meets one that is silent."""
        def stop():
            # The first look has ended and the next is some seconds later: its commands are over.
            wait_until(lambda: self.execs() >= before + 3, 20, "discovery, rings and the first look")
            with self.lab.broken("agent-stopped"):
                ended.wait(40)

        def ask():
            try:
                return self.diagnose(self.libvirt, "--samples", 6, interval=2)
            finally:
                ended.set()
        ended = threading.Event()
        before = self.execs()
        _, answer = side_by_side(stop, ask)
        self.assertIn("does not respond", answer.channel("guest-agent")["reason"], str(answer))
        self.assertIn("guest-fsfreeze-status",
                      " ".join(item["command"] for item in answer.json["observations"]))
        self.assertEqual(answer.json["findings"], [], str(answer))
        self.assert_nothing_stalled(answer)

    def test_libvirt_waits_for_qemu(self):
        with self.lab.broken("drain-wedge"):
            answer = self.diagnose(self.libvirt)
        libvirt = answer.channel("libvirt")
        self.assertEqual(libvirt["verdict"], "unknown", str(answer))
        self.assertRegex(libvirt["reason"], r"waits for QEMU: occupied for", str(answer))
        self.assertEqual(answer.disk("vda")["summary"]["verdict"], "stalled")
        left = self.lab.helpers_left()
        self.assertLessEqual(len(left), 1, f"helpers left on the host: {left}")
