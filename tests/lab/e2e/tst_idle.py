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
            self.assert_nothing_stalled(answer)


add_rows(Idle, ROWS)
