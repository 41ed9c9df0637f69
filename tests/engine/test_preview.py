"""`pelican --listen --autoreload`: the server shows each new build and outlives a failed one."""

import fcntl
import os
import signal
import socket
import threading
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from plugins.engine.places import Places


class Preview:
    """A running preview, with what it says gathered as it comes."""

    def __init__(self, site, port):
        self.site, self.port, self.said = site, port, []
        self.process = site.start("--listen", "--autoreload", "--port", str(port), start_new_session=True)
        pipes = (self.process.stdout, self.process.stderr)
        self.readers = [
            threading.Thread(target=self.said.extend, args=(pipe,), daemon=True) for pipe in pipes
        ]
        for reader in self.readers:
            reader.start()

    def page(self, name):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{name}") as answer:
                return answer.read().decode()
        except (urllib.error.URLError, ConnectionError):
            return ""

    def says(self, words):
        return words in "".join(self.said)

    def end(self):
        """End Pelican's two child processes too, which would outlive a parent that is killed."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        for reader in self.readers:
            reader.join()  # or it would read from what is closed with the process


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
    until(lambda: save(preview.site, "A text that changed.") in preview.page("one.html"))

    assert preview.process.poll() is None


def save(site, text, name="one"):
    """Save an article, again at each try: what is saved before Pelican watches, it does not see."""
    site.article(name, text)
    return text


FAULTS = {
    "an error logged": ('import logging; logging.error("odd")', "1 error while building, see above. "),
    "an exception": ('raise ValueError("a sad plugin")', "ValueError: a sad plugin."),
    "an exit": ('raise SystemExit("1 problem in 1 file")', "1 problem in 1 file\n"),
}


@pytest.mark.parametrize(("fault", "said"), FAULTS.values(), ids=FAULTS)
def test_a_problem_does_not_end_the_preview_nor_make_it_spin(site, until, request, fault, said):
    site.plugin(f'import os\ndef act(sender):\n    if os.path.exists("content/bad.md"): {fault}')
    preview = request.getfixturevalue("preview")

    saves = []
    until(lambda: saves.append(save(site, "Something is wrong here.", "bad")) or preview.says(said))

    assert "The first text." in preview.page("one.html")
    assert not preview.page("bad.html")
    (site.folder / "content/bad.md").unlink()
    until(lambda: save(site, "A text that changed.") in preview.page("one.html"))
    assert preview.process.poll() is None
    assert "".join(preview.said).count(said) <= len(saves)


def test_settings_that_cannot_be_used_leave_the_preview_with_those_it_had(site, until, request):
    site.plugin('def act(pelican):\n    if "ODD" in pelican.settings: raise ValueError("odd")', "initialized")
    preview = request.getfixturevalue("preview")

    until(lambda: site.setting("ODD = True") or preview.says("the preview goes on with the last settings"))

    assert preview.says("ValueError: odd.")
    until(lambda: save(site, "A text that changed.") in preview.page("one.html"))


def test_a_preview_waits_for_another_build_to_end(site, until):
    """A save must not be lost because somebody builds at the same time."""
    with Places.beside(site.output).lock.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        process = site.start("--autoreload", start_new_session=True)
        until(lambda: is_waiting_for_the_lock(process.pid))
        assert not site.output.exists()

    until(site.output.exists)


def is_waiting_for_the_lock(pid):
    """Ask the system; where it keeps no such list (macOS), say yes."""
    locks = Path("/proc/locks")
    return not locks.exists() or f"-> FLOCK  ADVISORY  WRITE {pid} " in locks.read_text(encoding="utf-8")
