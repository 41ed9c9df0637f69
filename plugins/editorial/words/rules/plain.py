"""Long words for which there is a plain one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from plugins.editorial.words.vocabulary import plain_words
from plugins.frontmatter import Place, Problem, Severity
from plugins.frontmatter.problems import count

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from plugins.editorial.words.texts import Sentence, Text
    from plugins.editorial.words.vocabulary import Plain
    from plugins.editorial.words.writing import Writing


def long_words(writing: Writing) -> Iterator[Problem]:
    """Yield, once for each file, the long words that have a plain form, with the first of their places."""
    uses: Counter[Plain] = Counter()
    first: dict[Plain, tuple[str, str, Place]] = {}
    for text in (text for text in writing.texts if text.name != "title"):  # which is a name
        for entry, found, place in _uses(text, writing.known):
            uses[entry] += 1
            first.setdefault(entry, (text.name, found, place))
    for entry, (name, found, place) in first.items():
        times = f" ({count(uses[entry], 'time')})" if uses[entry] > 1 else ""
        message = f'"{found}" is a hard word{times}'
        yield Problem(place, message, f'"{entry.plain}"', field=name, severity=Severity.NOTICE)


def _uses(text: Text, known: frozenset[str]) -> Iterator[tuple[Plain, str, Place]]:
    plain = plain_words()
    signs = plain.signs_in(text.runs)
    for sentence in text.sentences if signs else ():
        words = sentence.text.casefold()
        if not any(sign in words for sign in signs):
            continue
        for found in plain.pattern.finditer(sentence.text):
            entry = plain.entries[" ".join(found[0].casefold().split())]
            if entry.word not in known and not (_is_name(found) or _is_explained(sentence, found)):
                yield entry, found[0], text.place_at(sentence.start + found.start())


def _is_name(found: re.Match[str]) -> bool:
    """Whether it is part of a name: a capital inside a sentence."""
    return found.start() > 0 and found[0][0].isupper()


def _is_explained(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether the plain word stands beside it in parentheses, or it in parentheses beside the plain word."""
    before, behind = sentence.text[: found.start()], sentence.text[found.end() :]
    return behind.lstrip().startswith("(") or before.rfind("(") > before.rfind(")")
