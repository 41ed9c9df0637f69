"""Connects this room to Pelican's signals."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import signals

from plugins.editorial.reader import DIGESTS, HOUSE, POSTS, SHARED
from plugins.engine import FACETS, Facet, digest

if TYPE_CHECKING:
    from collections.abc import Callable

    import jinja2
    from pelican.generators import Generator

    from plugins.procedures.views import TableView

CATALOGUE = "CATALOGUE"  # setting: the Catalogue
ASSEMBLE = "ASSEMBLE"  # in the shared context: gives the post of a file its text anew, and names the facets
TABLE_TEMPLATE = "components/comparison_table.html"
PART_TEMPLATE = "components/table_part.html"
TEMPLATES = Path(__file__).with_name("templates")


def our_generator(_: object) -> Any:
    """Return the generator of our pages."""
    from plugins.procedures.generator import ProceduresGenerator

    return ProceduresGenerator


def offer_templates(generator: Generator) -> None:
    """Let Jinja find our default templates after those of the theme."""
    from jinja2 import FileSystemLoader

    generator.env.loader.loaders.append(FileSystemLoader(TEMPLATES))


def part_macros(env: jinja2.Environment) -> Any:
    """Return the macros that print the parts of tables: the theme's, or ours."""
    return env.get_template(PART_TEMPLATE).module


def table_printer(env: jinja2.Environment) -> Callable[[TableView], str]:
    """Return a function that prints a table with the theme's macro, or with ours."""

    def printed(table: TableView) -> str:
        module: Any = env.get_template(TABLE_TEMPLATE).module
        return str(module.comparison_table(table=table, root=""))

    return printed


def assemble_posts(generators: list[Generator]) -> None:
    """Give articles and pages their texts, whose marks are filled once something asks for them.

    Whoever reads a text notes that: lists of articles do not, and follow from less.
    """
    from plugins.editorial import Body
    from plugins.editorial.feeds import for_feeds
    from plugins.procedures.assembly import Assembly
    from plugins.procedures.content import Address, give_text

    first = generators[0]
    settings = first.settings
    assembly = Assembly(settings[HOUSE], settings[CATALOGUE], table_printer(first.env))
    known = first.context["generated_content"]
    facets = first.context.setdefault(FACETS, {})

    def assemble(path: str) -> tuple[str, ...]:
        post, content = settings[POSTS][path], known[path]
        content.post = replace(post, body=Body())  # what lists may read; the text notes who reads it
        known_by = partial(_text_follows_from, settings, path)  # the digests may not be complete yet
        text = Facet(known_by, partial(assembly.post, post.body))
        parts = {
            text_of(path): lambda: text.value.html,
            about_text_of(path): lambda: text.value.about,
            text_in_feeds_of(path): lambda: for_feeds(text.value.html),
        }
        named: dict[str, Facet[Any]] = {name: Facet(known_by, make, name) for name, make in parts.items()}
        facets.update(named)
        give_text(content, *named.values())
        return (*named,)

    for path, content in list(known.items()):
        if path in settings[POSTS] and content is not None:
            known[content.url] = Address(content.url)
            assemble(path)
    first.context[ASSEMBLE] = assemble


def text_of(path: str) -> str:
    """Return the name of the facet that is the text of a file, in HTML."""
    return f"text of {path}"


def about_text_of(path: str) -> str:
    """Return the name of the facet of what is told of the text of a file."""
    return f"about the text of {path}"


def text_in_feeds_of(path: str) -> str:
    """Return the name of the facet that is the text of a file as feeds have it."""
    return f"text of {path} in feeds"


def _text_follows_from(settings: Any, path: str) -> str:
    return digest([settings[SHARED], settings[DIGESTS][path]])


def register() -> None:
    """Connect (Pelican calls this once)."""
    signals.get_generators.connect(our_generator)
    signals.generator_init.connect(offer_templates)
    signals.all_generators_finalized.connect(assemble_posts)
