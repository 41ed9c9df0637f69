"""What is answered to a request for the site: a page, a file, another address, or a word of apology."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from http import HTTPStatus
from pathlib import Path

from plugins.engine.serve.web.address import as_folder, names_in
from plugins.engine.serve.web.injection import with_client
from plugins.engine.serve.web.media_types import media_type
from plugins.engine.serve.web.site_files import SiteFiles

STATIC = Path(__file__).resolve().parents[1] / "static"
_TEXT = "text/plain; charset=utf-8"
_PAGE = "text/html; charset=utf-8"
_INDEX, _NOT_FOUND = "index.html", "404.html"


@dataclass(frozen=True)
class Answer:
    """A status, a type, a body, and headers besides."""

    status: HTTPStatus
    body: bytes = b""
    type: str = _TEXT
    headers: dict[str, str] = field(default_factory=dict)


def refusal(status: HTTPStatus, sentence: str, **headers: str) -> Answer:
    """Return an answer in plain words."""
    return Answer(status, f"{sentence}\n".encode(), headers=headers)


def site_answer(target: str, site: SiteFiles, version: int) -> Answer:
    """Answer a request for an address of the site, which is at `version` or later."""
    names = names_in(target)
    folder = target.partition("?")[0].endswith("/")
    found = site.read((*names, _INDEX) if folder else names)
    if found and found.content is None:
        return Answer(HTTPStatus.FOUND, headers={"Location": as_folder(target, names)})
    if found is None or found.content is None:
        return _missing(site, version)
    return _file((*names, _INDEX) if folder else names, found.content, version)


def own_answer(name: str) -> Answer:
    """Answer a request for a file of the preview itself."""
    path = STATIC / name
    if "/" in name or not path.is_file():
        return refusal(HTTPStatus.NOT_FOUND, "The preview has no such file.")
    return Answer(HTTPStatus.OK, path.read_bytes(), media_type(name))


def _file(names: Sequence[str], content: bytes, version: int) -> Answer:
    kind = media_type(names[-1])
    if kind == _PAGE:
        content = with_client(content, version, "/".join(names))
    return Answer(HTTPStatus.OK, content, kind)


def _missing(site: SiteFiles, version: int) -> Answer:
    if not site.exists():
        page = _page("There is no site yet", "This page shows it as soon as it is built.")
        return Answer(HTTPStatus.SERVICE_UNAVAILABLE, with_client(page, version, ""), _PAGE)
    own = site.read((_NOT_FOUND,))
    page = own.content if own and own.content else _page("Not found", "The site has no page at this address.")
    return Answer(HTTPStatus.NOT_FOUND, with_client(page, version, ""), _PAGE)


def _page(heading: str, text: str) -> bytes:
    page = (STATIC / "page.html").read_text(encoding="utf-8")
    return page.replace("{heading}", escape(heading)).replace("{text}", escape(text)).encode()
