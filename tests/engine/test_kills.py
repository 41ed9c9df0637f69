"""Builds that are killed or interrupted at random moments: the output is always the old or the new site."""

import random
import shutil
import signal
import time

import pytest

PHASES = "initialized get_generators all_generators_finalized finalized last_step".split()
LONGEST = 0.05  # seconds from the beginning of a phase to the latest moment that may be drawn
MODES = {"whole": "", "incremental": "INCREMENTAL = True\nJOBS = 2"}

# Prints each phase as it begins. The last step writes many files, so that putting the site in its
# place and removing the one before take long enough to be hit.
PLUGIN = f"""
from pelican import signals

def telling(phase):
    def tell(sender):
        print(phase, flush=True)
    return tell

tellers = {{phase: telling(phase) for phase in {PHASES[:-1]}}}

def register():
    for phase, teller in tellers.items():
        getattr(signals, phase).connect(teller)

def last_step(folder):
    for number in range(300):
        (folder / f"{{number}}.txt").write_text("A small file. " * 20)
    print("last_step", flush=True)
"""
STEPS = 'import sys\nsys.path.insert(0, ".")\nimport site_plugin\nLAST_STEPS = [site_plugin.last_step]\n'


@pytest.fixture(params=MODES.values(), ids=MODES)
def telling(site, request):
    """Give a built site whose builds tell their phases."""
    site.write("site_plugin.py", PLUGIN)
    site.setting(STEPS + request.param)
    assert site.build().returncode == 0
    return site


def _hit(site, number, chance):
    """Start a build and send it a signal at a random moment; answer its exit status and what it said."""
    phase = chance.choice([*PHASES, PHASES[-1]])  # what follows the last has most to lose
    build = site.start()
    for line in build.stdout:
        if line == f"{phase}\n":
            break
    time.sleep(chance.uniform(0, LONGEST))  # waits for nothing: the moment is what is drawn
    build.send_signal(number)
    _, said = build.communicate(timeout=60)
    return build.returncode, said


def _waste(site):
    """Answer what only a build that was stopped leaves behind."""
    real = site.output.resolve()
    return {path.name for path in real.parent.glob(f".{real.name}.*") if path.suffix in {".staging", ".old"}}


def _rounds(site, numbers, chance, standing=lambda site: site.pages()):
    """Hit one build after another; yield the status of each, its words and what it left to be tidied up."""
    for count, number in enumerate(numbers):
        old = site.pages()
        site.article("one", f"Text {count}.")
        status, said = _hit(site, number, chance)
        left, waste = standing(site), _waste(site)
        done = site.build()
        assert done.returncode == 0, done.stderr
        assert not _waste(site)
        assert f"Text {count}." in (site.output / "one.html").read_text(encoding="utf-8")
        assert left in (old, site.pages()), f"round {count} left neither the old nor the new site"
        yield status, said, waste


def _kill(site, times, seed):
    chance = random.Random(seed)  # noqa: S311 (no secret)
    statuses = {status for status, _, _ in _rounds(site, [signal.SIGKILL] * times, chance)}
    assert -signal.SIGKILL in statuses
    assert statuses <= {-signal.SIGKILL, 0}


def _interrupt(site, times, seed):
    chance = random.Random(seed)  # noqa: S311 (no secret)
    numbers = chance.choices([signal.SIGINT, signal.SIGTERM], k=times)
    for number, (status, said, waste) in zip(numbers, _rounds(site, numbers, chance), strict=True):
        # The last: when Pelican has done and says so.
        assert status in {0, 128 + number, -number}, said
        assert not waste, said


def test_a_kill_leaves_the_old_or_the_new_site_and_the_next_build_goes_well(telling):
    _kill(telling, 8, seed=0)


def test_an_interruption_does_so_too_and_leaves_no_waste(telling):
    _interrupt(telling, 4, seed=0)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1, 5))
def test_many_kills(telling, seed):
    _kill(telling, 50, seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1, 3))
def test_many_interruptions(telling, seed):
    _interrupt(telling, 50, seed)


@pytest.mark.long
def test_a_power_cut_leaves_the_old_or_the_new_site(image, telling, mounted):
    """A cut takes what has not reached the disk: a copy of that is looked at, right after a kill."""
    copies = (image.with_name(f"after-{count}") for count in range(20))

    def on_the_disk(site):
        copy = next(copies)
        shutil.copyfile(image, copy.with_suffix(".image"))
        mounted(copy, "-o", "loop", copy.with_suffix(".image"))
        return site.pages(copy / "web")

    list(_rounds(telling, [signal.SIGKILL] * 20, random.Random(0), on_the_disk))  # noqa: S311 (no secret)
