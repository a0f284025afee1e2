#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""guest_memory.py SOCKET ADDRESS BYTES: writes into a guest's memory through QEMU's gdb server.

ADDRESS is the guest kernel's, BYTES are hexadecimal; what lay there before is printed. The guest
stands still for the moment that it takes.
"""
import socket
import sys


class GdbServer:
    """The requests of gdb's remote protocol that this takes."""

    def __init__(self, path):
        self.connection = socket.socket(socket.AF_UNIX)
        self.connection.settimeout(10)
        self.connection.connect(path)
        self.replies = self.connection.makefile("rb")

    def send(self, request):
        body = request.encode()
        self.connection.sendall(b"$%s#%02x" % (body, sum(body) % 256))

    def ask(self, request):
        """The answer; that the guest has stopped is told unasked, and nobody here asks for it."""
        self.send(request)
        answer = self.packet()
        while answer.startswith("T"):
            answer = self.packet()
        if answer.startswith("E"):
            raise ValueError(f"{request}: {answer}")
        return answer

    def packet(self):
        byte = self.replies.read(1)
        while byte != b"$":  # acknowledgements
            if not byte:
                raise ConnectionError("the gdb server hung up")
            byte = self.replies.read(1)
        text = b""
        while not text.endswith(b"#"):
            byte = self.replies.read(1)
            if not byte:
                raise ConnectionError("the gdb server hung up")
            text += byte
        self.replies.read(2)  # its checksum: a unix socket loses nothing
        self.connection.sendall(b"+")
        return text[:-1].decode()


def main():
    path, address, data = sys.argv[1], sys.argv[2], sys.argv[3]
    server = GdbServer(path)
    length = len(data) // 2
    try:
        print(server.ask(f"m{address},{length:x}"))
        if server.ask(f"M{address},{length:x}:{data}") != "OK":
            raise ValueError("the gdb server does not write there")
    finally:
        server.ask("D")  # the guest goes on


try:
    main()
except (OSError, ValueError) as problem:
    sys.exit(f"guest_memory: {problem}")
