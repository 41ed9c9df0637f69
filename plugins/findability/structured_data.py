"""What each kind of page is, in the words of schema.org.

A template calls the method for its kind with what it prints, and ``base.html`` hands the result to `block`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from plugins.findability.lists import listing, trail
from plugins.findability.people import author, with_review
from plugins.findability.script import data_block
from plugins.findability.treatment import treatment
from plugins.procedures.addresses import DATA, FULL, of_procedure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from markupsafe import Markup

    from plugins.editorial.people import Person
    from plugins.editorial.posts import Byline
    from plugins.editorial.review import Standing
    from plugins.findability.lists import Entry
    from plugins.findability.script import Node
    from plugins.findability.site import Site
    from plugins.procedures.model import Procedure
    from plugins.procedures.schema import Field
    from plugins.procedures.views import HeadView

DOWNLOADS = (
    (f"{FULL}table.csv", "text/csv"),
    (f"{DATA}procedures.json", "application/json"),
    (f"{DATA}procedures.csv", "text/csv"),
)


@dataclass(frozen=True)
class StructuredData:
    """Describes the pages of `site`; `fields` say which facts go out, `people` are by their keys."""

    site: Site
    fields: tuple[Field, ...]
    people: Mapping[str, Person]

    def block(
        self,
        thing: Node,
        address: str,
        steps: Iterable[Entry] | None,
        here: str,
        standing: Standing | None = None,
    ) -> Markup:
        """Return the data of the page at `address`, which is `thing`, as HTML.

        `steps` lie between the start page and this one, which the breadcrumb calls `here`; None where the
        page shows no breadcrumb.  Of its `standing` only the review of one clinician that holds is told.
        """
        common = {
            "inLanguage": self.site.language,
            "isPartOf": None if thing["@type"] == "WebSite" else self.site.itself,
            "publisher": self.site.publisher(),
            "url": self.site.url(address),
        }
        way = [] if steps is None else [trail(self.site, steps, (here, address))]
        return data_block([{**common, **with_review(thing, standing)}, *way])

    def start(self) -> Node:
        """Return the start page: the site itself."""
        return {**self.site.itself, "description": self.site.tagline}

    def treatment(self, procedure: Procedure) -> Node:
        """Return the page of a procedure."""
        return {
            "@type": "MedicalWebPage",
            "name": procedure.title,
            "description": procedure.summary,
            "about": treatment(procedure, self.fields),
            "author": self._author(procedure.byline),
        }

    def article(self, article: Any) -> Node:
        """Return a post from Pelican's article, with which its `post` travels.

        Only what is published stands in lists; Pelican makes a draft of a post that is dated tomorrow.
        """
        post = article.post
        listed = article.status == "published"
        return {
            "@type": "BlogPosting",
            "headline": post.title,
            "description": post.summary,
            "datePublished": post.date.isoformat(),
            "dateModified": post.modified.isoformat() if post.modified else None,
            "articleSection": post.category.name if listed else None,
            "keywords": [tag.name for tag in post.tags] if listed else None,
            "author": self._author(post.byline, article.author.url if listed else ""),
        }

    def comparison(self, title: str, summary: str, byline: Byline | None, heads: Iterable[HeadView]) -> Node:
        """Return a comparison with the procedures at the `heads` of its columns."""
        return {
            "@type": "MedicalWebPage",
            "name": title,
            "description": summary,
            "about": [
                {"@type": "MedicalProcedure", "name": head.title, "url": self.site.url(head.url)}
                for head in heads
            ],
            "author": self._author(byline),
        }

    def full_table(self, title: str, lead: str) -> Node:
        """Return the page of the full table, which is a data set to be taken away."""
        files = [
            {"@type": "DataDownload", "contentUrl": self.site.url(address), "encodingFormat": media_type}
            for address, media_type in DOWNLOADS
        ]
        known = files if self.site.origin else []
        table = {"@type": "Dataset", "name": title, "description": lead, "distribution": known}
        return {"@type": "MedicalWebPage", "name": title, "mainEntity": table}

    def text(self, page: Any) -> Node:
        """Return a page from Pelican's page, with which its `post` and its text travel.

        It shows those details of the clinic that its text asks for, beside those of the footer.
        """
        post = page.post
        shown = page.about.value.details
        return {
            "@type": "WebPage",
            "name": post.title,
            "description": post.summary,
            "publisher": self.site.publisher(shown),
        }

    def plain(self, title: str) -> Node:
        """Return a page of which there is no more to tell than its name."""
        return {"@type": "WebPage", "name": title}

    def articles(self, title: str, articles: Iterable[Any]) -> Node:
        """Return a list of Pelican's articles."""
        return self._list(title, [(article.title, article.url) for article in articles])

    def labels(self, title: str, labels: Iterable[Any]) -> Node:
        """Return a list of topics, tags or authors."""
        return self._list(title, [(label.name, label.url) for label in labels])

    def treatments(self, title: str, procedures: Iterable[Procedure]) -> Node:
        """Return a list of procedures."""
        return self._list(title, [(found.title, of_procedure(found)) for found in procedures])

    def _list(self, title: str, entries: list[Entry]) -> Node:
        return {"@type": "CollectionPage", "name": title, "mainEntity": listing(self.site, entries)}

    def _author(self, byline: Byline | None, address: str = "") -> Node:
        url = self.site.url(address) if address else ""
        return author(self.people[byline.written_by[0]], url) if byline else {}
