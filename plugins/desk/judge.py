"""Judging what has been read: each text alone, and all of them together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from plugins.appointment import ADDRESS as APPOINTMENT
from plugins.comments import read_comments
from plugins.desk.edition import Edition
from plugins.desk.images import image_problems
from plugins.desk.links import Site, link_problems, navigation_problems, only_links_within, within
from plugins.desk.pages import blog_pages, pages_of_refused
from plugins.desk.public import images_of, unpublished
from plugins.desk.reading import COMMENTS, kinds
from plugins.desk.records import read_records
from plugins.desk.reviews import all_standings, medical_pages, review_notices, unreviewed
from plugins.editorial import House
from plugins.editorial.glossary import abbreviations, cited, with_known_sources
from plugins.editorial.house import unfilled
from plugins.editorial.posts import Article, Page
from plugins.editorial.rules import (
    body_problems,
    byline_problems,
    citation_problems,
    label_problems,
    unused_sources,
)
from plugins.editorial.words import word_problems
from plugins.frontmatter import Problem, Severity
from plugins.frontmatter.problems import in_file_order
from plugins.procedures import Catalogue
from plugins.procedures.addresses import FULL, of_changes
from plugins.procedures.browse import site_addresses
from plugins.procedures.catalogue import all_citations, asked_problems, block_problems, procedure_problems
from plugins.procedures.decision_aid.reporting import page_problems
from plugins.procedures.model import ComparisonPage, Procedure
from plugins.procedures.on_the_body import body_map_problems
from plugins.procedures.reviewed import shown_by
from plugins.procedures.rules import citations_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.desk.reading import Desk, Item
    from plugins.editorial.posts import Label

SIDE_BY_SIDE = 2  # procedures, without which a table compares nothing


def judged(desk: Desk, *, public: bool, withhold: bool) -> Edition:
    """Judge what has been read, and leave out what has errors; for the `public`, drafts too.

    To `withhold` what is not reviewed is for the public as well.
    """
    comments, found = read_comments(desk.root / COMMENTS, f"{desk.shown}/{COMMENTS}", desk.slugs["articles"])
    records, damaged = read_records(desk)
    problems = [*desk.problems, *found, *damaged, *_all_problems(desk)]
    left_out = frozenset(p.place.path for p in problems if p.severity is Severity.ERROR) & desk.files
    right = {path: item for path, item in desk.items.items() if path not in left_out}
    medical, changes = medical_pages(desk, right, records, _catalogue(desk, frozenset()))
    problems += review_notices(medical)
    gone = left_out | (unpublished(desk.items.values()) if public else frozenset())
    if public and withhold:
        gone = _without_thin_comparisons(desk, gone | unreviewed(medical))
    site = _site(desk, _catalogue(desk, gone), gone)
    if gone:
        desk.items = {path: only_links_within(site, item) for path, item in desk.items.items()}
    posts = {
        path.removeprefix(f"{desk.shown}/"): item
        for path, item in desk.items.items()
        if isinstance(item, Page) and path not in gone
    }
    catalogue = _catalogue(desk, gone)
    if not catalogue.in_order:
        site.pages.discard(FULL)
    house = within(site, desk.house) if public and withhold else desk.house
    shown_changes = {page: found for page, found in changes.items() if page in site.pages}
    return Edition(
        house=replace(house, glossary=with_known_sources(house.glossary, house.sources.records)),
        catalogue=catalogue,
        pages=frozenset(site.pages | {of_changes(page) for page in shown_changes}),
        posts=posts,
        images=_images(desk, gone),
        comments=comments,
        left_out=left_out,
        problems=tuple(in_file_order(problems)),
        medical=medical,
        standings=all_standings(medical, catalogue),
        changes=shown_changes,
        items=right,
        sheet=desk.appointment.sheet,
        withheld=_titles(desk, gone - left_out),
    )


def _without_thin_comparisons(desk: Desk, gone: frozenset[str]) -> frozenset[str]:
    """Return `gone` with the comparisons to which fewer than two procedures are left."""
    catalogue = _catalogue(desk, gone)
    thin = (page for page in catalogue.comparisons if len(shown_by(page, catalogue)) < SIDE_BY_SIDE)
    return gone | {page.path for page in thin}


def _all_problems(desk: Desk) -> Iterator[Problem]:
    """Yield what is wrong with texts, items and their links, beyond what could be seen in each file alone."""
    house, everything = desk.house, _catalogue(desk, frozenset())
    for body in desk.bodies.values():
        yield from body_problems(body, house)
        yield from block_problems(body, everything)
    for item in desk.items.values():
        yield from _item_problems(item, house, everything)
    yield from citation_problems(desk.citations, house)
    yield from citation_problems(cited(house.glossary), house)
    yield from _labels(desk)
    yield from _words(desk)
    site = _site(desk, everything, frozenset())
    site.pages.update(pages_of_refused(kinds(()), desk.refused, everything.known))
    yield from link_problems(site, desk.bodies)
    yield from image_problems(site, desk.bodies)
    yield from navigation_problems(site, house)
    unread = {problem.place.path for problem in desk.problems} & desk.files
    if not unread and not house.glossary.problems:  # what cannot be read may cite them
        used = {citation.key for item in desk.items.values() for citation in _citations(item)}
        yield from unused_sources(used | {citation.key for citation in cited(house.glossary)}, house)
    yield from unfilled(house)
    yield from body_map_problems(desk.fields)


def _words(desk: Desk) -> Iterator[Problem]:
    """Yield what is hard to read, or says too much; not of lines that are refused for something else.

    The rules are for English alone.
    """
    if desk.house.languages[0].split("-")[0] == "en":
        told = {(problem.place.path, problem.place.line) for problem in desk.problems}
        known = abbreviations(desk.house.glossary)
        for document in desk.documents:
            for problem in word_problems(document, known):
                if (problem.place.path, problem.place.line) not in told:
                    yield problem


def _catalogue(desk: Desk, left_out: frozenset[str]) -> Catalogue:
    good = [item for path, item in desk.items.items() if path not in left_out]
    procedures = {item.slug: item for item in good if isinstance(item, Procedure)}
    comparisons = tuple(item for item in good if isinstance(item, ComparisonPage))
    left_out_slugs = frozenset(desk.slugs["procedures"] - set(procedures))
    return Catalogue(desk.fields, procedures, comparisons, left_out_slugs, desk.shown)


def _site(desk: Desk, catalogue: Catalogue, left_out: frozenset[str]) -> Site:
    """Return what links can lead to, without the files that are left out."""
    posts = [item for path, item in desk.items.items() if isinstance(item, Page) and path not in left_out]
    pages = {*site_addresses(catalogue), *blog_pages(posts, desk.house)}
    if desk.appointment.has_page:
        pages.add(APPOINTMENT)
    return Site(desk.root, desk.shown, pages, desk.files - left_out, desk.images)


def _images(desk: Desk, gone: frozenset[str]) -> frozenset[str]:
    """Return the pictures that go with the site: those that its texts show or link to."""
    staying = (item for path, item in desk.items.items() if path not in gone)
    return frozenset(desk.images & images_of(staying, desk.shown))


def _titles(desk: Desk, paths: frozenset[str]) -> dict[str, str]:
    """Return the titles of the items in some files, by their addresses."""
    pages = {address: place.path for address, place in desk.addresses.items()}
    return {address: desk.items[path].title for address, path in pages.items() if path in paths}


def _citations(item: Item) -> Iterator[Any]:
    if isinstance(item, Procedure):
        yield from all_citations(item)
    else:
        yield from (citation for group in item.body.citations for citation in group)


def _item_problems(item: Item, house: House, catalogue: Catalogue) -> Iterator[Problem]:
    yield from byline_problems(item.byline, house)
    if isinstance(item, Procedure):
        yield from citation_problems(citations_of(item), house)
        yield from procedure_problems(item, catalogue)
    elif isinstance(item, ComparisonPage):
        problems = list(asked_problems(item.pick, catalogue))
        yield from problems
        if not any(problem.severity is Severity.ERROR for problem in problems):
            yield from page_problems(item, catalogue, house.policies)


def _labels(desk: Desk) -> Iterator[Problem]:
    """Yield categories and tags of articles that cannot have a page of their own."""
    articles = [item for item in desk.items.values() if isinstance(item, Article)]
    categories: dict[str, Label] = {}
    tags: dict[str, Label] = {}
    for article in articles:
        yield from label_problems([article.category], categories)
        yield from label_problems(article.tags, tags)
