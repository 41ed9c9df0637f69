"""Judging what has been read: each text alone, and all of them together."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from plugins.appointment import ADDRESS as APPOINTMENT
from plugins.comments import read_comments
from plugins.desk.edition import Edition
from plugins.desk.images import image_problems, pictures_in
from plugins.desk.links import (
    Site,
    leads_out,
    link_problems,
    navigation_problems,
    only_links_within,
    within,
)
from plugins.desk.one_file import Item, Text, kinds
from plugins.desk.pages import blog_pages, pages_of_refused
from plugins.desk.public import unpublished
from plugins.desk.reading import COMMENTS
from plugins.desk.records import read_records
from plugins.desk.reviews import all_standings, medical_pages, review_notices, unreviewed
from plugins.desk.waiting import waiting
from plugins.editorial import House
from plugins.editorial.glossary import cited, with_known_sources
from plugins.editorial.house import unfilled
from plugins.editorial.posts import Article, Page
from plugins.editorial.rules import (
    body_problems,
    byline_problems,
    citation_problems,
    label_problems,
    unused_sources,
)
from plugins.frontmatter import Problem, Severity
from plugins.frontmatter.problems import in_file_order
from plugins.procedures import Catalogue
from plugins.procedures.addresses import FULL, of_changes
from plugins.procedures.browse import site_addresses
from plugins.procedures.catalogue import asked_problems, block_problems, procedure_problems
from plugins.procedures.decision_aid.reporting import page_problems
from plugins.procedures.model import ComparisonPage, Procedure
from plugins.procedures.on_the_body import body_map_problems
from plugins.procedures.reviewed import shown_by
from plugins.procedures.rules import citations_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.desk.one_file import Outline
    from plugins.desk.reading import Desk
    from plugins.editorial.posts import Label

SIDE_BY_SIDE = 2  # procedures, without which a table compares nothing


def judged(desk: Desk, said: str, *, public: bool, withhold: bool) -> Edition:
    """Judge what has been read, and leave out what has errors; for the `public`, drafts too.

    To `withhold` what is not reviewed is for the public as well.  `said` is a digest of what is no item.
    """
    comments, found = read_comments(desk.root / COMMENTS, f"{desk.shown}/{COMMENTS}", desk.slugs["articles"])
    records, damaged = read_records(desk)
    everything, whole = _made_of(desk, frozenset())
    problems = [*desk.problems, *found, *damaged, *_all_problems(desk, everything, whole)]
    left_out = frozenset(p.place.path for p in problems if p.severity is Severity.ERROR) & desk.files
    right = {path: item for path, item in desk.items.items() if path not in left_out}
    medical, changes = medical_pages(desk, right, records, everything)
    problems += review_notices(medical)
    gone = left_out | (unpublished(desk.items.values()) if public else frozenset())
    if public and withhold:
        gone = _without_thin_comparisons(desk, gone | unreviewed(medical))
    catalogue, site = _remaining(desk, gone) if gone else (everything, whole)
    if not catalogue.in_order:
        site.pages.discard(FULL)
    house = desk.shared.house
    if public and withhold:
        house = within(site, house)
        said = sha256(f"{said} {sorted(site.pages)}".encode()).hexdigest()
    inside = partial(_inside, desk)
    shown_changes = {page: found for page, found in changes.items() if page in site.pages}
    return Edition(
        house=replace(house, glossary=with_known_sources(house.glossary, house.sources.records)),
        catalogue=catalogue,
        pages=frozenset(site.pages | {of_changes(page) for page in shown_changes}),
        posts={inside(post.path): post for post in _posts(desk, gone)},
        images=_images(desk, gone),
        comments=comments,
        left_out=left_out,
        problems=tuple(in_file_order(problems)),
        medical=medical,
        standings=all_standings(medical, catalogue),
        changes=shown_changes,
        items=right,
        sheet=desk.shared.appointment.sheet,
        digests={inside(path): digest for path, digest in desk.digests.items()},
        heads={inside(path): desk.readings[path].head for path in desk.digests},
        references={inside(path): _outline(desk, path).references for path in desk.digests},
        shared=said,
        withheld=_titles(desk, gone - left_out),
        waiting=() if public else tuple(waiting(right, desk.shown)),
    )


def _made_of(desk: Desk, gone: frozenset[str]) -> tuple[Catalogue, Site]:
    """Return the procedures of a site without the files that are `gone`, and what its links can lead to."""
    catalogue = _catalogue(desk, gone)
    return catalogue, _site(desk, catalogue, gone)


def _remaining(desk: Desk, gone: frozenset[str]) -> tuple[Catalogue, Site]:
    """Return what is made of what remains, in which no link leads to what is `gone`."""
    _, site = _made_of(desk, gone)
    _unlink(desk, site)
    return _catalogue(desk, gone), site


def _inside(desk: Desk, path: str) -> str:
    """Return the path of a file inside the content folder."""
    return path.removeprefix(f"{desk.shown}/")


def _posts(desk: Desk, gone: frozenset[str]) -> list[Page]:
    return [item for path, item in desk.items.items() if isinstance(item, Page) and path not in gone]


def _unlink(desk: Desk, site: Site) -> None:
    """Make those links plain that lead to what `site` leaves out; their texts are other texts then."""
    for path, item in desk.items.items():
        if leads_out(site, path, _outline(desk, path).references):
            desk.items[path] = changed = only_links_within(site, item)
            text = f"{desk.digests[path]} {changed.body.html}"
            desk.digests[path] = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _without_thin_comparisons(desk: Desk, gone: frozenset[str]) -> frozenset[str]:
    """Return `gone` with the comparisons to which fewer than two procedures are left."""
    catalogue = _catalogue(desk, gone)
    thin = (page for page in catalogue.comparisons if len(shown_by(page, catalogue)) < SIDE_BY_SIDE)
    return gone | {page.path for page in thin}


def _all_problems(desk: Desk, everything: Catalogue, site: Site) -> Iterator[Problem]:
    """Yield what is wrong with texts, items and their links, beyond what could be seen in each file alone."""
    house = desk.shared.house
    texts = [Text(path, r.outline.references, r.body) for path, r in desk.readings.items() if r.body]
    yield from _missing(texts, house)
    for text in texts:
        if text.references.blocks:
            yield from block_problems(text.body, everything)
    for path, item in desk.items.items():
        yield from _item_problems(item, _outline(desk, path), house, everything)
    refused = (citation for reading in desk.readings.values() for citation in reading.outline.cited)
    yield from citation_problems(refused, house)
    yield from citation_problems(cited(house.glossary), house)
    yield from _labels(desk)
    yield from _words(desk)
    meant = pages_of_refused(kinds(()), desk.refused, everything.known)
    site = replace(site, pages=site.pages.union(meant))
    yield from link_problems(site, texts)
    yield from image_problems(site, texts)
    yield from navigation_problems(site, house)
    unread = {problem.place.path for problem in desk.problems} & desk.files
    if not unread and not house.glossary.problems:  # what cannot be read may cite them
        yield from unused_sources(_used_sources(desk), house)
    yield from unfilled(house)
    yield from body_map_problems(desk.shared.fields)


def _outline(desk: Desk, path: str) -> Outline:
    return desk.readings[path].outline


def _missing(texts: Iterable[Text], house: House) -> Iterator[Problem]:
    """Yield what texts refer to and the house does not have; only those that do are taken apart."""
    sources, details = frozenset(house.sources.records), frozenset(house.details)
    for text in texts:
        refs = text.references
        there = sources.issuperset(refs.sources) and details.issuperset(refs.details)
        if not there or not sources.isdisjoint(refs.loose):
            yield from body_problems(text.body, house)


def _used_sources(desk: Desk) -> set[str]:
    """Return the keys of all sources that anything cites."""
    outlines = [_outline(desk, path) for path in desk.items]
    used = {key for outline in outlines for key in (*outline.sources, *outline.references.sources)}
    return used | {citation.key for citation in cited(desk.shared.house.glossary)}


def _words(desk: Desk) -> Iterator[Problem]:
    """Yield what is hard to read, or says too much; not of lines that are refused for something else."""
    told = {(problem.place.path, problem.place.line) for problem in desk.problems}
    for reading in desk.readings.values():
        for problem in reading.outline.flaws.words:
            if (problem.place.path, problem.place.line) not in told:
                yield problem


def _catalogue(desk: Desk, left_out: frozenset[str]) -> Catalogue:
    good = [item for path, item in desk.items.items() if path not in left_out]
    procedures = {item.slug: item for item in good if isinstance(item, Procedure)}
    comparisons = tuple(item for item in good if isinstance(item, ComparisonPage))
    left_out_slugs = frozenset(desk.slugs["procedures"] - set(procedures))
    return Catalogue(desk.shared.fields, procedures, comparisons, left_out_slugs, desk.shown)


def _site(desk: Desk, catalogue: Catalogue, left_out: frozenset[str]) -> Site:
    """Return what links can lead to, without the files that are left out."""
    pages = {*site_addresses(catalogue), *blog_pages(_posts(desk, left_out), desk.shared.house)}
    if desk.shared.appointment.has_page:
        pages.add(APPOINTMENT)
    return Site(desk.root, desk.shown, pages, desk.files - left_out, desk.images)


def _images(desk: Desk, gone: frozenset[str]) -> frozenset[str]:
    """Return the pictures that go with the site: those that its texts show or link to."""
    used: set[str] = set()
    for path, item in desk.items.items():
        if path not in gone:
            used |= pictures_in(Text(path, _outline(desk, path).references, item.body), desk.shown)
    return frozenset(desk.images & used)


def _titles(desk: Desk, paths: frozenset[str]) -> dict[str, str]:
    """Return the titles of the items in some files, by their addresses."""
    pages = {address: place.path for address, place in desk.addresses.items()}
    return {address: desk.items[path].title for address, path in pages.items() if path in paths}


def _item_problems(item: Item, outline: Outline, house: House, catalogue: Catalogue) -> Iterator[Problem]:
    yield from byline_problems(item.byline, house)
    if isinstance(item, Procedure):
        if any(key not in house.sources.records for key in outline.sources):
            yield from citation_problems(citations_of(item), house)
        yield from outline.flaws.facts
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
