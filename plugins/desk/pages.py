"""Which pages the site has beside those of procedures: posts, lists of posts, and the glossary."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from plugins.editorial.glossary import ADDRESS, has_page
from plugins.editorial.posts import Article
from plugins.editorial.rules import label_slug

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from plugins.desk.one_file import Kind
    from plugins.editorial import House, Page


def blog_pages(posts: Iterable[Page], house: House) -> Iterator[str]:
    """Yield the addresses of `posts`, of the lists that published articles are in, and of the glossary."""
    if has_page(house.glossary):
        yield ADDRESS
    yield from ("topics/", "tags/", "authors/")
    for post in posts:
        if post.status != "draft":
            yield f"blog/{post.slug}/" if isinstance(post, Article) else f"pages/{post.slug}/"
        if post.status == "published" and isinstance(post, Article):
            yield from _lists(post, house)


def _lists(article: Article, house: House) -> Iterator[str]:
    yield f"topics/{label_slug(article.category.name)}/"
    yield from (f"tags/{label_slug(tag.name)}/" for tag in article.tags)
    if author := house.people.records.get(article.byline.written_by[0]):
        yield f"authors/{label_slug(author.name)}/"


def pages_of_refused(
    kinds: Iterable[Kind], refused: Mapping[str, Collection[str]], procedures: Collection[str]
) -> Iterator[str]:
    """Yield the addresses that files would have if they were right, so that links to them are no mistakes.

    `refused` are their slugs by folder, `procedures` the slugs of all procedures.
    """
    for kind in kinds:
        yield from (kind.address.format(slug) for slug in refused[kind.folder])
    for pair in product(refused["procedures"], procedures):
        yield f"compare/{'-vs-'.join(sorted(pair))}/"
