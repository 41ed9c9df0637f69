"""The field that is drawn on a body: marked on a procedure's page, a way in elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.frontmatter import Problem, Severity
from plugins.frontmatter.problems import nearest
from plugins.procedures.fields.choices import Choices
from plugins.procedures.pictures import body_map
from plugins.procedures.pictures.body import the_body
from plugins.procedures.query import values_of

if TYPE_CHECKING:
    from markupsafe import Markup

    from plugins.procedures.model import Procedure
    from plugins.procedures.schema import Field

BODY_MAP = Choices.picture


@dataclass(frozen=True, slots=True)
class Marked:
    """A body with marks, the sentence that says the same, and the group of facts that they stand with."""

    group: str
    sentence: str
    picture: Markup


def drawn_field(fields: Iterable[Field]) -> Field | None:
    """Return the first field that is drawn on a body: a page has room for one body."""
    return next((field for field in fields if field.picture == BODY_MAP), None)


def marked_body(procedure: Procedure, fields: Iterable[Field]) -> Marked | None:
    """Return the body of a procedure's page; None where nothing of it can be drawn."""
    field = drawn_field(fields)
    if field is None:
        return None
    values = values_of(procedure, field)
    sentence = f"{field.label}: {', '.join(values)}"
    picture = body_map(values, sentence)
    return Marked(field.group, sentence, picture) if picture else None


def body_map_problems(fields: Iterable[Field]) -> Iterator[Problem]:
    """Yield the choices that the body does not have, and fields that find no room on it."""
    drawn = [field for field in fields if field.picture == BODY_MAP]
    for field in drawn[1:]:
        message = f'the body map is taken by "{drawn[0].id}", so "{field.id}" is not drawn'
        yield Problem(field.place, message, "picture: body-map for one field", severity=Severity.NOTICE)
    for field in drawn[:1]:
        yield from (_unknown(choice, field) for choice in field.type.choices if not the_body().region(choice))


def _unknown(choice: str, field: Field) -> Problem:
    message = f'the body map has no "{choice}": it is only in the list of links'
    words = [word for region in the_body().regions for word in region.words]
    names = ", ".join(region.name for region in the_body().regions)
    close = nearest(choice, words)
    return Problem(field.place, message, f"a part of the body: {names}", close, severity=Severity.NOTICE)
