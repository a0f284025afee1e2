# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""One lab for all tests of a program: it dies with the program, however that ends."""
import concurrent.futures
import contextlib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import time

# Faults of QEMU 10.0's software emulation, met at boot about once in a hundred labs on a busy
# machine: an assertion, and a second processor whose timer never fires. No fault of what is tested.
EMULATOR_FAULTS = "iotlb_to_section: Assertion", "Possible timer handling issue on cpu="
LAB_TOOL = str(pathlib.Path(__file__).resolve().parent.parent / "lab")


class Lab:
    """A running lab (see ../README.md)."""

    def __init__(self, *options):
        self.folder = tempfile.mkdtemp(prefix="plumbline-e2e.", dir="/tmp")
        begun = time.monotonic()
        started = self._up(options)
        faults = [fault for fault in EMULATOR_FAULTS if fault in started.stderr]
        if started.returncode != 0 and faults:
            print(f"QEMU's emulation broke off, once more: {faults[0]}", flush=True)
            subprocess.run(["rm", "-rf", "--one-file-system", self.folder], check=True)
            self.folder = tempfile.mkdtemp(prefix="plumbline-e2e.", dir="/tmp")
            started = self._up(options)
        if started.returncode != 0:
            sys.exit(f"THE LAB DID NOT START (status {started.returncode}):\n"
                     f"{started.stdout}\n{started.stderr}")
        self.env = json.loads(pathlib.Path(self.folder, "env.json").read_text(encoding="utf-8"))
        print(f"lab up in {time.monotonic() - begun:.1f} s: {self.folder}", flush=True)

    def _up(self, options):
        return subprocess.run(
            [LAB_TOOL, "up", "--dir", self.folder, "--name", "e2e", "--parent", str(os.getpid()),
             *options],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=150, check=False)

    def down(self):
        subprocess.run([LAB_TOOL, "down", self.folder], check=True, timeout=30)
        subprocess.run(["rm", "-rf", "--one-file-system", self.folder], check=True)

    @property
    def ssh_config(self):
        return self.env["LAB_SSH_CONFIG"]

    @property
    def libvirt_domain(self):
        return self.env["LAB_LIBVIRT_DOMAIN"]

    @property
    def bare_domain(self):
        return self.env["LAB_BARE_DOMAIN"]

    def log(self, name):
        """What a log of the lab holds now."""
        return pathlib.Path(self.folder, "log", name).read_text(encoding="utf-8", errors="replace")

    def command(self, *inside):
        """What runs `inside` as root in the lab."""
        return [LAB_TOOL, "exec", self.folder, *inside]

    def execute(self, *command, stdin=None, timeout=30, check=True):
        """Runs a command as root inside; gives its standard output as bytes."""
        done = subprocess.run(self.command(*command), input=stdin or b"",
                              capture_output=True, timeout=timeout, check=False)
        if check and done.returncode != 0:
            raise AssertionError(f"in the lab, {shlex.join(map(str, command))} ended with "
                                 f"{done.returncode}: {done.stderr.decode(errors='replace')}")
        return done.stdout

    def shell(self, script, **options):
        return self.execute("bash", "-euc", script, **options).decode(errors="replace")

    def start(self, *command, **options):
        """A process inside, for as long as this program or stop() lets it."""
        return subprocess.Popen(self.command(*command), stdin=subprocess.DEVNULL, **options)

    def _scenario(self, verb, name):
        done = subprocess.run([LAB_TOOL, verb, self.folder, name], stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=150, check=False)
        if done.returncode != 0:
            raise AssertionError(f"lab {verb} {name}: {done.stdout}{done.stderr}")

    @contextlib.contextmanager
    def broken(self, *scenarios):
        """Breaks these, and heals them at the end whatever happens between."""
        try:
            self._scenarios("break", scenarios)
            yield
        finally:
            self._scenarios("heal", scenarios)

    def _scenarios(self, verb, names):
        """At the same time: they are of different guests."""
        with concurrent.futures.ThreadPoolExecutor(max(1, len(names))) as pool:
            list(pool.map(lambda name: self._scenario(verb, name), names))

    def helpers_left(self):
        """Processes in the lab that a diagnosis started as helpers: "pid comm kind@time"."""
        return self.shell(
            "for e in /proc/[0-9]*/environ; do p=${e%/environ}; "
            "v=$(tr '\\0' '\\n' 2>/dev/null <$e | grep '^PLUMBLINE_HELPER=') || continue; "
            "echo \"${p#/proc/} $(cat $p/comm) ${v#*=}\"; done").splitlines()


def wait_until(condition, seconds, what):
    """Polls until the condition is true; gives its value, or fails saying what was awaited."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() >= deadline:
            raise AssertionError(f"not within {seconds} s: {what}")
        time.sleep(0.1)


def percent_encoded(domain):
    """A domain's name, bytes or text, as it stands in a target."""
    raw = domain if isinstance(domain, bytes) else domain.encode()
    return re.sub(rb"[^A-Za-z0-9._-]", lambda m: b"%%%02X" % m[0][0], raw).decode()
