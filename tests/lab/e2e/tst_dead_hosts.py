# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hosts that say nothing at all: the program ends within its deadline and says what it waited for."""
import pathlib
import socket

from cli import PROGRAM, Answer, diagnose
from lab_test_case import LabTestCase
from shim_host import ShimHost

DEADLINE = 4
SLACK = 1.5     # for starting and ending a process on a busy machine

# A machine of its own: its one name server takes every question and answers none.
SILENT_NAMES = """
import os, socket, subprocess, sys
subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
subprocess.run(["mount", "--bind", sys.argv[1], "/etc/resolv.conf"], check=True)
server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 53))
os.set_inheritable(server.fileno(), True)
os.execvp(sys.argv[2], sys.argv[2:])
"""


class DeadHosts(LabTestCase):

    def assert_says(self, answer, *words):
        self.assert_status(answer, 2)
        self.assertLess(answer.seconds, DEADLINE + SLACK, str(answer))
        for layer in answer.json["disks"][0]["layers"]:
            self.assertEqual(layer["verdict"], "unknown")
            for word in words:
                self.assertIn(word, layer["reason"], str(answer))

    def test_port_says_nothing(self):
        config = pathlib.Path(self.lab.folder, "e2e.silent_config")
        with socket.socket() as server:
            server.bind(("127.0.0.1", 0))
            server.listen()
            port = server.getsockname()[1]
            config.write_text(f"Host silent\n  HostName 127.0.0.1\n  Port {port}\n", encoding="utf-8")
            answer = diagnose("ssh://silent/vm", str(config), "--deadline", DEADLINE)
        self.assert_says(answer, "took the connection")

    def test_sshd_stopped(self):
        with ShimHost(self.lab, {}) as host:
            pid = self.lab.shell(f"cat /run/sshd/{host.name}.pid").strip()
            self.lab.execute("kill", "-STOP", pid)
            answer = diagnose(f"ssh://lab-root/{self.lab.libvirt_domain}", host.config,
                              "--deadline", DEADLINE)
            self.lab.execute("kill", "-CONT", pid)
        self.assert_says(answer, "took the connection", "stopped")

    def test_name_server_says_nothing(self):
        names = pathlib.Path(self.lab.folder, "e2e.resolv.conf")
        names.write_text("nameserver 127.0.0.1\n", encoding="utf-8")
        answer = Answer(
            ["diagnose", "ssh://far.example/vm", "--json", "--deadline", str(DEADLINE)], 60,
            ("unshare", "-n", "-m", "python3", "-c", SILENT_NAMES, str(names), PROGRAM))
        self.assert_says(answer, "no name server", "far.example")
