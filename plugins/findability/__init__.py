"""What search engines and other programs are told of each page: never more than the page shows its readers.

A page's template asks `StructuredData` for what its page is; ``base.html`` prints that as JSON-LD in the
words of schema.org.  Uses the public data of procedures and editorial.  Must not know how a build runs, and
no field and no procedure by name: ``schema_org:`` in ``fields.yaml`` says which fact is which property.
"""

from typing import TYPE_CHECKING

from plugins.engine.exports import exports

if TYPE_CHECKING:
    from plugins.findability.script import data_block
    from plugins.findability.site import Site
    from plugins.findability.structured_data import StructuredData

__all__ = ["Site", "StructuredData", "data_block", "register"]

__getattr__ = exports(
    __name__,
    {
        "Site": "site",
        "StructuredData": "structured_data",
        "data_block": "script",
    },
)


def register() -> None:
    """Connect to Pelican's signals (Pelican calls this once).

    Only here is Pelican loaded: a check of the content needs none of it.
    """
    from plugins.findability import plugin

    plugin.register()
