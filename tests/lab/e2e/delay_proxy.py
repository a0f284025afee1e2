# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A TCP proxy on loopback that is far away: every byte arrives a while later, in either direction."""
import asyncio
import socket
import threading

QUICKACK = getattr(socket, "TCP_QUICKACK", 12)


class DelayProxy:
    """Runs on a thread of its own; `with DelayProxy(22, 0.025) as proxy: … proxy.port`."""

    def __init__(self, target_port, one_way):
        self._target_port = target_port
        self._one_way = one_way
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._writers = []
        self.port = 0

    def __enter__(self):
        self._thread.start()
        if not self._ready.wait(5):
            raise RuntimeError("the delaying proxy does not listen")
        return self

    def __exit__(self, *_):
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def _run(self):
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(
            asyncio.start_server(self._connected, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()
        left = asyncio.all_tasks(self._loop)
        for task in left:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        # An end that was still on its way would keep the far side waiting.
        for writer in self._writers:
            writer.transport.abort()
        self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.close()

    async def _connected(self, reader, writer):
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._target_port)
        self._writers += [writer, far_writer]
        await asyncio.gather(self._carry(reader, far_writer), self._carry(far_reader, writer),
                             return_exceptions=True)

    async def _carry(self, reader, writer):
        # Else the kernel keeps its ACK back for 40 ms, and a sender with Nagle's algorithm waits.
        taken_from = reader._transport.get_extra_info("socket")  # pylint: disable=protected-access
        writer.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        while True:
            taken_from.setsockopt(socket.IPPROTO_TCP, QUICKACK, 1)
            try:
                piece = await reader.read(65536)
            except OSError:
                piece = b""
            self._loop.call_later(self._one_way, _deliver, writer, piece)
            if not piece:
                return


def _deliver(writer, piece):
    if piece:
        writer.write(piece)
    else:
        writer.close()
