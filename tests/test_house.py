"""The Makefile, the lock files and the scripts keep their promises."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ["requirements.lock", "requirements-dev.lock"]


def make(*arguments, folder=ROOT):
    command = ["make", "--no-print-directory", *arguments]  # S607: whichever make there is
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


def lines(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def name_in(line):
    return re.split("[=<>]", line)[0].lower()


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_holds_exact_versions_and_no_address(name):
    allowed = re.compile(r"[A-Za-z0-9_.-]+==[0-9][0-9A-Za-z.]*|-r requirements\.lock")

    assert [line for line in lines(name) if not allowed.fullmatch(line)] == []


@pytest.mark.parametrize("kind", ["", "-dev"])
def test_everything_asked_for_is_locked(kind):
    locked = {name_in(line) for line in lines(f"requirements{kind}.lock")}

    assert {name_in(line) for line in lines(f"requirements{kind}.in")} <= locked


def test_nothing_is_locked_twice():
    runtime, dev = (lines(name) for name in LOCKS)

    assert dev[0] == "-r requirements.lock"
    assert not set(runtime) & set(dev)


def test_make_alone_lists_every_command():
    targets = set(
        re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )

    listed = make().stdout

    assert {"html", "serve", "check", "publish", "test", "lint", "clean"} <= targets
    assert targets == set(re.findall(r"^  make ([a-z-]+) ", listed, re.MULTILINE))


@pytest.mark.parametrize(
    "address", ["", "http://clinic.example", "clinic.example", "https://", "http://localhost.example"]
)
def test_publish_insists_on_a_public_address(address):
    done = make("publish", f"SITEURL={address}")

    assert done.returncode != 0
    assert "A published site needs its public address: make publish SITEURL=https://" in done.stderr


@pytest.mark.parametrize(
    "address", ["https://clinic.example", "http://localhost:8000", "http://localhost/blog"]
)
def test_publish_takes_a_public_address_or_this_machine(address):
    assert make("siteurl", f"SITEURL={address}").returncode == 0


def test_publish_passes_on_that_lost_pages_are_meant():
    tell = ".venv/bin/python -c 'import os; print(os.environ[\"CONFIRM\"])' #"

    assert make("publish", "SITEURL=https://clinic.example", "CONFIRM=1", f"PY={tell}").stdout == "1\n"


@pytest.fixture
def house(tmp_path):
    """Give a folder with the Makefile and its scripts, where cleaning does no harm."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts")
    return tmp_path


def test_clean_removes_a_built_site_and_what_stands_beside_it(house):
    for name in ("a site", ".a site.staging", "content"):
        (house / name).mkdir()
    (house / "a site/.built-by-engine").touch()
    (house / ".a site.lock").touch()

    assert make("clean", "OUTPUT=a site/", folder=house).returncode == 0

    assert {path.name for path in house.iterdir()} == {"Makefile", "scripts", "content"}


def test_clean_leaves_somebodys_folder_alone(house):
    (house / "letters").mkdir()
    (house / "letters/one.txt").touch()

    done = make("clean", "OUTPUT=letters", folder=house)

    assert done.returncode != 0
    assert "letters was not made by this site's build, so it is left alone" in done.stderr
    assert (house / "letters/one.txt").exists()


def test_setup_says_what_is_wrong_with_a_python_that_was_asked_for(house):
    (house / "requirements.lock").touch()

    done = make("html", "PYTHON=/bin/false", folder=house)

    assert done.returncode != 0
    assert "PYTHON=/bin/false is not a Python of version 3.11 or newer." in done.stderr
