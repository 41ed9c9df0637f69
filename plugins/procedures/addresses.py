"""Where our pages stand: relative addresses, with a slash at the end, and the files behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.editorial.rules import label_slug
from plugins.procedures.catalogue import pair_slug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plugins.procedures.model import ComparisonPage, Procedure
    from plugins.procedures.schema import Field

LIST = "procedures/"
FULL = "compare/"
DATA = "data/"
INDEX = f"{FULL}index.json"
MOST_PICKS = 4  # columns that the picker shows


def of_procedure(procedure: Procedure) -> str:
    """Return the address of a procedure's page."""
    return f"{LIST}{procedure.slug}/"


def of_full(number: int) -> str:
    """Return the address of a page of the table of everything; the first is number 1."""
    return FULL if number == 1 else f"{FULL}page/{number}/"


def of_part(procedure: Procedure) -> str:
    """Return the file from which a browser takes a procedure's column."""
    return f"{FULL}parts/{procedure.slug}.json"


def of_changes(page: str) -> str:
    """Return the address that says what has changed on a page since its review."""
    return f"{page}changes/"


def of_comparison(page: ComparisonPage) -> str:
    """Return the address of an editor's comparison."""
    return f"{FULL}{page.slug}/"


def of_pair(one: Procedure, other: Procedure) -> str:
    """Return the address of two procedures side by side."""
    return f"{FULL}{pair_slug(one, other)}/"


def of_value(field: Field, value: str) -> str:
    """Return the address of the list of procedures that have `value`."""
    return f"{LIST}{field.slug}/{label_slug(value)}/"


def source_link(procedure: Procedure) -> str:
    """Return the link that Pelican turns into the address of a procedure, from wherever it stands."""
    return "{filename}/" + of_procedure(procedure)


def of_picks(procedures: Sequence[Procedure]) -> str:
    """Return the link, in a text, to the page where a reader can put these side by side with all facts.

    What is picked there stands in the address, as theme/static/js/picks.js reads it.
    """
    slugs = ",".join(sorted(procedure.slug for procedure in procedures))
    return (
        f"{{filename}}/{FULL}?procedures={slugs}" if len(procedures) <= MOST_PICKS else f"{{filename}}/{FULL}"
    )


def file_of(address: str) -> str:
    """Return the file behind an address."""
    return f"{address}index.html" if address.endswith("/") or not address else address
