"""The sites that only the tests of whole sites need; tests/conftest.py builds them."""

import shutil
from pathlib import Path

import pytest

from plugins.desk.examine import examine
from tests.conftest import OURS, SECOND

LADEN = Path(__file__).with_name("laden")
PUBLIC = "https://example.org/sub/dir"


@pytest.fixture(scope="session")
def edition():
    """Give our own content as it is read for every command."""
    return examine(OURS, "content")


@pytest.fixture(scope="session")
def published(once):
    """Give our own content as `make publish` builds it."""
    return once("published", OURS, settings="publishconf.py", siteurl=PUBLIC)


@pytest.fixture(scope="session")
def second(once):
    """Give the second clinic as `make html` builds it."""
    return once("second", SECOND)


@pytest.fixture(scope="session")
def laden_content(tmp_path_factory):
    """Give the content of the second clinic with all that may not be public, and with comments."""
    content = tmp_path_factory.mktemp("laden") / "content"
    shutil.copytree(SECOND, content)
    shutil.copytree(LADEN, content, dirs_exist_ok=True)
    image = (content / "images/wheel.png").read_bytes()
    for name in ("only-in-a-draft.png", "only-in-tomorrow.png"):
        (content / "images" / name).write_bytes(image)
    return content


@pytest.fixture(scope="session")
def laden(once, laden_content):
    """Give the preview of that content, one article on each page of a list."""
    return once("laden", laden_content, "-e", "DEFAULT_PAGINATION=1")


@pytest.fixture(scope="session")
def laden_public(once, laden_content):
    """Give that content published, one article on each page of a list."""
    return once(
        "laden-public",
        laden_content,
        "-e",
        "DEFAULT_PAGINATION=1",
        settings="publishconf.py",
        siteurl=PUBLIC,
    )
