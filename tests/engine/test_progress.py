"""How far a run is: a bar where somebody watches and has waited, and in the end a line for each stage."""

import os
import pty
import sys

import pytest

from plugins.engine import progress
from plugins.engine.heard import heard
from plugins.engine.progress import Progress


def work(shown):
    with shown.stage("Pages") as stage:
        for done in range(1, 4):
            stage(done, 3)
        stage.said = "3: 3 made"
    with shown.stage("Silent"):
        pass


@pytest.fixture
def shown_in_a_terminal(monkeypatch):
    """Give a function that works with a terminal behind standard error, and returns what that shows."""
    ours, theirs = pty.openpty()
    monkeypatch.setenv("TERM", "xterm")

    def shown():
        with os.fdopen(theirs, "w", encoding="utf-8") as stream, monkeypatch.context() as patch:
            patch.setattr(sys, "stderr", stream)
            with heard() as said:
                work(Progress())
            stream.write("end")
            stream.flush()
            text = ""
            while not text.endswith("end"):
                text += os.read(ours, 65536).decode()
            return text, said

    yield shown
    os.close(ours)


def test_the_summary_has_a_line_for_each_stage_that_says_something():
    shown = Progress()
    work(shown)
    (line,) = shown.summary().splitlines()
    assert line.startswith("Pages     3: 3 made ")
    assert line.endswith(" s")


def test_who_has_waited_sees_a_bar_which_is_not_kept(shown_in_a_terminal, monkeypatch):
    monkeypatch.setattr(progress, "PATIENCE", -1)
    shown, said = shown_in_a_terminal()
    assert "Pages" in shown
    assert not said


def test_who_need_not_wait_sees_none(shown_in_a_terminal, monkeypatch):
    monkeypatch.setattr(progress, "PATIENCE", 60)
    assert shown_in_a_terminal() == ("end", [])


def test_a_file_gets_none(capsys, monkeypatch):
    monkeypatch.setattr(progress, "PATIENCE", -1)
    work(Progress())
    assert not capsys.readouterr().err
