"""``appointment.yaml``: a sheet that readers fill in for their appointment, at /appointment/.

The file is optional; without it there is no page and no link.  `read_appointment` reads it, the theme prints
it beside the treatments of the site.  What readers mark and type never reaches this program: the page sends
nothing.  Uses frontmatter and editorial; must not know more of a procedure than that it has a title.
"""

from typing import TYPE_CHECKING

from plugins.engine.exports import exports

if TYPE_CHECKING:
    from plugins.appointment.reading import Appointment, read_appointment
    from plugins.appointment.sheet import ADDRESS, FILE, Group, Sheet

__all__ = ["ADDRESS", "FILE", "Appointment", "Group", "Sheet", "read_appointment", "register"]

__getattr__ = exports(
    __name__,
    {
        "ADDRESS": "sheet",
        "FILE": "sheet",
        "Appointment": "reading",
        "Group": "sheet",
        "Sheet": "sheet",
        "read_appointment": "reading",
    },
)


def register() -> None:
    """Connect to Pelican's signals (Pelican calls this once).

    Only here is Pelican loaded: a check of the content needs none of it.
    """
    from plugins.appointment import plugin

    plugin.register()
