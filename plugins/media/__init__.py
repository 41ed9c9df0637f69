"""What becomes of the pictures that staff put into ``content/images/``.

An original never leaves: it may tell where and when a photo was taken.  Readers get it upright, in sRGB and
without metadata, as AVIF, WebP and JPEG (PNG where it lets the page shine through) in a few widths, each
under a name with a hash of its bytes; a cache in ``.cache/media`` spares the next build the work.  SVG
drawings and PDF files are passed on as they are.  `read_original` says why a file cannot be taken; templates
print the texts of pages through ``IMAGES.pictured(...)``.  Knows no page and no clinic.
"""

from typing import TYPE_CHECKING

from plugins.engine.exports import exports

if TYPE_CHECKING:
    from plugins.media.cache import Cache
    from plugins.media.original import Document, read_original
    from plugins.media.refusal import UnfitError

__all__ = ["Cache", "Document", "UnfitError", "read_original", "register"]

__getattr__ = exports(
    __name__,
    {
        "Cache": "cache",
        "Document": "original",
        "UnfitError": "refusal",
        "read_original": "original",
    },
)


def register() -> None:
    """Connect to Pelican's signals (Pelican calls this once).

    Only here is Pelican loaded: a check of the content needs none of it.
    """
    from plugins.media import plugin

    plugin.register()
