# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What must be said of each way in which the IO of a guest can come to a halt, or seem to."""
from matrix import MatrixTestCase, Row, add_rows

MATRIX = (
    Row("lost-irq", ("stalled",), below="virtio-driver", says="notice"),
    Row("lost-kick", ("stalled",), below="virtqueue", says="seen"),
    Row("slow-disk", ("healthy",), modifier="slow"),
    Row("io-error-pause", ("unknown",), modifier="paused", says="(?i)i/?o.error|no space",
        others=("unknown",), other_modifier="paused"),
    # The guest's file system waits for no disk.
    Row("fs-freeze", ("healthy",)),
    # Nothing is asked of the disks by a processor that does nothing else; the other goes on.
    Row("soft-lockup", ("healthy", "unknown"), others=("healthy", "unknown")),
    Row("drain-wedge", ("stalled",), below="backend", others=("unknown",)),
)


class Matrix(MatrixTestCase):

    def test_when_all_is_healed(self):
        self.check_health()


add_rows(Matrix, MATRIX)
