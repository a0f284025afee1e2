# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Packed rings, and both disks of the libvirt guest on one server.

Needs a lab with --rings packed --vdb shared.
"""
from matrix import MatrixTestCase, Row, add_rows

SHARED = (
    Row("lost-irq", ("stalled",), below="virtio-driver", says="notice"),
    Row("lost-kick", ("stalled",), below="virtqueue", says="seen"),
    Row("nbd-sigstop", ("stalled",), below="backend", others=("stalled",), other_below="backend",
        domains=("libvirt",)),
)


class Shared(MatrixTestCase):

    def test_when_all_is_healed(self):
        self.check_health()


add_rows(Shared, SHARED)
