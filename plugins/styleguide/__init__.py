"""Shows every component of a theme in every state, in the preview alone.

A theme's folder ``styleguide/`` holds a YAML file of samples for each of its components.  They become pages
under /styleguide/, and the tests of the components read the same files.  Knows no clinic and no component.
"""

from typing import TYPE_CHECKING

from plugins.engine.exports import exports
from plugins.styleguide.plugin import register

if TYPE_CHECKING:
    from plugins.styleguide.samples import Component, State, components

__all__ = ["Component", "State", "components", "register"]

__getattr__ = exports(
    __name__,
    {
        "Component": "samples",
        "State": "samples",
        "components": "samples",
    },
)
