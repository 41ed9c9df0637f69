"""The little that stock Pelican can't do: facts as data, tables in texts, the articles before and after."""

import json
import re
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from pelican import signals

TABLE = re.compile(
    r'<div data-compare="(?P<procedures>[^"]*)" data-fields="(?P<fields>[^"]*)"'
    r' data-caption="(?P<caption>[^"]*)">\s*</div>'
)


def set_neighbours(generator: Any) -> None:
    """Tell each article what was written before and after it."""
    for later, earlier in pairwise(generator.articles):
        earlier.later, later.earlier = later, earlier


def set_facts(generators: list[Any]) -> None:
    """Give templates the procedures with their facts, and a filter for tables within texts."""
    data = Path(generators[0].settings["PATH"]).parent / "data"
    pages = next(one.pages for one in generators if hasattr(one, "pages"))
    procedures = {page.slug: page for page in pages if hasattr(page, "facts")}
    for page in procedures.values():
        page.facts = json.loads(page.facts)
    known = {name.upper(): json.loads((data / f"{name}.json").read_bytes()) for name in ("fields", "sources")}
    for generator in (one for one in generators if hasattr(one, "env")):
        generator.context.update(known, PROCEDURES=procedures)
        macros = generator.env.get_template("tables.html").make_module(generator.context)
        generator.env.filters["with_tables"] = partial(with_tables, macros=macros)


def with_tables(text: str, macros: Any) -> str:
    """Put tables where a text asks for them."""
    return TABLE.sub(
        lambda found: str(
            macros.side_by_side(found["caption"], found["procedures"].split(","), found["fields"].split(","))
        ),
        text,
    )


def register() -> None:
    """Connect to Pelican's signals."""
    signals.article_generator_finalized.connect(set_neighbours)
    signals.all_generators_finalized.connect(set_facts)
