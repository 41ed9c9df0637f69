"""The desk: where all content is read and judged once, for the commands of the staff and for the build.

Knows every other room of content; none of them knows it.
"""

from plugins.desk.edition import Edition
from plugins.desk.examine import examine

__all__ = ["Edition", "examine", "register"]


def register() -> None:
    """Connect to Pelican's signals (Pelican calls this once).

    Only here is Pelican loaded: a check of the content needs none of it.
    """
    from plugins.desk import gate

    gate.register()
