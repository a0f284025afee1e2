# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""plumbline-cli as its users call it, and what it answered."""
import concurrent.futures
import json
import os
import shutil
import subprocess
import tempfile
import time

PROGRAM = os.environ.get("PLUMBLINE_CLI", "plumbline-cli")
# A build with sanitizers has shadow memory: its size says nothing. The size of this one does.
RELEASE_PROGRAM = os.environ.get("PLUMBLINE_RELEASE_CLI", PROGRAM)
# The window, without a display.
WINDOW_PROGRAM = os.environ.get("PLUMBLINE_WINDOW", "plumbline")
SANITIZED = os.environ.get("PLUMBLINE_SANITIZED", "") not in ("", "0", "OFF")


class Answer:
    """Exit status, output, time and peak memory of one call."""

    def __init__(self, arguments, limit, command=(PROGRAM,)):
        self.arguments = arguments
        self.program = command[-1]
        begun = time.monotonic()
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            process = subprocess.Popen([*command, *arguments], stdin=subprocess.DEVNULL,
                                       stdout=out, stderr=err)
            self.status, self.peak_kib = _wait(process, begun + limit)
            self.seconds = time.monotonic() - begun
            out.seek(0)
            err.seek(0)
            self.out = out.read()
            self.err = err.read().decode(errors="replace")

    @property
    def json(self):
        try:
            return json.loads(self.out)
        except ValueError as problem:
            raise AssertionError(f"no JSON came ({problem}) from {self}") from problem

    def disk(self, name):
        for disk in self.json["disks"]:
            if disk["name"] == name:
                return disk
        raise AssertionError(f"no disk {name} in {self}")

    def layer(self, disk, kind):
        for layer in self.disk(disk)["layers"]:
            if layer["kind"] == kind:
                return layer
        raise AssertionError(f"{disk} has no layer {kind} in {self}")

    def channel(self, kind):
        for channel in self.json["side_channels"]:
            if channel["kind"] == kind:
                return channel
        raise AssertionError(f"no side channel {kind} in {self}")

    def silences(self):
        """Question to "kind: why", of the newest answer to each."""
        newest = {item["question"]: item["silence"] for item in self.json["observations"]}
        return {key: f"{silence['kind']}: {silence['why']}"
                for key, silence in newest.items() if silence}

    def __str__(self):
        lines = [f"plumbline-cli {' '.join(self.arguments)[:200]}",
                 f"  status {self.status} after {self.seconds:.1f} s, {self.peak_kib} KiB"]
        if self.err:
            lines.append(f"  stderr: {self.err[:1000]}")
        try:
            lines += _lines_of(json.loads(self.out))
            lines += [f"  silent {key}: {why}" for key, why in self.silences().items()]
        except (ValueError, KeyError, TypeError):
            lines.append(f"  stdout: {self.out[:1000]!r}")
        return "\n".join(lines)


def _lines_of(diagnosis):
    for disk in diagnosis["disks"]:
        summary = disk["summary"]
        yield (f"  {disk['name']}: {summary['verdict']} {summary['modifier']} "
               f"{summary['boundary']} {summary['text']}")
        for layer in disk["layers"]:
            yield (f"    {layer['kind']}: {layer['verdict']} {layer['modifier']} "
                   f"in flight {layer['in_flight']}: {layer['reason']}")
    for channel in diagnosis["side_channels"]:
        yield f"  {channel['kind']}: {channel['verdict']}: {channel['reason']}"
    for finding in diagnosis["findings"]:
        yield f"  finding: {finding['reason']}"


def _wait(process, until):
    """Status and peak resident KiB; killed when it takes longer."""
    peak = 0
    while process.poll() is None:
        peak = max(peak, _peak_kib(process.pid))
        if time.monotonic() > until:
            process.kill()
        time.sleep(0.005)
    return process.returncode, peak


def _peak_kib(pid):
    """wait4() would tell as well, but counts what this program had before it became that one."""
    try:
        with open(f"/proc/{pid}/status", encoding="utf-8") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1])
    except OSError:
        pass  # it just ended
    return 0


def call(*arguments, limit=60, program=PROGRAM):
    return Answer([str(argument) for argument in arguments], limit, (program,))


def call_inside(lab, *arguments, limit=60):
    """The same by root in the lab, where the clean environment knows no settings of sanitizers."""
    settings = [f"{key}={value}" for key, value in os.environ.items() if key.endswith("SAN_OPTIONS")]
    program = os.path.realpath(shutil.which(PROGRAM))
    command = lab.command("env", *settings, program)
    return Answer([str(argument) for argument in arguments], limit, command)


def diagnose(target, lab_or_config, *options, interval=3, **settings):
    config = getattr(lab_or_config, "ssh_config", lab_or_config)
    return call("diagnose", target, "--ssh-config", config, "--json", "--interval", interval,
                *options, **settings)


def window(target, lab):
    """What the window shows of a target, in the shape of a diagnosis."""
    return call("--json", "--ssh-config", lab.ssh_config, target, program=WINDOW_PROGRAM)


def side_by_side(*jobs):
    """Runs the callables at the same time; gives their results in order."""
    with concurrent.futures.ThreadPoolExecutor(len(jobs)) as pool:
        return [future.result() for future in [pool.submit(job) for job in jobs]]
