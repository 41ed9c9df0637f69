"""The same content gives the same bytes, whatever the machine and its state."""

import os
import subprocess
import sys

from tests.conftest import PATIENCE
from tests.site.clinic import Clinic

HERE = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C", "LANG": "C", "JOBS": "1"}
ELSEWHERE = {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "LANG": "de_DE.UTF-8"}


def build(clinic, **environment):
    command = [sys.executable, "-m", "pelican", *clinic.arguments("output")]
    told = {**os.environ, **clinic.environment("cache"), **environment}
    done = subprocess.run(
        command,
        cwd=clinic.folder,
        env=told,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    return clinic.site("output")


def test_the_bytes_hang_on_nothing_but_the_content(tmp_path, runner):
    """Not on folders, time zones, languages, the order of sets, the number of jobs, or caches."""
    here = Clinic(tmp_path / "here", runner, "publishconf")
    elsewhere = Clinic(tmp_path / "élsewhere, in a folder/of another name", runner, "publishconf")

    first = build(here, **HERE)

    assert build(elsewhere, **ELSEWHERE, JOBS="2") == first
    assert elsewhere.build("anew", "cache")[0] == 0
    assert elsewhere.site("anew") == first


def test_a_feed_without_articles_does_not_say_when_it_was_made(tmp_path, runner):
    clinic = Clinic(tmp_path, runner)
    for name in clinic.files("content/articles"):
        (clinic.folder / name).unlink()

    clinic.build("output", "cache")

    assert "<updated>1970-01-01T00:00:00+00:00</updated>" in clinic.text("output/feeds/all.atom.xml")
