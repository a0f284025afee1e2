# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""plumbline-cli on a terminal of its own, with a person who reads and types."""
import json
import os
import pty
import select
import signal
import subprocess
import tempfile
import termios
import time

from cli import PROGRAM


class Terminal:
    """Standard input and errors are the terminal, output goes to a file as with "--json > FILE"."""

    def __init__(self, *arguments):
        self.arguments = [str(argument) for argument in arguments]
        self.shown = ""
        self._read = 0
        self._person, self._slave = pty.openpty()
        self._out = tempfile.TemporaryFile()
        self._process = subprocess.Popen(
            ["setsid", "--ctty", PROGRAM, *self.arguments],
            stdin=self._slave, stdout=self._out, stderr=self._slave)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.kill()
        self._process.wait()
        self._out.close()
        os.close(self._person)
        os.close(self._slave)

    def _take(self, seconds):
        """Reads what is shown within that time; false when nothing was."""
        if not select.select([self._person], [], [], seconds)[0]:
            return False
        self.shown += os.read(self._person, 65536).decode(errors="replace")
        return True

    def until_shown(self, text, seconds=15):
        """Waits for the text, behind the one that was awaited before."""
        end = time.monotonic() + seconds
        while text not in self.shown[self._read:]:
            if self._process.poll() is not None and not self._take(0):
                raise AssertionError(f"it ended without {text!r}: {self}")
            if time.monotonic() > end:
                raise AssertionError(f"not shown within {seconds} s: {text!r} by {self}")
            self._take(0.05)
        self._read = self.shown.index(text, self._read) + len(text)

    def type(self, text):
        os.write(self._person, text.encode())

    @property
    def echoes(self):
        return bool(termios.tcgetattr(self._slave)[3] & termios.ECHO)

    @property
    def suspends(self):
        return termios.tcgetattr(self._slave)[6][termios.VSUSP] != b"\0"

    def ends(self, number):
        """A signal from elsewhere."""
        os.kill(self._process.pid, number)

    def status(self, seconds=20):
        """How it ended, after reading all that it showed; negative: the signal."""
        end = time.monotonic() + seconds
        while self._process.poll() is None:
            if time.monotonic() > end:
                self._process.send_signal(signal.SIGKILL)
                raise AssertionError(f"it did not end within {seconds} s: {self}")
            self._take(0.05)
        while self._take(0):
            pass
        return self._process.returncode

    @property
    def out(self):
        self._out.seek(0)
        return self._out.read().decode()

    @property
    def json(self):
        return json.loads(self.out)

    def __str__(self):
        return (f"plumbline-cli {' '.join(self.arguments)}, status {self._process.returncode}\n"
                f"  shown: {self.shown!r}\n  output: {self.out[:500]!r}")
