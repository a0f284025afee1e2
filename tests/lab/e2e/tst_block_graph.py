# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The path follows a disk that libvirt moves while the guest runs."""
from lab_test_case import LabTestCase

SNAPSHOT = "/var/lib/libvirt/images/libvirt-vdb.snap"


class BlockGraph(LabTestCase):

    def virsh(self, *words):
        return self.lab.execute("timeout", "30", "virsh", "-c", "qemu:///system", *words).decode()

    def image(self):
        answer = self.diagnose(self.lab.libvirt_domain, interval=2.5)
        self.assert_healthy(answer, "vda", "vdb")
        details = {key: value for layer in answer.disk("vdb")["layers"]
                   for key, value in layer["details"].items()}
        return details["image"]

    def test_snapshot_and_commit(self):
        before = self.image()
        self.assertTrue(before.endswith("/libvirt-vdb.img"), before)
        domain = self.lab.libvirt_domain
        self.virsh("snapshot-create-as", domain, "--no-metadata", "--disk-only", "--diskspec",
                   "vda,snapshot=no", "--diskspec", f"vdb,snapshot=external,file={SNAPSHOT}")
        try:
            self.assertEqual(self.image(), SNAPSHOT)
        finally:
            self.virsh("blockcommit", domain, "vdb", "--active", "--pivot", "--wait")
            self.lab.shell(f"rm -f {SNAPSHOT}")
        self.assertEqual(self.image(), before)
