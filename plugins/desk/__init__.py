"""The desk: where all content is read and judged once, for the commands of the staff and for the build.

Knows every other room of content; none of them knows it.
"""


def register() -> None:
    """Connect to Pelican's signals (Pelican calls this once).

    Only here is Pelican loaded: a check of the content needs none of it.
    """
    from plugins.desk import plugin

    plugin.register()
