"""How a build runs: one at a time, beside the output, and swapped in whole.

`PELICAN_CLASS = plugins.engine.Pelican` in the settings puts this subclass in charge of a run.
It takes a lock, lets Pelican render into a staging folder beside the output, and swaps the two by
rename once everything went well; whatever happens before leaves the last good output as it was.
It must not know what kind of site is built: no content, no field, no template is named here.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plugins.engine.run import Pelican

__all__ = ["Pelican"]


def __getattr__(name: str) -> Any:
    """Load Pelican when the class is asked for: commands that use a store or workers need none of it."""
    if name == "Pelican":
        from plugins.engine.run import Pelican

        return Pelican
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
