"""A kill at any step of a build on the last site leaves the old or the new one, and nothing that misleads."""

import signal

import pytest

# A hook on Python's audit events sees each access to the file system before it happens.  It counts those that
# change something, and kills the process at the one of the number in the file `kill_at`.
KILLING = """
import os, pathlib, signal, sys
from pelican import signals

count = 0
limit = int((pathlib.Path(__file__).parent / "kill_at").read_text())
changing = {"os.rename", "os.rmdir", "os.remove", "os.mkdir", "os.link", "ctypes.dlsym"}

def hook(event, arguments):
    global count
    if event in changing or event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR):
        count += 1
        if count == limit:
            os.kill(os.getpid(), signal.SIGKILL)

def begin(pelican):
    sys.addaudithook(hook)

def register():
    signals.initialized.connect(begin)
"""


def kill_at_each(blog, moments):
    blog.write("killing.py", KILLING)
    blog.settings += f"sys.path.insert(0, {str(blog.folder)!r})\nimport killing\nPLUGINS = [killing]\n"
    seen, old = set(), blog.site()
    for moment in moments:
        blog.write("kill_at", str(moment))
        blog.write("content/one.md", f"Title: One\nDate: 2026-01-01\nTags: red\n\nText {moment}\n")
        status, said = blog.build(JOBS="1")
        if status == 0:
            break
        assert status == -signal.SIGKILL, said
        site = blog.site()
        seen.add("old" if site == old else "new")
        assert site == old or f"Text {moment}".encode() in site["one.html"]
        assert site.keys() == old.keys()
        old = site
    blog.write("kill_at", "0")  # at none
    assert seen == {"old", "new"}
    assert blog.site() == blog.clean()


def test_a_kill_at_some_steps(blog):
    kill_at_each(blog, range(1, 400, 5))  # more than 5 steps follow the swap


@pytest.mark.long
def test_a_kill_at_each_step(blog):
    kill_at_each(blog, range(1, 400))
