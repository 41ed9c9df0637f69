"""One connection of a browser: what it may ask, and how it is answered."""

from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from plugins.engine.serve.web.address import is_ours
from plugins.engine.serve.web.answers import Answer, own_answer, refusal, site_answer

if TYPE_CHECKING:
    from plugins.engine.serve.web.server import Server

OWN = "/.preview/"
EVENTS = "events"
_HEARTBEAT = 15  # seconds; only by writing is it seen that a browser has gone


class Handler(BaseHTTPRequestHandler):
    """Gives out the site, the preview's own files, and the news."""

    server: "Server"
    server_version = "preview"
    sys_version = ""
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 60  # seconds that a connection may be idle

    def do_GET(self) -> None:
        """Answer a request."""
        path = urlsplit(self.path).path
        if refused := self._refused():
            self._answer(refused)
        elif path == OWN + EVENTS:
            self._tell_news()
        elif path.startswith(OWN):
            self._answer(own_answer(path.removeprefix(OWN)))
        else:
            self._answer(site_answer(self.path, self.server.site, self.server.board.version))

    def do_HEAD(self) -> None:
        """Answer without a body."""
        self.do_GET()

    def do_POST(self) -> None:
        """Refuse: a static site takes nothing."""
        self.close_connection = True
        self._answer(refusal(HTTPStatus.METHOD_NOT_ALLOWED, "A preview can only be read.", Allow="GET, HEAD"))

    do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_POST  # noqa: N815 (as above)

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal is for builds."""

    def _refused(self) -> Answer | None:
        hosts = self.headers.get_all("Host", [])
        if len(hosts) == 1 and is_ours(hosts[0], self.server.port):
            return None
        self.close_connection = True
        address = f"http://localhost:{self.server.port}/"
        return refusal(HTTPStatus.FORBIDDEN, f"The preview answers at {address} only.")

    def _answer(self, answer: Answer) -> None:
        self._begin(answer.status, answer.type)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _begin(self, status: HTTPStatus, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")

    def _tell_news(self) -> None:
        """Write each piece of news as it comes (server-sent events), until the browser has gone."""
        self.close_connection = True
        self._begin(HTTPStatus.OK, "text/event-stream; charset=utf-8")
        self.end_headers()
        since, turn = self._shown_version(), 0
        while self.command != "HEAD":
            news, turn = self.server.board.news(since, turn, _HEARTBEAT)
            self.wfile.write(f"data: {news.to_json()}\n\n".encode() if news else b":\n\n")
            since = news.version if news else since

    def _shown_version(self) -> int:
        given = parse_qs(urlsplit(self.path).query).get("since", ["0"])[0]
        return int(given) if given.isdecimal() else 0
