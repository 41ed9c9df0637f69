"""Markdown to typographed, safe HTML."""

from __future__ import annotations

import re

import markdown
import nh3
from markdown.extensions import Extension
from markdown.extensions.toc import TocExtension, slugify

from plugins.editorial.blocks import CallExtension
from plugins.editorial.inline import InlineExtension
from plugins.editorial.typography import typography

_EXTENSIONS = ["abbr", "def_list", "fenced_code", "footnotes", "sane_lists", "tables"]
OWN_IDS = ("text-", "fn:", "fnref:")  # a text's own, so that none can be one of the page around it
_INLINE_ALIGNMENT = re.compile(r'(<t[dh] )style="text-align: (left|center|right);"')  # no inline style for us
_COMMENT = re.compile("<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"""<[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*+>""")
_GLOBAL = {"id", "lang", "dir", "title", "class", "role"}

# What an author's text may hold: what Markdown makes, and a few elements that it has no sign for.
_PLAIN = (
    "p br hr h2 h3 h4 h5 h6 em strong b i s sub sup small mark code pre kbd samp var ul dl dt dd div span "
    "blockquote q table thead tbody tfoot tr caption figure figcaption abbr dfn cite details summary section"
).split()
ALLOWED: dict[str, set[str]] = {
    **{tag: set() for tag in _PLAIN},
    "a": {"href"},
    "img": {"src", "alt", "width", "height", "loading", "decoding"},
    "li": {"value"},
    "ol": {"start", "type", "reversed"},
    "td": {"headers"},
    "th": {"scope", "headers", "abbr"},
    "time": {"datetime"},
}
SCHEMES = {"http", "https", "mailto", "tel"}


class Converter:
    """Turns Markdown into HTML; make one and use it for many texts."""

    def __init__(self, block_names: tuple[str, ...]) -> None:
        """Take the names of the blocks that texts may hold."""
        self.block_names = block_names
        self.markdown = self._new()

    def html(self, text: str) -> str:
        """Return the typographed HTML of a Markdown text, as the author meant it: not yet cleaned."""
        try:
            html = self.markdown.reset().convert(text)
        except BaseException:  # an interrupted one keeps half a text in its memory
            self.markdown = self._new()
            raise
        html = _INLINE_ALIGNMENT.sub(r'\1class="align-\2"', _COMMENT.sub("", html))
        return typography(_TAG.sub(_quoted_signs, html))

    def _new(self) -> markdown.Markdown:
        extensions: list[str | Extension] = [
            *_EXTENSIONS,
            InlineExtension(),
            TocExtension(slugify=_heading_id),
        ]
        if self.block_names:
            extensions.append(CallExtension(self.block_names))
        return markdown.Markdown(extensions=extensions, output_format="html")


def _heading_id(heading: str, separator: str) -> str:
    return OWN_IDS[0] + slugify(heading, separator)


def _quoted_signs(tag: re.Match[str]) -> str:
    """Write the > of an attribute as HTML's name for it: typography takes it for the end of the tag."""
    return tag[0][:-1].replace(">", "&gt;") + ">"


def converter(block_names: tuple[str, ...]) -> Converter:
    """Return a converter that knows blocks of these names."""
    return Converter(block_names)


def clean(html: str) -> str:
    """Return `html` without all that is not in `ALLOWED`: the last gate, after the check has spoken."""
    return nh3.clean(
        html,
        tags=set(ALLOWED),
        attributes={tag: attributes | _GLOBAL for tag, attributes in ALLOWED.items()},
        url_schemes=SCHEMES,
        link_rel=None,
    )


def allowed_attributes(tag: str) -> set[str]:
    """Return the attributes that the element `tag` may have."""
    return ALLOWED[tag] | _GLOBAL
