"""How a build runs: one at a time, beside the output, and swapped in whole.

`PELICAN_CLASS = plugins.engine.Pelican` in the settings puts this subclass in charge of a run.
It takes a lock, lets Pelican render into a staging folder beside the output, and swaps the two by
rename once everything went well; whatever happens before leaves the last good output as it was.
It must not know what kind of site is built: no content, no field, no template is named here.
"""

from typing import TYPE_CHECKING

from plugins.engine.exports import exports

if TYPE_CHECKING:
    from plugins.engine.again import RENEW
    from plugins.engine.corrections import CORRECTIONS, Correction, Edits
    from plugins.engine.pages.facet import FACETS, Facet
    from plugins.engine.pages.fingerprint import Fingerprints, digest
    from plugins.engine.pages.folders import folder_digest, templates_digest
    from plugins.engine.pages.inputs import FINGERPRINTS
    from plugins.engine.run import Pelican

__all__ = [
    "CORRECTIONS",
    "FACETS",
    "FINGERPRINTS",
    "RENEW",
    "Correction",
    "Edits",
    "Facet",
    "Fingerprints",
    "Pelican",
    "digest",
    "folder_digest",
    "templates_digest",
]

__getattr__ = exports(
    __name__,
    {
        "CORRECTIONS": "corrections",
        "Correction": "corrections",
        "Edits": "corrections",
        "FINGERPRINTS": "pages.inputs",
        "RENEW": "again",
        "FACETS": "pages.facet",
        "Facet": "pages.facet",
        "Fingerprints": "pages.fingerprint",
        "Pelican": "run",
        "digest": "pages.fingerprint",
        "folder_digest": "pages.folders",
        "templates_digest": "pages.folders",
    },
)
