"""`pelican --listen --autoreload`: the server shows each new build and outlives a failed one."""

import os
import signal
import socket
import threading
import urllib.error
import urllib.request

import pytest


class Preview:
    """A running preview, with what it says gathered as it comes."""

    def __init__(self, site, port):
        self.site, self.port, self.said = site, port, []
        self.process = site.start("--listen", "--autoreload", "--port", str(port), start_new_session=True)
        for pipe in (self.process.stdout, self.process.stderr):
            threading.Thread(target=lambda lines=pipe: self.said.extend(lines), daemon=True).start()

    def page(self, name):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{name}") as answer:  # noqa: S310
                return answer.read().decode()
        except (urllib.error.URLError, ConnectionError):
            return ""

    def says(self, words):
        return words in "".join(self.said)

    def end(self):
        """End Pelican's two child processes too, which would outlive a parent that is killed."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@pytest.fixture
def preview(site, until):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    running = Preview(site, port)
    try:
        until(lambda: "The first text." in running.page("one.html"))
        yield running
    finally:
        running.end()


def test_a_saved_article_is_served(preview, until):
    preview.site.article("one", "A text that changed.")

    until(lambda: "A text that changed." in preview.page("one.html"))
    assert preview.process.poll() is None


FAULTS = {
    "an error logged": 'import logging; logging.error("odd")',
    "an exception": 'raise ValueError("a sad plugin")',
    "an exit": 'raise SystemExit("1 problem in 1 file")',
}
SAID = {
    "an error logged": "1 error while building, see above. ",
    "an exception": "ValueError: a sad plugin.",
    "an exit": "1 problem in 1 file\n",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_problem_does_not_end_the_preview_nor_make_it_spin(site, until, request, fault):
    site.plugin(f'import os\ndef act(sender):\n    if os.path.exists("content/bad.md"): {FAULTS[fault]}')
    preview = request.getfixturevalue("preview")

    site.article("bad", "Something is wrong with this one.")
    until(lambda: preview.says(SAID[fault]))

    assert "The first text." in preview.page("one.html")
    assert not preview.page("bad.html")
    (site.folder / "content/bad.md").unlink()
    site.article("one", "A text that changed.")
    until(lambda: "A text that changed." in preview.page("one.html"))
    assert preview.process.poll() is None
    assert "".join(preview.said).count(SAID[fault]) <= 2  # one save can be two events
