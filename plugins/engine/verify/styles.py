"""The facts of a stylesheet: what it loads."""

import re
from collections.abc import Iterator

from plugins.engine.verify.addresses import Site, Start
from plugins.engine.verify.facts import STYLE, PageFacts
from plugins.engine.verify.found import Found

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ADDRESS = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]+))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE
)


def facts_of_style(text: str, path: str, site: Site) -> PageFacts:
    """Return what a stylesheet loads."""
    found = Found(Start.at(site, path))
    found.load(addresses_in(text))
    return found.facts(STYLE)


def addresses_in(style: str) -> Iterator[str]:
    """Yield the addresses that a text of CSS fetches; a lone fragment stands for a part of the page."""
    for groups in _ADDRESS.findall(_COMMENT.sub(" ", style)):
        address = "".join(groups)
        if address and not address.startswith("#"):
            yield address
