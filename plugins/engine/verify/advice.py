"""What helps with a problem: the nearest address that exists, and the author's file to mend it in."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from plugins.engine.places import shown
from plugins.engine.verify.addresses import INDEX, as_address
from plugins.engine.verify.output import Output
from plugins.engine.verify.problem import Problem

_MANY = 2_000  # names among which to look for a near one takes long


def with_advice(problem: Problem, output: Output, sources: Mapping[str, str]) -> Problem:
    """Add the nearest suggestion and the place in the source, where they can be known."""
    if not problem.target:
        return replace(problem, origin=_origin(problem, sources, ""))
    file, _, fragment = problem.target.partition("#")
    there = output.find(file) if fragment else None
    if there:
        near = _nearest(fragment, output.facts[there].ids.split(" "))
        suggestion = as_address(f"{there}#{near}") if near else ""
    else:
        files = {_name(other): other for other in _likely(file, output.files)}
        near = _nearest(_name(file), files)
        suggestion = as_address(files[near]) if near else ""
    return replace(
        problem, suggestion=suggestion, origin=_origin(problem, sources, fragment or _last_name(file))
    )


def _name(file: str) -> str:
    """Return what tells a page from others: all of them end alike."""
    return file.removesuffix(INDEX).removesuffix("/").removesuffix(".html")


def _nearest(name: str, names: Iterable[str]) -> str:
    close = get_close_matches(name, names, n=1)
    return close[0] if close else ""


def _likely(file: str, files: Iterable[str]) -> list[str]:
    """Return the files that may be meant: all, or of many those in the same folder or of the same name."""
    names = sorted(files)
    if len(names) <= _MANY:
        return names
    top, last = file.partition("/")[0], _last_name(file)
    return [name for name in names if name.partition("/")[0] == top or _last_name(name) == last][:_MANY]


def _last_name(file: str) -> str:
    """Return the part of an address by which people know the page."""
    return _name(file).rpartition("/")[2]


def _origin(problem: Problem, sources: Mapping[str, str], word: str) -> str:
    """Return the source of a page, with the first line that has `word`."""
    source = sources.get(problem.page)
    if not source:
        return ""
    try:
        lines = Path(source).read_text(encoding="utf-8").splitlines() if word else []
    except (OSError, ValueError):
        lines = []
    line = next((number for number, text in enumerate(lines, 1) if word in text), None)
    return f"{shown(source)}:{line}" if line else shown(source)
