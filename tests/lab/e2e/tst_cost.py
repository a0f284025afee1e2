# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a diagnosis costs: one exec per refresh, little time, and no trace on the host."""

import time

from cli import RELEASE_PROGRAM, diagnose
from delay_proxy import DelayProxy
from lab_instance import wait_until
from lab_test_case import LabTestCase
from shim_host import client_config

ONE_WAY = 0.025      # seconds: a link of 50 ms round trip
FIRST_DIAGNOSIS = 3  # seconds, with two samples 1 s apart


class Cost(LabTestCase):

    def sessions(self):
        log = self.lab.log("sshd_main.log")
        return log.count("Starting session: command"), log.count("Accepted publickey")

    def test_one_exec_per_refresh(self):
        # Before the first refresh: what runs there, and through libvirt, what may be asked of its
        # QEMU and where the rings lie.
        for domain, before in ((self.lab.libvirt_domain, 3), (self.lab.bare_domain, 1)):
            for samples in (1, 3):
                execs, logins = self.sessions()
                answer = self.diagnose(domain, "--samples", samples, interval=3)
                self.assertEqual(answer.json["rounds"], samples, str(answer))
                execs_now, logins_now = self.sessions()
                # And one for a picture of the display, in the first pause.
                self.assertEqual(execs_now - execs, before + samples + (samples > 1),
                                 f"execs for {answer}")
                self.assertEqual(logins_now - logins, 1, f"logins for {answer}")

    def test_first_diagnosis_over_a_slow_link(self):
        times = []
        with DelayProxy(int(self.lab.env["LAB_PORT"]), ONE_WAY) as proxy:
            config = client_config(self.lab, proxy.port, "slow")
            while len(times) < 3:  # a busy machine gets two more tries
                answer = diagnose(f"ssh://lab-root/{self.lab.libvirt_domain}", config,
                                  "--samples", "2", interval=1, program=RELEASE_PROGRAM)
                # In one second a disk that is written once a second may rest: idle is unknown.
                self.assertIn(answer.status, (0, 2), str(answer))
                self.assertEqual(answer.json["rounds"], 2, str(answer))
                times.append(answer.seconds)
                if answer.seconds < FIRST_DIAGNOSIS:
                    break
        print(f"    through 50 ms round trip: {', '.join(f'{t:.2f} s' for t in times)}", flush=True)
        self.assertLess(min(times), FIRST_DIAGNOSIS, str(answer))

    def test_no_trace_on_the_host(self):
        places = "/ /tmp /run /root /home /var /etc /dev/shm"
        self.lab.shell("touch /run/e2e-mark")
        for answer in self.diagnose_both("--samples", 2):
            self.assertEqual(answer.json["rounds"], 2, str(answer))
        self.diagnose(self.lab.libvirt_domain, "--samples", 1, host="lab")
        found = self.lab.shell(
            f"for d in {places}; do find $d -xdev -newer /run/e2e-mark -printf '%p\\n'; done | "
            "sort -u").splitlines()
        # The guests' own images, libvirt's sockets and pids, and what every login touches.
        foreign = [path for path in found if not path.startswith(
            ("/run/libvirt", "/run/sshd", "/var/log", "/var/lib/libvirt/images", "/run/user",
             "/dev/", "/run/nbd",
             # Where libvirt lets QEMU write a picture, and removes it.
             "/var/lib/libvirt/qemu/domain-"))]
        self.assertEqual(foreign, [], "files changed on the host")
        wait_until(lambda: not self.lab.helpers_left(), 5, "no helper process on the host")
        # One whose server was killed may have been in the middle of a command: see tst_scenarios.
        deadline = time.monotonic() + 6
        while shells := self.lab.shell("ps -eo pid,ppid,stat,etimes,wchan:20,args | "
                                       "grep -E ' sh -s$' || true"):
            self.assertLess(time.monotonic(), deadline, "shells of ours on the host:\n" + shells +
                            self.lab.shell("ps -eo pid,ppid,pgid,stat,etimes,wchan:20,args"))
            time.sleep(0.2)
