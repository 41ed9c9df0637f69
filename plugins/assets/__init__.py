"""What a theme's files become on their way out: few, small, and named by their content.

A style sheet directly in ``static/css/`` leaves with all that it imports, minified.  Every file that leaves
has a hash of its bytes in its name, so that browsers may keep it for good (not with ``ASSET_HASHES = False``,
for previews: a style sheet that changes would change every page); templates take the names from
``ASSETS["css/page.css"]``.  Knows no clinic and no template.
"""

from typing import TYPE_CHECKING

from plugins.assets.plugin import register
from plugins.engine.exports import exports

if TYPE_CHECKING:
    from plugins.assets.naming import Asset, hashed
    from plugins.assets.theme import theme_assets

__all__ = ["Asset", "hashed", "register", "theme_assets"]

__getattr__ = exports(
    __name__,
    {
        "Asset": "naming",
        "hashed": "naming",
        "theme_assets": "theme",
    },
)
