"""The front door: the command of those who write."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.desk.__main__ import main

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def check():
    """Give a function that checks the folder `content` in a folder, in a process of its own."""

    def run(folder, *options, content="content"):
        command = [sys.executable, "-m", "plugins.desk", "check", content, *options]
        environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
        )

    return run


@pytest.fixture
def check_here(monkeypatch, capfd):
    """Give the same function in this process: starting one takes most of the time of a case."""

    def run(folder, *options, content="content"):
        monkeypatch.chdir(folder)
        status = main(["check", content, *options])
        said = capfd.readouterr()
        return subprocess.CompletedProcess(["check", content], status, said.out, said.err)

    return run
