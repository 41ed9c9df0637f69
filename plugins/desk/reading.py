"""Reading a content folder: every file once, with all that is wrong with each."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from plugins.desk.all_files import Library, SourceFile
from plugins.desk.files import File, misnamed, walk
from plugins.desk.one_file import Flaws, Item, Kind, Outline, Reading, kinds, stem
from plugins.desk.shared import SHARED
from plugins.frontmatter import Place, Problem, Refusal
from plugins.frontmatter.files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from plugins.desk.shared import Shared

IMAGES = "images"
COMMENTS = "comments"
REVIEWS = "reviews"


@dataclass
class Desk:
    """What is gathered while a folder is read; files go by their path in messages.

    `slugs` are those of all files of a folder, `refused` those of files of which no item came; `digests` are
    of all that each reading follows from.
    """

    root: Path
    shown: str
    shared: Shared
    readings: dict[str, Reading] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict)
    addresses: dict[str, Place] = field(default_factory=dict)
    slugs: dict[str, set[str]] = field(default_factory=dict)
    refused: dict[str, set[str]] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    images: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def read_folder(desk: Desk, library: Library, key_of: Callable[[Kind, str, str], str]) -> None:
    """Read all files of all kinds, and look at what lies beside them; `key_of` gives the key of a reading."""
    found = [file for kind in kinds(desk.shared.fields) for file in _files(desk, kind)]
    read: dict[str, Reading] = {}
    files: list[SourceFile] = []
    for kind, file in found:
        try:
            data = read_bytes(file.path, file.name)
        except Refusal as refusal:
            read[file.name] = Reading(Outline((stem(file.name),), flaws=Flaws(refusal.problems)))
        else:
            key = key_of(kind, file.name, sha256(data).hexdigest())
            files.append(SourceFile(kind, file.name, data, key))
    desk.digests = {file.name: file.key for file in files}
    read |= zip(desk.digests, library.read(files), strict=True)
    for kind, file in found:
        _take(desk, kind, file.name, read[file.name])
    _look_around(desk)


def _files(desk: Desk, kind: Kind) -> Iterator[tuple[Kind, File]]:
    """Yield the files of a folder that can be read."""
    desk.slugs[kind.folder] = set()
    desk.refused[kind.folder] = set()
    files, problems = walk(desk.root / kind.folder, f"{desk.shown}/{kind.folder}")
    desk.problems += problems
    for file in files:
        desk.files.add(file.name)
        if file.name.endswith(".md"):
            yield kind, file
        else:
            place = Place(file.name)
            desk.problems.append(Problem(place, "is not a Markdown file", "a name that ends in .md"))


def _take(desk: Desk, kind: Kind, name: str, reading: Reading) -> None:
    desk.readings[name] = reading
    desk.problems += reading.outline.flaws.refusals
    desk.slugs[kind.folder].update(reading.outline.slugs)
    if reading.item:
        _claim(desk, kind.address.format(reading.item.slug), reading.item)
    else:
        desk.refused[kind.folder].update(reading.outline.slugs)


def _claim(desk: Desk, address: str, item: Item) -> None:
    """Give an address to an item; the second that wants it is refused."""
    desk.items[item.path] = item
    first = desk.addresses.setdefault(address, item.place)
    if first is not item.place:
        message = f"has the same address as {first.path}: /{address}"
        desk.problems.append(Problem(Place(item.path), message, "another file name, or slug: ..."))


def _look_around(desk: Desk) -> None:
    """See which images there are, and what lies where nothing reads it."""
    shown = f"{desk.shown}/{IMAGES}"
    images, problems = walk(desk.root / IMAGES, shown)
    desk.images = {image.name.removeprefix(f"{desk.shown}/") for image in images}
    desk.problems += problems
    known = (*SHARED, IMAGES, COMMENTS, REVIEWS, *desk.slugs)
    desk.problems += misnamed(desk.root, desk.shown, known)
