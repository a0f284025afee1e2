#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""ask.py SOCKET SECONDS LINE...: talks to a unix socket that answers each line with a line.

Prints the last answer. QMP's greeting and events are passed over. An answer that is not JSON begins
with the first word of its request, as the guest's do. Fails if no answer comes.
"""
import json
import socket
import sys


def is_answer(line, request):
    """QMP says other things unasked, and the guest may still answer what nobody waits for."""
    if not line.startswith(b"{"):
        return line.split()[:1] == request.encode().split()[:1]
    message = json.loads(line)
    return "return" in message or "error" in message


def main():
    path, seconds, requests = sys.argv[1], float(sys.argv[2]), sys.argv[3:]
    answer = b""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(seconds)
        connection.connect(path)
        replies = connection.makefile("rb")
        for request in requests:
            connection.sendall(request.encode() + b"\n")
            answer = replies.readline()
            while answer and not is_answer(answer, request):
                answer = replies.readline()
            if not answer:
                raise ConnectionError("the other side hung up")
    sys.stdout.write(answer.decode(errors="replace"))


try:
    main()
except (OSError, ValueError) as problem:
    sys.exit(f"ask: {problem}")
