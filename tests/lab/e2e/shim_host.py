# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lab's host as one whose tools are not to be trusted: an SSH server of its own in the lab, in
whose sessions other programs stand first in PATH."""
import itertools
import pathlib
import socket

from lab_instance import wait_until

_numbers = itertools.count(1)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def client_config(lab, port, name):
    """An ssh_config for the lab's host behind another port; gives its path."""
    known = pathlib.Path(lab.env["LAB_KNOWN_HOSTS"]).read_text(encoding="utf-8")
    folder = pathlib.Path(lab.folder, "e2e")
    folder.mkdir(exist_ok=True)
    hosts = folder / f"{name}.known_hosts"
    hosts.write_text(known.replace(f"]:{lab.env['LAB_PORT']} ", f"]:{port} "), encoding="utf-8")
    config = folder / f"{name}.ssh_config"
    text = pathlib.Path(lab.ssh_config).read_text(encoding="utf-8")
    text = text.replace(f"Port {lab.env['LAB_PORT']}\n", f"Port {port}\n")
    config.write_text(text.replace(lab.env["LAB_KNOWN_HOSTS"], str(hosts)), encoding="utf-8")
    return str(config)


class ShimHost:
    """`tools`: name to script. `config` is the ssh_config with which to reach this host."""

    def __init__(self, lab, tools):
        self._lab = lab
        self.name = f"shim{next(_numbers)}"
        self.folder = f"/opt/{self.name}"
        port = free_port()
        for tool, script in tools.items():
            path = f"{self.folder}/{tool}"
            lab.execute("bash", "-c", 'mkdir -p "${1%/*}" && cat >"$1" && chmod 755 "$1"', "sh",
                        path, stdin=script.encode())
        # A master keeps its sessions' processes from outliving this program: see Lab.start().
        self._server = lab.start(
            "/usr/sbin/sshd", "-D", "-f", "/usr/local/lib/plumbline-lab/templates/sshd_main",
            "-o", f"ListenAddress=127.0.0.1:{port}", "-o", f"PidFile=/run/sshd/{self.name}.pid",
            "-o", f"SetEnv=PATH={self.folder}:/usr/sbin:/usr/bin:/sbin:/bin",
            "-E", f"/var/log/sshd_{self.name}.log")
        self.config = client_config(lab, port, self.name)
        wait_until(lambda: _listens(port), 10, f"sshd of {self.name}")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._server.kill()
        self._server.wait()

    def running(self, tool):
        """Pids of this host's fake tool."""
        script = (f"for p in /proc/[0-9]*; do tr '\\0' '\\n' 2>/dev/null <$p/cmdline | "
                  f"grep -qx '{self.folder}/{tool}' && echo ${{p#/proc/}}; done; true")
        return self._lab.shell(script).split()


def _listens(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
