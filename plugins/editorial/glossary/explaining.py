"""Putting meanings into a text: each term where the text first uses it.

The words stay and become a button that opens a note beside them, with no script (HTML ``popover``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import escape

from plugins.editorial.glossary.running_text import running_text, words_in
from plugins.editorial.glossary.term import ADDRESS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.editorial.glossary.forms import Finder, Form
    from plugins.editorial.glossary.term import Term

_NEAR = 400  # characters of HTML around an abbreviation in which a text may say what it stands for
_OPENING = re.compile(r"<[^<>]*$")
_OURS = re.compile(
    r'<dfn class="term"><button type="button" popovertarget="[^"]*">(.*?)</button></dfn>'
    r'<span popover id="[^"]*">.*?</span>',
    re.DOTALL,
)


def explained(html: str, terms: Finder) -> str:
    """Return `html`, a text with marks, with what each term means at its first use; all else stays."""
    pieces: list[str] = []
    end = 0
    for found, form in _first_uses(html, terms):
        pieces += [html[end : found.start()], _with_meaning(found[0], form)]
        end = found.end()
    return "".join([*pieces, html[end:]])


def unexplained(html: str) -> str:
    """Return `html` as it was before `explained`, for places where no button works, such as feeds."""
    return _OURS.sub(r"\1", html)


def _first_uses(html: str, terms: Finder) -> Iterator[tuple[re.Match[str], Form]]:
    """Yield where terms stand first, but for those that the text itself explains there."""
    met: set[str] = set()
    for start, end in running_text(html):
        for found, form in terms.find(html, start, end):
            anchor = form.term.anchor
            if anchor in met:
                continue
            met.add(anchor)
            if not _explained_there(html, found, form.term):
                yield found, form


def _explained_there(html: str, found: re.Match[str], term: Term) -> bool:
    """Whether the text reads ``words that it stands for (ABC)`` or ``ABC (words that it stands for)``."""
    if not term.stands_for:
        return False
    words = re.escape(words_in(term.stands_for))
    before = words_in(html[max(0, found.start() - _NEAR) : found.start()])
    after = words_in(_OPENING.sub("", html[found.end() : found.end() + _NEAR]))
    return bool(
        re.search(rf"{words}s? ?\((?:\w+ ?){{0,3}}$", before) or re.match(rf"\((?:\w+ ){{0,4}}{words}", after)
    )


def _with_meaning(words: str, form: Form) -> str:
    term = form.term
    says = term.says if form.words == term.name.words else f"{_capital(term.name.words)}: {term.says}"
    name = escape(term.anchor)
    page = f'<a href="{{filename}}/{ADDRESS}#{name}">Glossary</a>'
    return (
        f'<dfn class="term"><button type="button" popovertarget="{name}">{words}</button></dfn>'
        f'<span popover id="{name}">{escape(says)} {page}</span>'
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
