"""Field types: one file each, each a small class that reads, orders, compares and shows one kind of value.

A type never sees a missing value: `Missing` is handled once, for all types, by those who call it.
A new type is a new file and an entry in `TYPES`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plugins.procedures.fields.choice import Choice
from plugins.procedures.fields.choices import Choices
from plugins.procedures.fields.count import Count
from plugins.procedures.fields.duration import Duration
from plugins.procedures.fields.frequency import Frequency
from plugins.procedures.fields.list_of_texts import ListOfTexts
from plugins.procedures.fields.money import Money
from plugins.procedures.fields.percent import Percent
from plugins.procedures.fields.text import Text
from plugins.procedures.fields.yes_no import YesNo

if TYPE_CHECKING:
    from plugins.procedures.fields.base import FieldType

TYPES: dict[str, type[FieldType[Any]]] = {
    "text": Text,
    "choice": Choice,
    "choices": Choices,
    "yes_no": YesNo,
    "count": Count,
    "duration": Duration,
    "frequency": Frequency,
    "percent": Percent,
    "money": Money,
    "list": ListOfTexts,
}
