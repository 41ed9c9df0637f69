"""Builds that are killed or interrupted at random moments: the output is always the old or the new site."""

import random
import signal
import time

import pytest

# Prints each phase as it begins. The last step writes many files, so that taking a site's place and
# removing the one before it takes long enough to be hit.
PHASES = """
from pelican import signals

def telling(name):
    def tell(*_, **__):
        print(name, flush=True)
    return tell

names = "initialized get_generators all_generators_finalized content_written finalized"
tellers = {name: telling(name) for name in names.split()}

def register():
    for name, teller in tellers.items():
        getattr(signals, name).connect(teller)

def last_step(folder):
    for number in range(300):
        (folder / f"{number}.txt").write_text("A small file. " * 20)
    print("last_step", flush=True)
"""
NAMES = "initialized get_generators all_generators_finalized content_written finalized last_step".split()
LONGEST = 0.05  # seconds after the beginning of a phase


@pytest.fixture
def telling(site):
    """Give a built site whose builds tell their phases."""
    site.write("site_plugin.py", PHASES)
    site.setting(
        "import sys; sys.path.insert(0, '.')\nimport site_plugin\nLAST_STEPS = [site_plugin.last_step]"
    )
    assert site.build().returncode == 0
    return site


def _hit(site, number, chance):
    """Start a build and send it a signal at a random moment; answer its exit status."""
    phase = chance.choice([*NAMES, NAMES[-1]])  # the end is what may hurt most
    build = site.start()
    for line in build.stdout:
        if line == f"{phase}\n":
            break
    time.sleep(chance.uniform(0, LONGEST))  # waits for nothing: the moment is what is drawn
    build.send_signal(number)
    build.communicate(timeout=60)
    return build.returncode


def _rounds(site, numbers, chance):
    """Hit one build after another; answer the statuses and which site stood after each."""
    for count, number in enumerate(numbers):
        old = site.pages()
        site.article("one", f"Text {count}.")
        status = _hit(site, number, chance)
        left, beside = site.pages(), site.beside()
        done = site.build()
        assert done.returncode == 0, done.stderr
        assert site.beside() == {".output.lock"}
        new = site.pages()
        assert f"Text {count}.".encode() in new["one.html"]
        assert left in (old, new), f"neither old nor new, with {chance}"
        yield status, beside


def _kill(site, times, seed):
    chance = random.Random(seed)  # noqa: S311 (no secret)
    statuses = [status for status, _ in _rounds(site, [signal.SIGKILL] * times, chance)]
    assert set(statuses) <= {-signal.SIGKILL, 0}
    assert statuses.count(0) < times / 2


def _interrupt(site, times, seed):
    chance = random.Random(seed)  # noqa: S311 (no secret)
    numbers = [chance.choice([signal.SIGINT, signal.SIGTERM]) for _ in range(times)]
    for number, (status, beside) in zip(numbers, _rounds(site, numbers, chance), strict=True):
        assert status in {0, 128 + number, -number}  # the last: after the run, when Pelican says goodbye
        assert beside == {".output.lock"}


def test_a_kill_leaves_the_old_or_the_new_site_and_the_next_build_goes_well(telling):
    _kill(telling, 15, 0)


def test_an_interruption_does_so_too_and_leaves_nothing_behind(telling):
    _interrupt(telling, 6, 0)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1, 9))
def test_many_kills(telling, seed):
    _kill(telling, 50, seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1, 5))
def test_many_interruptions(telling, seed):
    _interrupt(telling, 50, seed)
