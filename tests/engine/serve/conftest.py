"""A preview of the small site, as a process, and the ways to ask it."""

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager, suppress
from functools import partial
from typing import NamedTuple

import pytest

from tests.engine.conftest import PATIENCE, ROOT, new_site, wait_until

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta http-equiv="Content-Security-Policy" content="default-src 'self'">
<title>{{ SITENAME }}</title>
<link rel="stylesheet" href="theme/css/style.css">
</head>
<body>
<main><h1>{{ SITENAME }}</h1>{% for article in articles %}<h2>{{ article.title }}</h2>
{{ article.content }}{% endfor %}</main>
</body>
</html>
"""


class Answer(NamedTuple):
    """What the preview has answered."""

    status: int
    body: str
    headers: dict[str, str]


class Preview:
    """A running preview; all that it says is gathered as it comes."""

    def __init__(self, site, *options):
        self.site, self.said = site, []
        command = [sys.executable, "-m", "plugins.engine.serve", "content", "--port", "0", *options]
        environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
        self.process = subprocess.Popen(
            command,
            cwd=site.folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self.reader = threading.Thread(target=self.said.extend, args=(self.process.stdout,), daemon=True)
        self.reader.start()

    @property
    def words(self):
        return "".join(self.said)

    @property
    def address(self):
        return self.words.partition("The preview is at ")[2].partition(" ")[0]

    @property
    def port(self):
        return int(self.address.rstrip("/").rpartition(":")[2])

    def ask(self, path, method="GET", host=None, at="127.0.0.1"):
        connection = http.client.HTTPConnection(at, self.port, timeout=PATIENCE)
        connection.request(method, path, headers={"Host": host or f"localhost:{self.port}"})
        answer = connection.getresponse()
        found = Answer(answer.status, answer.read().decode(errors="replace"), dict(answer.getheaders()))
        connection.close()
        return found

    def page(self, name):
        return self.ask(f"/{name}").body

    def save(self, name, text):
        """Save an article in one step, as most editors do."""
        self.site.article(f"../{name}", text)
        (self.site.folder / f"{name}.md").replace(self.site.folder / f"content/{name}.md")

    def builds(self):
        return self.words.count("built in ")

    def news(self, since=0):
        """Yield each message to browsers, the state at the moment first."""
        connection = http.client.HTTPConnection("localhost", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", f"/.preview/events?since={since}")
            for line in connection.getresponse():
                if line.startswith(b"data: "):
                    yield json.loads(line.removeprefix(b"data: "))
        finally:
            connection.close()

    def end(self, number=signal.SIGINT):
        """End it, as Ctrl-C does, and return its exit status."""
        with suppress(ProcessLookupError):
            self.process.send_signal(number)
        status = self.process.wait(PATIENCE)
        self.reader.join(PATIENCE)
        self.process.stdout.close()
        return status


@contextmanager
def previews():
    """Give a function that starts a preview of a site and waits until it can be opened."""
    running = []

    def start(site, *options):
        running.append(Preview(site, *options))
        wait_until(lambda: running[-1].address or running[-1].process.poll() is not None)
        assert running[-1].process.poll() is None, running[-1].words
        return running[-1]

    yield start
    for preview in running:
        if preview.process.poll() is None:
            preview.end()


@pytest.fixture
def serve(site):
    """Give a function that starts a preview of the site."""
    with previews() as start:
        yield partial(start, site)


@pytest.fixture
def preview(serve):
    """Give a preview of the site."""
    return serve()


@pytest.fixture(scope="module")
def standing(tmp_path_factory):
    """Give a preview for all tests of a file; each leaves the site as it was."""
    with previews() as start:
        yield start(new_site(tmp_path_factory.mktemp("standing") / "project"))
