"""``unsign PAGE``: takes a signature away again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plugins.desk.commands.reading import done, is_folder
from plugins.desk.files import shown_path, walk
from plugins.desk.find_page import find_page
from plugins.desk.one_file import kinds
from plugins.desk.records import record_name
from plugins.desk.save import save
from plugins.editorial.posts import REVIEW_KEYS
from plugins.editorial.review import read_record
from plugins.editorial.review.header_lines import without_values
from plugins.editorial.review.record import record_text
from plugins.frontmatter import Document, Place, Refusal, Scalar, read_document, refuse

if TYPE_CHECKING:
    import argparse

HELP = "take the signature of a page away again"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("page", help="like procedures/name; also its file or its address")
    parser.add_argument("--content", default="content", help="the content folder")


def run(options: argparse.Namespace) -> int:
    """Take the three values out of the page, and the review out of its record.

    Needs nothing but a header that can be read: a damaged signature goes as well.
    """
    if not is_folder(options.content):
        return 1

    def unsign() -> str:
        return _unsigned(options.page, Path(options.content).resolve(), shown_path(options.content))

    return done(unsign, otherwise="nothing was changed")


def _unsigned(typed: str, root: Path, shown: str) -> str:
    slugs = _all_slugs(root, shown)
    path = find_page(typed, slugs, shown)
    file = root / path.removeprefix(f"{shown}/")
    document = read_document(file, path, plain=True)
    if not any(_value(document, key) for key in REVIEW_KEYS):
        expected = "a page with reviewed_by, reviewed_on and fingerprint"
        raise refuse(Place(path), "is not signed", expected=expected)
    data = without_values(file.read_bytes(), file, path, REVIEW_KEYS)
    folder = path.removeprefix(f"{shown}/").partition("/")[0]
    _forget(root, shown, record_name(folder, slugs[path]), document)
    save(file, data)
    return f"no longer signed: {path}\n    to sign it again: make sign PAGE={folder}/{slugs[path]} BY=..."


def _all_slugs(root: Path, shown: str) -> dict[str, str]:
    """Return the slug of each page by its path, as far as its header can be read."""
    found: dict[str, str] = {}
    for kind in kinds(()):
        files, _ = walk(root / kind.folder, f"{shown}/{kind.folder}")
        found |= {file.name: _slug(Path(file.path), file.name) for file in files}
    return found


def _slug(file: Path, path: str) -> str:
    try:
        return _value(read_document(file, path, plain=True), "slug") or file.stem
    except Refusal:
        return file.stem


def _value(document: Document, key: str) -> str:
    """Return what the header says of `key`, be it right or wrong."""
    value = document.header.get(key)
    return value.text if isinstance(value, Scalar) else "?" if value else ""


def _forget(root: Path, shown: str, inside: str, document: Document) -> None:
    """Take the review that is undone out of the record, and with the last one the record."""
    record = root / inside
    if not record.is_file():
        return
    signed = tuple(_value(document, key) for key in REVIEW_KEYS)
    reviews = read_record(record, f"{shown}/{inside}")
    kept = [r for r in reviews if (r.by, r.on.isoformat(), r.fingerprint) != signed]
    if kept:
        save(record, record_text(kept).encode())
    else:
        record.unlink()
