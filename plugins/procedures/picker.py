"""What a reader's browser needs to put treatments side by side: an index, and a part for each procedure.

A part holds the cells of one procedure as the table of everything has them: all parts count in the same
denominators and are drawn on the same axes, so that any of them can stand side by side.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from plugins.procedures.addresses import of_comparison, of_pair, of_procedure
from plugins.procedures.drawing import drawing
from plugins.procedures.model import Missing
from plugins.procedures.query import ranks, sorts, values_of
from plugins.procedures.schema import HEADER_KEYS
from plugins.procedures.views import CellView, LineView, cell_view
from plugins.procedures.words import capital

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.procedures.catalogue import Catalogue
    from plugins.procedures.comparison import Comparison
    from plugins.procedures.model import Procedure
    from plugins.procedures.notes import Note, Notes
    from plugins.procedures.schema import Field


_NO_DATA = LineView("", capital(Missing.NO_DATA.value), "", True, "", False, (), None)  # noqa: FBT003
_NOTHING = CellView("no-data", False, "", (_NO_DATA,))  # noqa: FBT003


@dataclass(frozen=True)
class Part:
    """The cells of a procedure by the id of their row, and the notes behind their lines."""

    procedure: Procedure
    cells: dict[str, CellView]
    notes: tuple[Note, ...]


def part_view(full: Comparison, number: int, notes: Notes) -> Part:
    """Return the part of the procedure that stands in column `number` of the table of everything."""
    procedure = full.procedures[number]
    cells = {
        row.id: cell_view(row.cells[number], row, notes, procedure, drawing(row).draw) for row in full.rows
    }
    return Part(procedure, cells, notes.since(0))


def part_json(part: Part, macros: Any) -> str:
    """Return a part as its file has it; `macros` are those of the theme's table_part.html."""
    content = {
        "cells": {
            name: str(macros.part_cell(cell, part.procedure)).strip()
            for name, cell in part.cells.items()
            if cell.kind != _NOTHING.kind
        },
        "notes": {note.anchor: str(macros.part_note(note)).strip() for note in part.notes},
    }
    return json.dumps(content, ensure_ascii=False) + "\n"


def index_json(catalogue: Catalogue, full: Comparison, macros: Any) -> str:
    """Return what there is to choose, to filter and to sort by, as the file of the index has it.

    `nothing` is the cell of a treatment in a row that its part does not have.
    """
    ranked = {
        field.id: ranks(full.procedures, field) for field in catalogue.fields if sorts(full.procedures, field)
    }
    content = {
        "rows": [
            {
                "id": row.id,
                "label": row.label,
                "group": row.group,
                "help": row.help,
                "axis": drawing(row).scale,
            }
            for row in full.rows
        ],
        "filters": list(_filters(catalogue)),
        "procedures": [_entry(procedure, catalogue, ranked) for procedure in full.procedures],
        "former": catalogue.former,
        "prepared": dict(_prepared(catalogue)),
        "nothing": str(macros.part_cell(_NOTHING, {"title": ""})).strip(),
    }
    return json.dumps(content, ensure_ascii=False) + "\n"


def _entry(
    procedure: Procedure, catalogue: Catalogue, ranked: dict[str, dict[str, int | None]]
) -> dict[str, Any]:
    return {
        "slug": procedure.slug,
        "title": procedure.title,
        "also": procedure.also_called,
        "category": procedure.category,
        "approach": procedure.approach,
        "url": of_procedure(procedure),
        "filters": {
            **{key: [value] for key in HEADER_KEYS if (value := getattr(procedure, key))},
            **{field.id: values_of(procedure, field) for field in _filtering(catalogue)},
        },
        "ranks": {name: found[procedure.slug] for name, found in ranked.items()},
    }


def _prepared(catalogue: Catalogue) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the pages that compare exactly some treatments, by their slugs."""
    for pair in catalogue.pairs:
        title = " and ".join(procedure.title for procedure in pair)
        yield ",".join(sorted(p.slug for p in pair)), {"title": title, "url": of_pair(*pair)}
    for page in catalogue.comparisons:
        slugs = sorted(p.slug for p in catalogue.comparison(page.title, page.pick).procedures)
        if page.status == "published":
            yield ",".join(slugs), {"title": page.title, "url": of_comparison(page)}


def _filters(catalogue: Catalogue) -> Iterator[dict[str, Any]]:
    """Yield by what treatments can be picked, with the values that some have."""
    for key in HEADER_KEYS:
        used = {getattr(procedure, key) for procedure in catalogue.in_order} - {""}
        if values := sorted(used, key=str.casefold):
            yield {"id": key, "label": capital(key), "values": values}
    for field in _filtering(catalogue):
        used = {value for procedure in catalogue.in_order for value in values_of(procedure, field)}
        order = field.type.choices or sorted(used)
        if values := [value for value in order if value in used]:
            yield {"id": field.id, "label": field.label, "values": values}


def _filtering(catalogue: Catalogue) -> list[Field]:
    return [field for field in catalogue.fields if field.filter]
