"""Ctrl-C, SIGTERM, a second build and kill -9, each at a moment that a test has chosen."""

import shutil
import signal

import pytest

from plugins.engine.places import Places

# Says that it is there and waits for a word to go on, each by a file.
WAITING = """
import os, time
def act(sender):
    open("here", "w").close()
    while not os.path.exists("go"):
        time.sleep(0.01)
"""

# A signal comes while Python makes a class, as when a module is loaded: 3.11 makes a RuntimeError of that.
IN_A_CLASS = """
import os, signal
class Field:
    def __set_name__(self, owner, name):
        os.kill(os.getpid(), signal.{name})
def act(sender):
    class Found:
        field = Field()
"""

STANDING = "output holds the last complete site.\n"


@pytest.fixture
def paused(built, until):
    """Give a site whose rebuild has rendered everything and waits; and that rebuild."""
    built.article("one", "A text that changed.")
    built.plugin(WAITING)
    build = built.start()
    until((built.folder / "here").exists)
    return built, build


def resume(site):
    site.write("go", "")


@pytest.mark.parametrize(
    ("number", "status", "said"),
    [(signal.SIGINT, 130, "Interrupted. "), (signal.SIGTERM, 143, "Asked to end. ")],
)
def test_an_interrupted_build_tidies_up_and_says_so(paused, number, status, said):
    site, build = paused
    before = site.pages()
    assert ".output.staging" in site.beside()

    build.send_signal(number)
    _, err = build.communicate(timeout=60)

    assert build.returncode == status
    assert err == said + STANDING
    assert site.pages() == before
    assert site.beside() == {".output.lock"}


@pytest.mark.parametrize(
    ("name", "status", "said"), [("SIGINT", 130, "Interrupted. "), ("SIGTERM", 143, "Asked to end. ")]
)
def test_a_signal_is_one_wherever_it_comes(built, name, status, said):
    built.article("one", "A text that changed.")
    built.plugin(IN_A_CLASS.format(name=name))
    build = built.build()

    assert (build.returncode, build.stderr) == (status, said + STANDING)
    assert built.beside() == {".output.lock"}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_what_was_told_to_ignore_a_signal_goes_on_ignoring_it(built, until, number):
    """As Ctrl-C is in the background of a script."""
    built.plugin(WAITING)
    build = built.start(preexec_fn=lambda: signal.signal(number, signal.SIG_IGN))
    until((built.folder / "here").exists)

    build.send_signal(number)
    resume(built)
    build.communicate(timeout=60)

    assert build.returncode == 0


def test_a_second_build_is_sent_away(paused):
    site, build = paused
    before = site.pages()

    second = site.build()

    assert second.returncode == 75
    assert second.stderr == f"Another build of output is running; try again when it is done. {STANDING}"
    assert site.pages() == before
    resume(site)
    build.communicate(timeout=60)
    assert build.returncode == 0
    assert b"A text that changed." in site.pages()["one.html"]


def test_a_build_killed_while_rendering_leaves_the_last_site_and_does_not_hinder_the_next(paused):
    site, build = paused
    before = site.pages()

    build.kill()
    build.communicate(timeout=60)

    assert site.pages() == before
    assert ".output.staging" in site.beside()
    site.plugin("def act(sender): pass")
    (site.folder / "content/two.md").unlink()
    assert site.build().returncode == 0
    assert "two.html" not in site.pages()
    assert b"A text that changed." in site.pages()["one.html"]
    assert site.beside() == {".output.lock"}


# A hook on Python's audit events sees each access to the file system before it happens. Here it counts
# those that change something, and kills the process at the one of the number in the file `kill_at`.
KILLING = """
import os, pathlib, signal, sys
count = 0
limit = int(pathlib.Path("kill_at").read_text())
def hook(event, arguments):
    global count
    writing = event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR)
    if writing or event in {"os.rename", "os.rmdir", "os.remove", "os.mkdir", "ctypes.dlsym"}:
        count += 1
        if count == limit:
            os.kill(os.getpid(), signal.SIGKILL)
    if event == "ctypes.dlsym" and "rename" in arguments[1] and pathlib.Path("no_exchange").exists():
        raise AttributeError("this system cannot exchange two folders")
def act(sender):
    sys.addaudithook(hook)
"""


