"""Where our pages stand: relative addresses, with a slash at the end, and the files behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.editorial.rules import label_slug
from plugins.procedures.catalogue import pair_slug

if TYPE_CHECKING:
    from plugins.procedures.model import ComparisonPage, Procedure
    from plugins.procedures.schema import Field

LIST = "procedures/"
FULL = "compare/"
DATA = "data/"
INDEX = f"{FULL}index.json"


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


def file_of(address: str) -> str:
    """Return the file behind an address."""
    return f"{address}index.html" if address.endswith("/") or not address else address
