"""Procedures as typed, cited facts, and the comparisons made of them.

``fields.yaml`` says which facts there are; each file in ``procedures/`` gives some; everything else follows:
pages, tables, the ``/// compare`` block, data files.  No field and no procedure is named in this code: a
clinic of another kind brings its own.  Must not know of comments, of hosting or of how a build runs.
"""

from typing import TYPE_CHECKING

from plugins.engine.exports import exports

if TYPE_CHECKING:
    from plugins.procedures.catalogue import COMPARE, Catalogue
    from plugins.procedures.comparison import Comparison, compare
    from plugins.procedures.model import ComparisonPage, Procedure
    from plugins.procedures.procedure_file import read_comparison, read_procedure
    from plugins.procedures.schema import Field, read_fields

__all__ = [
    "COMPARE",
    "Catalogue",
    "Comparison",
    "ComparisonPage",
    "Field",
    "Procedure",
    "compare",
    "read_comparison",
    "read_fields",
    "read_procedure",
    "register",
]

__getattr__ = exports(
    __name__,
    {
        "COMPARE": "catalogue",
        "Catalogue": "catalogue",
        "Comparison": "comparison",
        "ComparisonPage": "model",
        "Field": "schema",
        "Procedure": "model",
        "compare": "comparison",
        "read_comparison": "procedure_file",
        "read_fields": "schema",
        "read_procedure": "procedure_file",
    },
)


def register() -> None:
    """Connect to Pelican's signals (Pelican calls this once).

    Only here is Pelican loaded: a check of the content needs none of it.
    """
    from plugins.procedures import plugin

    plugin.register()
