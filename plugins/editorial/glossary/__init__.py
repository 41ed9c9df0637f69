"""``glossary.yaml``: what words mean, said where a page first uses them, and on a page of their own.

The file is optional; without it nothing changes.  `read_glossary` reads it, `explained` puts meanings into a
text, `glossary_view` gives what the page of all terms prints.  Must not know what a page is about.
"""

from plugins.editorial.glossary.explaining import explained, unexplained
from plugins.editorial.glossary.forms import abbreviations, finder
from plugins.editorial.glossary.reading import cited, has_page, read_glossary, with_known_sources
from plugins.editorial.glossary.term import ADDRESS, Term
from plugins.editorial.glossary.view import glossary_view

__all__ = [
    "ADDRESS",
    "Term",
    "abbreviations",
    "cited",
    "explained",
    "finder",
    "glossary_view",
    "has_page",
    "read_glossary",
    "unexplained",
    "with_known_sources",
]
