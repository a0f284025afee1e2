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
        for answer in (group_bare, viewer_bare):
            self.assertIn("ermission denied", str(answer.silences()), str(answer))
        for answer in (group_bare, viewer, viewer_bare):
            self.assert_status(answer, 2)
            self.assert_nothing_stalled(answer)
            self.assertTrue(answer.json["disks"], str(answer))
            for disk in answer.json["disks"]:
                self.assertEqual(disk["summary"]["verdict"], "unknown", str(answer))
        # libvirt tells everybody what there is, and says what it would take to be told more.
        self.assertEqual(viewer.json["domain"]["state"], "running", str(viewer))
        self.assertIn("read only access", str(viewer.silences()), str(viewer))
        for disk in viewer.json["disks"]:
            self.assertIn("membership in the host's group libvirt would allow it",
                          disk["summary"]["text"], str(viewer))
        commands = [o["command"] for o in viewer.json["observations"]]
        self.assertTrue(any(c.startswith("virsh -r -c ") for c in commands), str(commands))
        self.assertFalse(any(c.startswith("virsh -c ") for c in commands), str(commands))

    def refused(self, answer):
        return {key for key, why in answer.silences().items() if "ermission denied" in why}

    def test_sudo(self):
        """With the rules of packaging/sudoers nothing is missing but what they do not name."""
        libvirt = self.lab.libvirt_domain
        without, by_sudo, root = side_by_side(
            lambda: self.diagnose(libvirt, host="lab-sudo"),
            lambda: self.diagnose(libvirt, "--sudo", host="lab-sudo"),
            lambda: self.diagnose(libvirt))
        for answer in (without, by_sudo, root):
            self.assert_status(answer, 0)
        self.assertTrue({"process.nfs-stats", "console.tail"}
                        <= {key.split("/")[0] for key in self.refused(without)}, str(without))
        self.assertEqual(self.refused(by_sudo), set(), str(by_sudo))
        self.assertEqual(self.refused(root), set(), str(root))
        commands = [o["command"] for o in by_sudo.json["observations"]]
        self.assertTrue(any(c.startswith('sudo -n timeout -k 1 2 "$(command -v cat)" /proc/') for c in commands),
                        str(commands))
        # What the rules do not name is not let.
        # A program of one's own whose path reads like a command: sudo sees no end of a word.
        self.lab.shell("cd /home/vmsudo; mkdir -p 'cat /proc/1' 'usr/bin/cat /proc/1'; "
                       "for d in . usr/bin; do printf '#!/bin/sh\\nid\\n' >\"$d/cat /proc/1/mountstats\"; "
                       "chmod +x \"$d/cat /proc/1/mountstats\"; done")
        for command in ("cat /etc/shadow", "timeout -k 1 2 /usr/bin/cat /etc/shadow",
                        "timeout -k 1 2 cat /proc/1/mountstats",
                        "timeout -k 1 2 'cat /proc/1/mountstats'",
                        "timeout -k 1 2 'usr/bin/cat /proc/1/mountstats'",
                        "timeout -k 1 2 /usr/bin/cat /proc/1/mountstats /etc/shadow",
                        "timeout -k 1 2 /usr/bin/tail -c 8192 -- "
                        "/var/log/libvirt/qemu/../../../../etc/shadow",
                        "timeout -k 1 2 /usr/bin/dd if=/etc/shadow of=/dev/null bs=4096 count=1 "
                        "iflag=direct"):
            said = self.lab.shell(f"cd /home/vmsudo; runuser -u vmsudo -- sudo -n {command} 2>&1 || true")
            self.assertIn("password is required", said, command)
        self.assertIn("parsed OK", self.lab.shell("visudo -c -f /etc/sudoers.d/plumbline"))

    def test_sudo_is_not_let(self):
        """A user whom sudo does not know learns why, and nothing hangs."""
        answer = self.diagnose(self.lab.libvirt_domain, "--sudo", host="lab")
        self.assert_status(answer, 0)
        self.assertIn("a rule for sudo would allow it", str(answer.silences()), str(answer))

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
