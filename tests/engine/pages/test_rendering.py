"""Files that are written by one process or shared among two are the same, and so is what is said of them."""

import logging

import pytest
from jinja2 import DictLoader, Environment

from plugins.engine.pages.job import PageJob
from plugins.engine.pages.recording import record_reads
from plugins.engine.pages.rendering import ENOUGH, write_all

COUNT = 3 * ENOUGH
TEXT = "{{ number }}{% if number % 5 == 0 %}{{ warn(number, workers) }}{% endif %}\n{{ 1 // (number - bad) }}"


def warn(number, workers):
    for words in said(number, workers):
        logging.getLogger("pages").warning(words)
    return ""


def said(number, workers):
    """Return what a page says, twice; Pelican tells each warning once in a process."""
    return f"page {number} of {workers}", f"more of {number} of {workers}"


def jobs(workers, bad=-1):
    env = Environment(loader=DictLoader({"page.html": TEXT}), autoescape=True)
    record_reads(env)
    shared = {"warn": warn, "bad": bad, "workers": workers}
    template = env.get_template("page.html")
    own = ({"number": number} for number in range(COUNT))
    return [
        PageJob(f"{it['number'] % 3}/{it['number']}.html", template, shared, it, relative=False) for it in own
    ]


@pytest.mark.parametrize("workers", [1, 2])
def test_files_logs_and_progress_are_those_of_one_process(tmp_path, caplog, workers):
    seen = []

    done = write_all(jobs(workers), tmp_path, workers, seen.append)

    assert [one.path for one in done] == [f"{n % 3}/{n}.html" for n in range(COUNT)]
    assert [(tmp_path / one.path).read_text() for one in done[:3]] == ["0\n1", "1\n0", "2\n0"]
    assert done[3].reads == ("bad", "number", "warn", "workers")
    assert [record.getMessage() for record in caplog.records] == [
        words for n in range(0, COUNT, 5) for words in said(n, workers)
    ]
    assert [len(one.logged) for one in done[:6]] == [2, 0, 0, 0, 0, 2]
    assert seen[-1] == COUNT


@pytest.mark.parametrize("workers", [1, 2])
def test_the_first_failure_is_raised_with_the_line_of_its_template(tmp_path, workers):
    with pytest.raises(ZeroDivisionError) as failure:
        write_all(jobs(workers, bad=13), tmp_path, workers, lambda _: None)
    assert failure.traceback[-1].lineno == 1  # counted from 0
