"""The rules for words: each takes what a file says and yields problems.  A new rule is a line in `RULES`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.editorial.limits import TooSlowError, time_limit
from plugins.editorial.words.rules.abbreviations import unexplained_abbreviations
from plugins.editorial.words.rules.figures import changing_denominators, rare_without_figure
from plugins.editorial.words.rules.plain import long_words
from plugins.editorial.words.rules.promises import promises
from plugins.editorial.words.rules.reading import hard_texts
from plugins.editorial.words.rules.sentences import long_sentences
from plugins.editorial.words.writing import Writing, read_writing
from plugins.frontmatter import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from plugins.frontmatter import Document

RULES: tuple[Callable[[Writing], Iterator[Problem]], ...] = (
    hard_texts,
    promises,
    changing_denominators,
    rare_without_figure,
    long_sentences,
    unexplained_abbreviations,
    long_words,
)


def word_problems(document: Document, known: Iterable[str] = ()) -> Iterator[Problem]:
    """Yield what the words of `document` do wrong; `known` are the terms that a glossary explains."""
    try:
        with time_limit():
            writing = read_writing(document, known)
            problems = [problem for rule in RULES for problem in rule(writing)]
    except TooSlowError:
        start, message = Place(document.path, document.line, 1), "takes too long to look at its words"
        problems = [Problem(start, message, "plainer Markdown", severity=Severity.NOTICE)]
    yield from problems
