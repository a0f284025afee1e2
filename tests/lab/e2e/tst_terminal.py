# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the command line asks on a terminal, and what becomes of the answers."""
import os
import pathlib
import signal
import subprocess
import tempfile
import time

from cli import PROGRAM
from delay_proxy import DelayProxy
from lab_instance import wait_until
from lab_test_case import LabTestCase
from terminal import Terminal

NOT_LET_IN = 77
DEADLINE = 14  # seconds, for the hosts; a far one takes 7
TRUST = "Type yes or no: "
LOCKED = "Passphrase "


def past(moment):
    """A person takes until then."""
    wait_until(lambda: time.monotonic() > moment, 60, "the person's answer")


class Prompts(LabTestCase):

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="plumbline-terminal.")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.known_hosts = self.folder / "known_hosts"
        self.known_hosts.write_text("", encoding="utf-8")

    def config(self, key="LAB_IDENTITY", known_hosts=None, port=None):
        """Of the host, by the name of lab-root, which asks where the lab's own forbids it."""
        env, file = self.lab.env, self.folder / "config"
        file.write_text(f"""
            Host lab-root
              HostName {env["LAB_HOST"]}
              Port {port or env["LAB_PORT"]}
              User root
              IdentityFile {env[key]}
              IdentitiesOnly yes
              IdentityAgent none
              UserKnownHostsFile {known_hosts or env["LAB_KNOWN_HOSTS"]}
              GlobalKnownHostsFile none
              StrictHostKeyChecking ask
              HashKnownHosts yes
            """, encoding="utf-8")
        return file

    def unknown(self, **settings):
        return self.config(known_hosts=self.known_hosts, **settings)

    def locked(self):
        return self.config("LAB_IDENTITY_PASSPHRASE")

    def terminal(self, command, config, *options, host="lab-root", domain=""):
        return Terminal(command, f"ssh://{host}/{domain}", "--ssh-config", config, *options)

    def is_known(self, name):
        found = subprocess.run(["ssh-keygen", "-F", name, "-f", self.known_hosts],
                               capture_output=True, text=True, check=False)
        return found.returncode == 0 and "ssh-ed25519" in found.stdout

    def assert_lists_domains(self, terminal):
        self.assertEqual(terminal.status(), 0, str(terminal))
        self.assertIn(self.lab.libvirt_domain, terminal.out)

    def test_person_who_takes_longer_than_the_deadline(self):
        """At two prompts. Between them is a far link, and so a while in which nothing is asked."""
        passphrase = self.lab.env["LAB_PASSPHRASE"]
        with DelayProxy(int(self.lab.env["LAB_PORT"]), 0.2) as proxy:
            known_as = f"[127.0.0.1]:{proxy.port}"
            config = self.unknown(key="LAB_IDENTITY_PASSPHRASE", port=proxy.port)
            with self.terminal("diagnose", config, "--json", "--interval", 2, "--deadline", DEADLINE,
                               domain=self.lab.libvirt_domain) as terminal:
                begun = time.monotonic()
                terminal.until_shown(TRUST)
                self.assertIn(known_as, terminal.shown)
                self.assertIn(self.lab.env["LAB_FINGERPRINT"], terminal.shown)
                past(begun + 4.3)  # a person
                self.assertFalse(self.is_known(known_as), str(terminal))
                terminal.type("yes\n")
                terminal.until_shown(LOCKED)
                self.assertFalse(terminal.echoes)
                past(begun + 8.3)
                terminal.type(passphrase + "\n")
                self.assertEqual(terminal.status(), 0, str(terminal))
                self.assertGreater(time.monotonic() - begun, DEADLINE)
                self.assertEqual(terminal.json["verdict"], "healthy")
                self.assertNotIn(passphrase, terminal.shown)
                self.assertTrue(terminal.echoes)
        self.assertTrue(self.is_known(known_as))

    def test_host_key_declined(self):
        with self.terminal("diagnose", self.unknown()) as terminal:
            terminal.until_shown(TRUST)
            terminal.type("perhaps\n")
            terminal.until_shown(TRUST)
            terminal.type("no\n")
            self.assertEqual(terminal.status(), NOT_LET_IN, str(terminal))
            terminal.until_shown("not accepted: " + self.lab.env["LAB_FINGERPRINT"])
        self.assertEqual(self.known_hosts.read_text(encoding="utf-8"), "")

    def test_host_key_changed(self):
        config = self.config(known_hosts=self.lab.env["LAB_KNOWN_HOSTS_CHANGED"])
        with self.terminal("diagnose", config) as terminal:
            self.assertEqual(terminal.status(), NOT_LET_IN, str(terminal))
            self.assertIn(self.lab.env["LAB_FINGERPRINT"], terminal.shown)
            self.assertIn(self.lab.env["LAB_BASTION_FINGERPRINT"], terminal.shown)
            self.assertNotIn(TRUST, terminal.shown)

    def test_passphrase_at_the_second_try(self):
        passphrase = self.lab.env["LAB_PASSPHRASE"]
        with self.terminal("domains", self.locked()) as terminal:
            for answer in ("not this one", passphrase):
                terminal.until_shown(LOCKED)
                self.assertFalse(terminal.echoes)
                self.assertFalse(terminal.suspends)
                terminal.type(answer + "\n")
            self.assert_lists_domains(terminal)
            self.assertNotIn("not this one", terminal.shown)
            self.assertNotIn(passphrase, terminal.shown)
            self.assertTrue(terminal.echoes and terminal.suspends)

    def test_wrong_passphrases(self):
        with self.terminal("diagnose", self.locked()) as terminal:
            for _ in range(3):
                terminal.until_shown(LOCKED)
                terminal.type("not this one\n")
            self.assertEqual(terminal.status(), NOT_LET_IN, str(terminal))
            terminal.until_shown("wrong passphrase")
            self.assertNotIn("not this one", terminal.shown)

    def test_password(self):
        self.enter_with_password("lab-password")

    def test_keyboard_interactive(self):
        self.enter_with_password("bastion-interactive")

    def enter_with_password(self, host):
        password = self.lab.env["LAB_PASSWORD"]
        with self.terminal("domains", self.lab.ssh_config, host=host) as terminal:
            for answer in ("wrong", password):
                terminal.until_shown("assword:")
                self.assertFalse(terminal.echoes)
                terminal.type(answer + "\n")
            self.assert_lists_domains(terminal)
            self.assertNotIn(password, terminal.shown)
            self.assertTrue(terminal.echoes)

    def test_interrupted(self):
        """By ^C, by a signal from elsewhere, and where what is typed is shown."""
        for configure, prompt, interrupt, number in (
                (self.locked, LOCKED, lambda t: t.type("half\x03"), signal.SIGINT),
                (self.locked, LOCKED, lambda t: t.ends(signal.SIGTERM), signal.SIGTERM),
                (self.unknown, TRUST, lambda t: t.type("\x03"), signal.SIGINT)):
            with self.terminal("diagnose", configure()) as terminal:
                terminal.until_shown(prompt)
                interrupt(terminal)
                self.assertEqual(terminal.status(seconds=2), -number, str(terminal))
                self.assertTrue(terminal.echoes and terminal.suspends)
                self.assertNotIn("half", terminal.shown)

    def test_end_of_file_declines(self):
        with self.terminal("diagnose", self.unknown()) as terminal:
            terminal.until_shown(TRUST)
            terminal.type("\x04")
            self.assertEqual(terminal.status(), NOT_LET_IN, str(terminal))

    def test_no_terminal(self):
        for configure, reason in ((self.unknown, self.lab.env["LAB_FINGERPRINT"]),
                                  (self.locked, "no passphrase")):
            ended = subprocess.run(
                ["setsid", PROGRAM, "diagnose", "ssh://lab-root/", "--ssh-config", configure()],
                stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=20, check=False)
            self.assertEqual(ended.returncode, NOT_LET_IN, ended.stderr)
            self.assertIn(reason, ended.stderr)
            self.assertIn("no terminal", ended.stderr)
        self.assertEqual(os.stat(self.known_hosts).st_size, 0)
