"""Which words the rules look for: data, in the YAML files beside this one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from plugins.editorial.words.texts import runs_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_HERE = Path(__file__).parent
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # in C, where the library has it


@dataclass(frozen=True, slots=True)
class Flagged:
    """Words that promise: their pattern, what to write instead, and whether a source makes them right.

    The pattern is slow, and asked only where all words of one of the `forms` are in the text.
    """

    pattern: re.Pattern[str]
    forms: tuple[frozenset[str], ...]
    better: str
    with_source: bool

    def may_be_in(self, runs: frozenset[str]) -> bool:
        """Whether a text of these runs of letters can match."""
        return any(form <= runs for form in self.forms)


@dataclass(frozen=True, slots=True)
class Plain:
    """A long word, and the plain one for it."""

    word: str
    plain: str


def _data(name: str) -> Any:
    """Return a file of ours, every value as the text that was typed."""
    text = (_HERE / name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=_LOADER)  # noqa: S506 - gives texts, lists and mappings only


@cache
def flagged() -> tuple[Flagged, ...]:
    """Return the words that say more than a source can."""
    return tuple(
        Flagged(_pattern(entry), _words(entry["words"]), entry["better"], entry.get("with_source") == "true")
        for entry in _data("flagged.yaml")
    )


def _pattern(entry: dict[str, Any]) -> re.Pattern[str]:
    neutral = "".join(rf"(?<!\b{re.escape(before)} )" for before in entry.get("not_after", ()))
    words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in entry["words"])
    return re.compile(rf"(?<![\w-]){neutral}(?:{words})(?![\w-])", re.IGNORECASE)


def _words(forms: Iterable[str]) -> tuple[frozenset[str], ...]:
    return tuple(map(runs_of, forms))


@cache
def common_abbreviations() -> frozenset[str]:
    """Return the abbreviations that need no explanation."""
    return frozenset(_data("abbreviations.yaml"))


@dataclass(frozen=True, slots=True)
class PlainWords:
    """All long words in all their forms: their pattern, and the entry of each form.

    The pattern is slow, and asked only where one of the signs stands: of each form the longest word.
    """

    pattern: re.Pattern[str]
    entries: dict[str, Plain]
    _signs: dict[str, tuple[str, ...]]  # by a run of letters that is in each

    def signs_in(self, runs: frozenset[str]) -> list[str]:
        """Return the signs that a text of these runs of letters may hold."""
        return [sign for run in self._signs.keys() & runs for sign in self._signs[run]]


@cache
def plain_words() -> PlainWords:
    """Return the long words that have a plain one."""
    entries = {
        form: Plain(word, plain)
        for group in _data("plain.yaml")
        for word, plain in group["words"].items()
        for form in _forms(word)
    }
    longest_first = sorted(entries, key=len, reverse=True)
    words = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in longest_first)
    pattern = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)
    signs = sorted({max(form.split(), key=len) for form in entries}, key=_longest_run)
    by_run = {run: tuple(found) for run, found in groupby(signs, key=_longest_run)}
    return PlainWords(pattern, entries, by_run)


def _longest_run(word: str) -> str:
    return max(sorted(runs_of(word)), key=len)


def _forms(word: str) -> tuple[str, ...]:
    """Return a word with the regular endings of English; a phrase has none."""
    if " " in word:
        return (word,)
    if word.endswith("e"):
        return (word, f"{word}s", f"{word}d", f"{word[:-1]}ing")
    if word.endswith("y"):
        return (word, f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing")
    return (word, f"{word}s", f"{word}ed", f"{word}ing")
