"""The server: on this machine's own addresses alone, with a thread for each connection."""

import errno
import socket
import sys
import threading
from itertools import count
from socketserver import ThreadingTCPServer

from plugins.engine.serve.board import Board
from plugins.engine.serve.web.handler import Handler
from plugins.engine.serve.web.site_files import SiteFiles
from plugins.engine.stop import Stop

_V4, _V6 = "127.0.0.1", "::1"
_LAST_PORT = 65535


class Server(ThreadingTCPServer):
    """Knows what its handlers give out.

    Not http.server's class: that one asks the network for this machine's name, which can take seconds.
    """

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 128

    def __init__(self, address: str, port: int, site: SiteFiles, board: Board) -> None:
        self.address_family = socket.AF_INET6 if ":" in address else socket.AF_INET
        super().__init__((address, port), Handler)
        self.port: int = self.server_address[1]
        self.site, self.board = site, board

    def handle_error(self, *_: object) -> None:
        """Say what went wrong in a sentence; that a browser has hung up is none of it."""
        error = sys.exc_info()[1]
        if not isinstance(error, OSError):
            sys.stderr.write(f"The preview could not answer: {type(error).__name__}: {error}\n")


def serve(port: int, site: SiteFiles, board: Board) -> str:
    """Serve from now on, in threads that end with the process; return the address to open.

    Raises Stop if the port is taken: pages that are open, and bookmarks, expect the preview where it was.
    """
    try:
        servers = _bound(port, site, board)
    except OSError as error:
        raise Stop(_sentence(port, error, _next_free(port, site, board))) from None
    for server in servers:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://localhost:{servers[0].port}/"


def _bound(port: int, site: SiteFiles, board: Board) -> list[Server]:
    """Take the port at both addresses, since `localhost` may mean either; one without IPv6 has one."""
    first = Server(_V4, port, site, board)
    try:
        return [first, Server(_V6, first.port, site, board)]
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            return [first]
        first.server_close()
        raise


def _next_free(port: int, site: SiteFiles, board: Board) -> int | None:
    for other in count(port + 1):
        if other > _LAST_PORT:
            return None
        try:
            servers = _bound(other, site, board)
        except OSError:
            continue
        for server in servers:
            server.server_close()
        return other
    return None


def _sentence(port: int, error: OSError, other: int | None) -> str:
    taken = error.errno == errno.EADDRINUSE
    reason = "is in use, perhaps by another preview" if taken else f"cannot be used ({error.strerror})"
    advice = f" Port {other} is free: --port {other}, or make serve PORT={other}." if other else ""
    return f"Port {port} {reason}.{advice}"
