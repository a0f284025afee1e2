# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Guests that ask nothing of their disks, or one thing that is lost. Needs a lab with --load idle."""
from matrix import MatrixTestCase, Row, add_rows

IDLE = Row("nothing", ("unknown",), modifier="idle", others=("unknown",), other_modifier="idle")
ROWS = (
    Row("lost-irq", ("stalled",), below="virtio-driver", says="notice", others=("unknown",),
        other_modifier="idle"),
    Row("lost-kick", ("stalled",), below="virtqueue", says="seen", others=("unknown",),
        other_modifier="idle"),
)


class Idle(MatrixTestCase):

    def test_idle(self):
        for domain in ("libvirt", "bare"):
            answer = self.look(domain, IDLE)
            self.assertFalse(self.differs(answer, domain, IDLE), str(answer))
            shown = self.look_at_window(domain, IDLE)
            self.assertFalse(self.differs(shown, domain, IDLE), shown.out.decode()[:20000])
            self.assert_nothing_stalled(answer)


    def test_a_block_is_read(self):
        """It proves the mount and the device below, and nothing of the guest's side."""
        for domain, disk, other in (("libvirt", "vdb", "vda"), ("bare", "vda", "vdb")):
            name = self.lab.libvirt_domain if domain == "libvirt" else self.lab.bare_domain
            answer = self.diagnose(name, "--read-block", interval=2.5)
            kinds = {layer["kind"]: layer for layer in answer.disk(disk)["layers"]}
            mount = kinds["host-mount"]
            self.assertEqual(mount["verdict"], "healthy", str(answer))
            self.assertRegex(mount["reason"], "a block was read through it from the host in ")
            self.assertTrue(mount["evidence"], str(answer))
            self.assertEqual(kinds["virtqueue"]["modifier"], "idle", str(answer))
            self.assertEqual(answer.disk(disk)["summary"]["verdict"], "unknown", str(answer))
            # The other disk has no file on the host.
            reads = [item["command"] for item in answer.json["observations"]
                     if item["question"].startswith("host.block-read/")]
            self.assertEqual(len(reads), 1, str(reads))
            self.assertNotIn("healthy", [layer["verdict"] for layer in answer.disk(other)["layers"]])
        self.assertEqual(self.lab.helpers_left(), [])


add_rows(Idle, ROWS)
