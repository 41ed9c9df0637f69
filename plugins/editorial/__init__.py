"""What makes a text trustworthy: its sources, its people, its citations, and who the clinic is.

Reads ``sources.yaml``, ``people.yaml``, ``glossary.yaml`` and ``site.yaml``, articles and pages; turns
Markdown into safe HTML in which citations, the clinic's own details and blocks are marks that later steps
fill in; numbers the sources of a page; says what words mean.  Must not know what a procedure or a
comparison is.
"""

from typing import TYPE_CHECKING

from plugins.engine.exports import exports

if TYPE_CHECKING:
    from plugins.editorial.body import Body, read_body
    from plugins.editorial.citations import Citation
    from plugins.editorial.house import House, read_house
    from plugins.editorial.numbering import Numbering
    from plugins.editorial.posts import Article, Page, read_article, read_page

__all__ = [
    "Article",
    "Body",
    "Citation",
    "House",
    "Numbering",
    "Page",
    "read_article",
    "read_body",
    "read_house",
    "read_page",
    "register",
]

__getattr__ = exports(
    __name__,
    {
        "Article": "posts",
        "Body": "body",
        "Citation": "citations",
        "House": "house",
        "Numbering": "numbering",
        "Page": "posts",
        "read_article": "posts",
        "read_body": "body",
        "read_house": "house",
        "read_page": "posts",
    },
)


def register() -> None:
    """Connect to Pelican's signals (Pelican calls this once).

    Only here is Pelican loaded: a check of the content needs none of it.
    """
    from plugins.editorial import plugin

    plugin.register()
