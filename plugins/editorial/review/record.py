"""The record of a page's reviews: what was signed, in words, so that a change can be shown later.

Machine-written JSON beside the content, ``reviews/<folder>/<slug>.json``: a list of
reviews, the oldest first.
"""

from __future__ import annotations

import datetime
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from plugins.editorial.review.content import Fact, Line, Reviewed
from plugins.editorial.review.sections import Section
from plugins.frontmatter import Place, refuse
from plugins.frontmatter.files import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

KEPT = 4  # reviews of a page: more would one day be too long a file to read, and nobody compares with them
_EXPECTED = (
    "what make sign wrote; take the file from a backup, or delete it: only the list of changes is lost"
)


@dataclass(frozen=True, slots=True)
class Review:
    """A signature, and what it stands for."""

    by: str
    on: datetime.date
    fingerprint: str
    reviewed: Reviewed

    def same(self, other: Review) -> bool:
        """Whether two are one signature, given twice."""
        return (self.by, self.on, self.fingerprint) == (other.by, other.on, other.fingerprint)


def read_record(path: Path, shown: str) -> tuple[Review, ...]:
    """Return the reviews in the file `path`, called `shown` in messages.  Raises Refusal if it is damaged."""
    try:
        found = json.loads(read_text(path, shown))
        return tuple(map(_review, _list(found)))
    except json.JSONDecodeError as error:
        place = Place(shown, error.lineno, error.colno)
        raise refuse(place, "the record of reviews is damaged", expected=_EXPECTED) from None
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        raise refuse(Place(shown, 1, 1), "the record of reviews is damaged", expected=_EXPECTED) from None


def record_text(reviews: Iterable[Review]) -> str:
    """Return the record as its file has it: the same bytes for the same reviews."""
    found = [{**_json(review.reviewed), **_signature(review)} for review in reviews]
    return json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def with_review(reviews: Iterable[Review], new: Review) -> tuple[Review, ...]:
    """Return the last of `reviews` with a `new` one at the end, which stands there once."""
    return (*(review for review in reviews if not review.same(new)), new)[-KEPT:]


def reviewed_last(reviews: tuple[Review, ...], signed: str = "") -> Review | None:
    """Return the last review that bears the fingerprint `signed`, or else the last of all."""
    bearing = [review for review in reviews if review.fingerprint == signed] or [*reviews]
    return bearing[-1] if bearing else None


def _signature(review: Review) -> dict[str, str]:
    return {"by": review.by, "on": review.on.isoformat(), "fingerprint": review.fingerprint}


def _json(reviewed: Reviewed) -> dict[str, Any]:
    return {
        "facts": [asdict(fact) for fact in reviewed.facts],
        "text": [asdict(section) for section in reviewed.text],
    }


def _review(found: Any) -> Review:
    facts = tuple(_fact(fact) for fact in found["facts"])
    text = tuple(Section(_text(part["heading"]), _text(part["words"])) for part in found["text"])
    day = datetime.date.fromisoformat(found["on"])
    return Review(_text(found["by"]), day, _text(found["fingerprint"]), Reviewed(facts, text))


def _fact(found: Any) -> Fact:
    lines = tuple(Line(_text(line["words"]), tuple(map(_text, line["sources"]))) for line in found["lines"])
    return Fact(_text(found["name"]), _text(found["label"]), lines)


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