@pytest.mark.parametrize("exchange", [True, False], ids=["exchange", "two renames"])
def test_a_kill_at_any_moment_from_rendering_to_the_end_leaves_a_complete_site(built, exchange):
    """The folder with the output, or, where it is missing, the next build, has the old or the new site."""
    old = built.pages()
    built.plugin(KILLING)
    if not exchange:
        built.write("no_exchange", "")
    built.article("one", "A text that changed.")
    seen = set()
    for moment in range(1, 100):
        built.write("kill_at", str(moment))
        shutil.rmtree(built.folder / "cache", ignore_errors=True)  # so that each build takes the same steps
        build = built.build()
        if build.returncode == 0:
            break
        assert build.returncode == -signal.SIGKILL
        seen.add(_kept(built, old))
    else:
        pytest.fail("the build never came to its end")

    assert moment > 8
    assert seen == ({"old", "new"} if exchange else {"old", "new", "put back"})
    assert built.beside() == {".output.lock"}


def _kept(site, old):
    """Tell which site stands; put the old one back by a build, so that the next moment begins the same."""
    missing = not site.output.exists()
    if missing:
        assert site.build("-e", 'PLUGINS=["not_there"]').returncode == 1
    pages = site.pages()
    if pages == old:
        return "put back" if missing else "old"
    assert b"A text that changed." in pages["one.html"]
    assert pages.keys() == old.keys()
    _restore(site, old)
    return "new"


def _restore(site, pages):
    for name, content in pages.items():
        (site.output / name).write_bytes(content)


def test_a_second_rename_that_fails_is_undone(built):
    """The folder is then where it was at once, not only after the next build."""
    before = built.pages()
    built.article("one", "A text that changed.")
    built.plugin("""
import errno, os, sys
renames = []
def hook(event, arguments):
    if event == "ctypes.dlsym" and "rename" in arguments[1]:
        raise AttributeError("this system cannot exchange two folders")
    if event == "os.rename":
        renames.append(arguments)
        if len(renames) == 2:
            raise OSError(errno.EIO, os.strerror(errno.EIO), "output")
def act(sender):
    sys.addaudithook(hook)
""")

    done = built.build()

    assert done.returncode == 1
    assert done.stderr == f"output: Input/output error.\n{STANDING}"
    assert built.pages() == before
    assert built.beside() == {".output.lock"}


def test_signals_during_the_swap_wait_until_it_is_done(built):
    built.article("one", "A text that changed.")
    built.plugin("""
import os, signal, sys
def hook(event, arguments):
    if event == "ctypes.dlsym" and "rename" in arguments[1]:
        os.kill(os.getpid(), signal.SIGINT)
def act(sender):
    sys.addaudithook(hook)
""")

    done = built.build()

    assert done.returncode == 130
    assert b"A text that changed." in built.pages()["one.html"]
    assert built.beside() == {".output.lock"}


def test_signals_while_tidying_up_are_ignored(built):
    built.plugin("""
import os, signal, sys
def hook(event, arguments):
    if event == "shutil.rmtree":
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getpid(), signal.SIGTERM)
def act(sender):
    sys.addaudithook(hook)
    raise KeyboardInterrupt
""")

    done = built.build()

    assert done.returncode == 130
    assert done.stderr == f"Interrupted. {STANDING}"
    assert built.beside() == {".output.lock"}


def test_half_an_old_site_is_not_put_back_over_a_whole_one(built):
    """A run killed between the second and the third rename."""
    places = Places.beside(built.output)
    before = built.pages()
    places.old.mkdir()

    assert built.build().returncode == 0

    assert built.pages() == before
    assert built.beside() == {".output.lock"}
