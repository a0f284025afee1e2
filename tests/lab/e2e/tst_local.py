# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""On the hypervisor itself, without SSH: every way to name a guest leads to the same diagnosis."""
from cli import call, call_inside, side_by_side
from lab_instance import percent_encoded
from lab_test_case import LabTestCase


class Local(LabTestCase):

    def setUp(self):
        self.env = self.lab.env

    def diagnose_here(self, domain):
        return call_inside(self.lab, "diagnose", f"local:/{domain}", "--json", "--interval", 2)

    def pid_of(self, uuid):
        """Looked up, for scenarios of other tests start guests anew."""
        return self.lab.shell(f"pgrep -f -- '^[^ ]*qemu-system.* -uuid {uuid}'").strip()

    def assert_is(self, answer, guest):
        self.assertEqual(answer.json["domain"]["name"], self.env[f"LAB_{guest}_DOMAIN"], str(answer))
        self.assertEqual(answer.json["domain"]["uuid"], self.env[f"LAB_{guest}_UUID"], str(answer))

    def test_nbd_server_stopped(self):
        def until(domain, status, seconds):
            return self.until(lambda: self.diagnose_here(domain), lambda a: a.status == status,
                              seconds, f"local:/{domain} has status {status}")
        env = self.env
        pid, bare_pid = self.pid_of(env["LAB_LIBVIRT_UUID"]), self.pid_of(env["LAB_BARE_UUID"])
        with self.lab.broken("nbd-sigstop@libvirt", "nbd-sigstop@bare"):
            on_libvirt, on_bare = side_by_side(lambda: until(env["LAB_LIBVIRT_UUID"], 1, 15),
                                               lambda: until(bare_pid, 1, 15))
        self.assert_stops_at(on_libvirt, "vda", "backend")
        self.assert_healthy(on_libvirt, "vdb")
        self.assert_stops_at(on_bare, "vdb", "backend")
        self.assert_healthy(on_bare, "vda")
        # One at a time of the bare guest: QEMU talks to one client of its monitor at a time.
        *on_libvirt, on_bare = side_by_side(
            lambda: until(self.lab.libvirt_domain, 0, 20), lambda: until(pid, 0, 20),
            lambda: until(percent_encoded(env["LAB_BARE_QMP"]), 0, 20))
        for answer in (*on_libvirt, on_bare):
            self.assert_healthy(answer, "vda", "vdb")
        for answer in on_libvirt:
            self.assert_is(answer, "LIBVIRT")
        self.assert_is(on_bare, "BARE")

    def test_no_such_domain(self):
        answer = self.diagnose_here("nobody")
        self.assert_status(answer, 66)
        self.assertIn(self.lab.bare_domain, answer.err)

    def test_domains(self):
        listed, plain = side_by_side(lambda: call_inside(self.lab, "domains", "local:/", "--json"),
                                     lambda: call_inside(self.lab, "domains", "local:"))
        self.assert_status(listed, 0)
        self.assertEqual(listed.json["host"], self.lab.shell("hostname").strip())
        self.assertEqual({(d["name"], d["uuid"], d["state"]) for d in listed.json["domains"]},
                         {(self.env[f"LAB_{guest}_DOMAIN"], self.env[f"LAB_{guest}_UUID"], "running")
                          for guest in ("LIBVIRT", "BARE")})
        for domain in listed.json["domains"]:
            self.assertEqual(str(domain["pid"]), self.pid_of(domain["uuid"]))
        self.assert_status(plain, 0)
        self.assertEqual(len(plain.out.splitlines()), 2, str(plain))

    def test_hosts(self):
        named = call("hosts", "--ssh-config", self.lab.ssh_config, "--json")
        self.assert_status(named, 0)
        self.assertTrue({"lab", "lab-root", "bastion"} <= set(named.json), str(named))
        self.assertFalse([name for name in named.json if "*" in name], str(named))
        none = call_inside(self.lab, "hosts", "--json")  # root there has no configuration
        self.assert_status(none, 0)
        self.assertEqual(none.json, [])
