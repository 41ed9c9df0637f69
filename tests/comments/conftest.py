"""A folder of comments, and the template that shows them."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from selectolax.lexbor import LexborHTMLParser

from plugins.comments import read_comments

ROOT = Path(__file__).resolve().parents[2]
NOW = dt.datetime(2026, 12, 1, 12, 0, tzinfo=dt.UTC)
EMERGENCY = "If this is an emergency, call <911>."
GOOD = {"name": "Ann", "date": "2026-10-07T14:05:00-05:00", "text": "Thank you."}


@dataclass(frozen=True)
class Desk:
    """A content folder whose blog has two articles."""

    comments: Path

    def put(self, name, text):
        """Write a file of the comments of the article on nerve blocks."""
        path = self.comments / "nerve-block" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def comment(self, identity, **keys):
        """Write a good comment, but for `keys`; None leaves a key out."""
        lines = [f"{key}: {value}" for key, value in (GOOD | keys).items() if value is not None]
        self.put(f"{identity}.yaml", "\n".join(lines) + "\n")

    def read(self):
        return read_comments(self.comments, "comments", ["nerve-block", "spinal-cord-stimulation"], now=NOW)

    def thread(self):
        """Give the comments, of which none is bad."""
        threads, problems = self.read()
        assert problems == []
        return threads["nerve-block"]

    def problems(self):
        return "\n".join(map(str, self.read()[1]))


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path / "comments")


@pytest.fixture
def macros():
    folder = ROOT / "plugins/comments/templates"
    environment = Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("comments.html").module


@pytest.fixture
def listed(macros):
    """Give a function from comments to the page's tree."""
    return lambda comments: LexborHTMLParser(macros.comment_list(comments))


@pytest.fixture
def shown(macros):
    """Give a function from a form to the page's tree."""
    return lambda form: LexborHTMLParser(macros.comment_form(form, EMERGENCY))
