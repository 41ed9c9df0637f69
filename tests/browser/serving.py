"""A web server for built sites, as strict as a host can be: it allows a page nothing but its own files."""

import contextlib
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

FOLDER = "/any/folder/"
POLICY = "default-src 'self'"


class Handler(SimpleHTTPRequestHandler):
    """Serves one site both at the root and inside FOLDER."""

    def translate_path(self, path):
        return super().translate_path("/" + path.removeprefix(FOLDER).removeprefix("/"))

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_):
        """Say nothing: the tests look at what the browser says."""


@contextlib.contextmanager
def serving(folder):
    """Serve a folder on a free port of this machine and give its address, without a slash at the end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=folder)) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
