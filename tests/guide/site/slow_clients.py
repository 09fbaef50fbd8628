"""Slow clients: those that take a server's time and ask for nothing."""

import socket
import time

__all__ = ["trickle"]


def trickle(client: socket.socket, seconds: float = 10) -> float:
    """Say a sign each tenth of a second, with no end; tell after how many seconds the server hung up."""
    start = time.monotonic()
    client.settimeout(0.1)
    while time.monotonic() - start < seconds:
        try:
            client.sendall(b"G")
            if client.recv(1) == b"":
                break
        except TimeoutError:
            continue
        except OSError:
            break
    return time.monotonic() - start
