# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A host that lies: endless, huge, binary and malicious answers give silences; nothing is executed,
memory stays bounded."""
import functools
import json
import shlex

from cli import PROGRAM, RELEASE_PROGRAM, SANITIZED, call, diagnose, side_by_side
from lab_instance import percent_encoded, wait_until
from lab_test_case import LabTestCase
from shim_host import ShimHost

PEAK_KIB = 150 * 1024
DEADLINE = 10
SLACK = 1.5
OWNED = "/tmp/e2e-owned"
HOME_OWNED = "$(touch ${HOME}e2e-owned)"  # for file names: no slash

# virsh with one command in the hands of an enemy; the others are the real one's.
VIRSH = """#!/usr/bin/python3
import os, shlex, subprocess, sys
evil, words = {evil!r}, sys.argv[1:]
if len(words) < 3 or words[0] != "-c":
    os.execv("/usr/bin/virsh", ["virsh", *words])
if len(words) > 3:
    words = [*words[:2], shlex.join(words[2:])]
for part in words[2].split(";"):
    sys.stdout.flush()
    if part.split()[:1] == [evil]:
        {action}
    else:
        subprocess.run(["/usr/bin/virsh", "-c", words[1], part])
"""

BOMB = ("<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'>" + "".join(
    f"<!ENTITY {chr(98 + i)} '{''.join('&' + chr(97 + i) + ';' for _ in range(30))}'>"
    for i in range(8)) + "]><domain><name>&i;</name></domain>")

SLEEPER = "[ -p /run/fake-qemu ] || mkfifo /run/fake-qemu; read -r _ <>/run/fake-qemu"

HOSTILE_NAMES = [
    b"$(touch " + OWNED.encode() + b")", b"`touch " + OWNED.encode() + b"`",
    b"a;touch " + OWNED.encode() + b";", b"'; touch " + OWNED.encode() + b"; '",
    b'"; touch ' + OWNED.encode() + b'; "', b"-rf", b"--help", b"a b", b"\xff\xfe\x80 latin",
    b"a|b&c>" + OWNED.encode(), b"\x1b[2Jescape", b"n" * 10_000, "grüße ‮".encode(),
]


def virsh_where(evil, action):
    return {"virsh": VIRSH.format(evil=evil, action=action)}


class HostileHost(LabTestCase):

    def tearDown(self):
        owned = self.lab.shell("find / -maxdepth 3 -xdev -name '*e2e-owned' -a ! -name '*touch*'; "
                               f"ls {OWNED} 2>/dev/null || true")
        self.assertEqual(owned, "", "a hostile text was executed")

    def assert_bounded(self, answer):
        if not SANITIZED or answer.program == RELEASE_PROGRAM:
            self.assertLess(answer.peak_kib, PEAK_KIB, str(answer)[:3000])
        # The same host is asked by two programs here, of which one has sanitizers.
        slack = 2 * SLACK if SANITIZED and answer.program != RELEASE_PROGRAM else SLACK
        self.assertLess(answer.seconds, DEADLINE + slack, str(answer)[:3000])
        self.assertIn(answer.status, (0, 1, 2, 66, 69), str(answer)[:3000])
        print(f"    {answer.peak_kib} KiB, {answer.seconds:.1f} s", flush=True)

    def ask_host(self, tools, *options):
        with ShimHost(self.lab, tools) as host:
            answers = side_by_side(*(
                functools.partial(diagnose, f"ssh://lab-root/{self.lab.libvirt_domain}", host.config,
                                  *options, program=program)
                for program in dict.fromkeys([PROGRAM, RELEASE_PROGRAM])))
        for answer in answers:
            self.assert_bounded(answer)
        return answers[0]

    # --- what virsh says --------------------------------------------------------------------

    def test_virsh_says_anything(self):
        outputs = {
            "endless": "#!/bin/sh\nexec yes\n",
            "endless line": "#!/bin/sh\nexec cat /dev/zero\n",
            "junk": "#!/bin/sh\nexec head -c 3000000 /dev/urandom\n",
            "100 MB": "#!/bin/sh\nhead -c 100000000 /dev/zero | tr '\\0' x\n",
            "endless errors": "#!/bin/sh\nexec cat /dev/urandom >&2\n",
            "nothing": "#!/bin/sh\nexit 0\n",
        }
        answers = []
        for names in (("endless", "endless line", "nothing"), ("junk", "100 MB", "endless errors")):
            answers += side_by_side(*[
                lambda name=name: self.ask_host({"virsh": outputs[name]}, "--samples", 1)
                for name in names])
        for answer in answers:
            self.assert_status(answer, 2)
            self.assert_nothing_stalled(answer)
            self.assert_nothing_healthy(answer)
            silent = [key for key in answer.silences() if key.startswith("libvirt.")]
            self.assertTrue(silent, f"no libvirt question is silent in {answer}")

    def test_one_virsh_command_lies(self):
        big = "sys.stdout.write({text!r})"
        bomb, deep, state, stats, ping = side_by_side(
            lambda: self.ask_host(virsh_where("dumpxml", big.format(text=BOMB)), "--samples", 1),
            lambda: self.ask_host(
                virsh_where("dumpxml", "sys.stdout.write('<a>' * 1000000)"), "--samples", 1),
            lambda: self.ask_host(virsh_where("domstate", big.format(text="‮\n;$(id)\n")),
                                  "--samples", 1),
            lambda: self.ask_host(virsh_where(
                "qemu-monitor-command", "sys.stdout.write('[' * 1000000)"), "--samples", 1),
            lambda: self.ask_host(virsh_where(
                "qemu-agent-command", big.format(text='{"return":' + "9" * 100_000)), "--samples", 1))
        for answer in (bomb, deep):
            silent = [why for key, why in answer.silences().items() if "domain-xml" in key]
            self.assertTrue(silent, str(answer)[:3000])
        self.assertIn("qemu.status", " ".join(stats.silences()), str(stats)[:3000])
        self.assertNotIn("healthy", {d["summary"]["verdict"] for d in stats.json["disks"]})
        self.assertIn("guest-agent", " ".join(ping.silences()), str(ping)[:3000])
        self.assert_nothing_stalled(state)

    def test_every_tool_says_junk(self):
        junk = "#!/bin/sh\nexec head -c 1000000 /dev/urandom\n"
        tools = ("cat", "ss", "id", "uname", "stat", "tail", "date", "virsh")
        answer = self.ask_host({tool: junk for tool in tools}, "--samples", 1)
        self.assert_status(answer, 2, 66)
        answers = side_by_side(*[
            lambda tool=tool: self.ask_host({tool: junk}, "--samples", 1)
            for tool in ("grep", "timeout", "sed", "base64")])
        for answer in answers:
            self.assertNotEqual(answer.status, 0, str(answer)[:3000])

    def test_cat_does_not_end(self):
        for script in ("exec yes", "exec yes >&2"):
            answer = self.ask_host({"cat": f"#!/bin/sh\n{script}\n"}, "--samples", 1)
            # The rings are looked at when they are found and once more: what moves is seen to move.
            self.assert_status(answer, 0, 2)
            self.assertTrue(answer.silences())

    # --- what things are called -------------------------------------------------------------

    def test_names_in_the_list(self):
        names = b"".join(b"00000000-0000-4000-8000-%012d " % i + name + b"\n"
                         for i, name in enumerate(HOSTILE_NAMES))
        action = f"sys.stdout.buffer.write({names!r})"
        with ShimHost(self.lab, virsh_where("list", action)) as host:
            for options in ((), ("--json",)):
                listed = call("domains", "ssh://lab-root/", "--ssh-config", host.config, *options)
                self.assertEqual(listed.status, 0, str(listed)[:2000])
                self.assert_bounded(listed)
            shown = [domain["name"] for domain in json.loads(listed.out)["domains"]]
            self.assertIn(HOSTILE_NAMES[0].decode(), shown)
            answer = diagnose("ssh://lab-root/" + percent_encoded(HOSTILE_NAMES[0]), host.config)
            self.assert_status(answer, 66)  # listed, but it does not run

    def test_list_that_is_none(self):
        with ShimHost(self.lab, virsh_where("list", "print('no uuid here')")) as host:
            listed = call("domains", "ssh://lab-root/", "--ssh-config", host.config, "--json")
        self.assertEqual(listed.status, 0, str(listed))
        self.assertIn("libvirt", listed.err, "its silence is not told")
        self.assertIn(self.lab.libvirt_domain, listed.out.decode())  # found in /proc

    def test_terminal_is_not_touched(self):
        """The list for people has no control characters but line ends."""
        names = b"00000000-0000-4000-8000-000000000001 \x1b[2J\x07\x9b evil\n"
        with ShimHost(self.lab, virsh_where("list", f"sys.stdout.buffer.write({names!r})")) as host:
            listed = call("domains", "ssh://lab-root/", "--ssh-config", host.config)
        self.assertEqual(listed.status, 0, str(listed))
        self.assertFalse([byte for byte in listed.out if byte < 32 and byte != 10], listed.out)
        self.assertNotIn("\x9b", listed.out.decode())

    def test_processes_that_look_like_qemu(self):
        """A shell under QEMU's name, with a command line that an enemy wrote."""
        self.lab.shell("mkdir -p /opt/fake; cp /bin/bash /opt/fake/qemu-system-x86_64")
        evil = f"$(touch {OWNED}); touch {OWNED}; '\"`touch {OWNED}`"
        script = ("import os, sys; os.execv('/opt/fake/qemu-system-x86_64', "
                  "[os.fsencode(a) for a in sys.argv[1:]])")
        processes = []
        try:
            for name in HOSTILE_NAMES:
                processes.append(self.lab.start(
                    "python3", "-c", script, b"qemu-system-x86_64", b"-c", SLEEPER.encode(),
                    b"-name", b"guest=" + name.replace(b",", b",,"),
                    b"-uuid", evil.encode(), b"-drive", f"file=/tmp/{evil},if=virtio,id=d".encode(),
                    b"-chardev", f"socket,id=qmp,path=/tmp/{evil}.sock".encode(),
                    b"-mon", b"chardev=qmp,mode=control",
                    b"-chardev", f"file,id=console,path=/tmp/{evil}".encode(),
                    b"-serial", b"chardev:console", b"-device", b"virtio-blk-pci,drive=d"))
            wait_until(lambda: len(self.pids()) == len(HOSTILE_NAMES), 10, "all fake QEMUs run")
            listed = call("domains", "ssh://lab-root/", "--ssh-config", self.lab.ssh_config, "--json")
            self.assertEqual(listed.status, 0, str(listed)[:2000])
            found = [item for item in json.loads(listed.out)["domains"] if item["pid"] in self.pids()]
            self.assertEqual(len(found), len(HOSTILE_NAMES), str(listed)[:3000])
            answers = side_by_side(
                *[lambda name=name: self.diagnose(percent_encoded(name), "--samples", 1)
                  for name in HOSTILE_NAMES[:4]],
                *[lambda pid=pid: self.diagnose(str(pid), "--samples", 1) for pid in self.pids()[:2]])
            for answer in answers:
                self.assert_bounded(answer)
                self.assert_status(answer, 2)
                self.assert_nothing_stalled(answer)
                self.assert_nothing_healthy(answer)
        finally:
            for process in processes:
                process.kill()
                process.wait()

    def pids(self):
        return [int(pid) for pid in self.lab.shell("pgrep -x qemu-system-x86 | while read -r p; do "
                "if grep -q /run/fake-qemu /proc/$p/cmdline; then echo $p; fi; done").split()]

    def test_real_domain_with_a_hostile_name(self):
        name = f"-e {HOME_OWNED}; 'q\" é"
        image = f"/tmp/{HOME_OWNED};'\".img"
        xml = ("<domain type='qemu'><name>" + escaped(name) + "</name><memory unit='MiB'>32</memory>"
               "<os><type arch='x86_64' machine='q35'>hvm</type></os><devices>"
               "<emulator>/usr/bin/qemu-system-x86_64</emulator><disk type='file' device='disk'>"
               "<driver name='qemu' type='raw'/><source file='" + escaped(image) + "'/>"
               "<target dev='vda' bus='virtio'/></disk><controller type='usb' model='none'/>"
               "<memballoon model='none'/></devices></domain>")
        self.lab.shell(f"truncate -s 1M {shlex.quote(image)}; cat >/tmp/hostile.xml; "
                       "virsh -q -c qemu:///system create --paused /tmp/hostile.xml",
                       stdin=xml.encode())
        try:
            answer = self.diagnose(percent_encoded(name))
        finally:
            self.lab.shell(f"virsh -q -c qemu:///system -- destroy --domain {shlex.quote(name)}")
        self.assert_bounded(answer)
        self.assert_status(answer, 2)
        self.assertEqual(answer.json["domain"]["name"], name)
        self.assertEqual(answer.disk("vda")["summary"]["modifier"], "paused", str(answer))

    def test_monitor_that_lies(self):
        """A bare QEMU whose QMP socket belongs to an enemy."""
        self.lab.shell("mkdir -p /opt/fake; cp /bin/bash /opt/fake/qemu-system-x86_64")
        for kind, code in {
            "endless": "while True: c.sendall(b'x' * 65536)",
            "endless-lines": "for text in itertools.chain([b'{\"QMP\":{}}\\n{\"return\":{}}\\n'], "
                             "itertools.repeat(b'{}\\n' * 20000)): c.sendall(text)",
            "junk": "c.sendall(os.urandom(1000000)); time.sleep(600)",
            "deep": "c.sendall(b'[' * 3000000 + b'\\n'); time.sleep(600)",
            "silent": "time.sleep(600)",
        }.items():
            server = self.lab.start("python3", "-c", (
                "import itertools, os, socket, time\n"
                "s = socket.socket(socket.AF_UNIX)\n"
                f"s.bind('/run/evil-{kind}.sock'); s.listen()\n"
                "while True:\n"
                "    c, _ = s.accept()\n"
                "    try:\n"
                f"        {code}\n"
                "    except OSError: pass\n"))
            fake = self.lab.start(
                "/opt/fake/qemu-system-x86_64", "-c",
                SLEEPER, "-name", f"evil-{kind}",
                "-drive", "file=/tmp/x.img,if=virtio,id=d", "-device", "virtio-blk-pci,drive=d",
                "-chardev", f"socket,id=qmp,path=/run/evil-{kind}.sock",
                "-mon", "chardev=qmp,mode=control")
            try:
                wait_until(lambda: f"evil-{kind}" in call(
                    "domains", "ssh://lab-root/", "--ssh-config", self.lab.ssh_config
                    ).out.decode(), 10, "the fake QEMU is listed")
                answer = self.diagnose(f"evil-{kind}", "--samples", 1)
                self.assert_bounded(answer)
                self.assert_status(answer, 2)
                self.assert_nothing_healthy(answer)
                self.assertNotEqual(answer.channel("monitor")["verdict"], "healthy", str(answer))
            finally:
                for process in (fake, server):
                    process.kill()
                    process.wait()


def escaped(text):
    return (text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;")
            .replace('"', "&quot;"))
