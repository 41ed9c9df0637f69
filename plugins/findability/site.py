"""What all pages have in common: the site, and the clinic that publishes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from plugins.editorial.house import Detail
    from plugins.findability.script import Node

# Details of the clinic and what https://schema.org/MedicalClinic calls them.
_PROPERTIES = {
    "clinic.name": "name",
    "clinic.address": "address",
    "clinic.phone": "telephone",
    "clinic.email": "email",
}
ON_EVERY_PAGE = frozenset({"clinic.name", "clinic.address", "clinic.phone"})  # the footer has them


def origin_of(settings: Mapping[str, Any]) -> str:
    """Return the public address, or "" where links are relative: the same rule as for canonical links."""
    return "" if settings["RELATIVE_URLS"] else str(settings["SITEURL"])


@dataclass(frozen=True)
class Site:
    """The site.  `origin` is its public address without a slash at the end, or "" where it has none yet."""

    name: str
    tagline: str
    language: str
    origin: str
    details: Mapping[str, Detail]

    def url(self, address: str) -> str:
        """Return the whole address of a page, or "" while the site has none."""
        return f"{self.origin}/{address}" if self.origin else ""

    @property
    def itself(self) -> Node:
        """The site as other things refer to it."""
        return {"@type": "WebSite", "name": self.name, "url": self.url("")}

    def publisher(self, also: Collection[str] = ()) -> Node:
        """Return the clinic with those of its details that a page shows: the footer's, and `also`.

        What is empty or still an example is left out, and all of it where that is the clinic's name.
        """
        known = {
            _PROPERTIES[name]: detail.text
            for name, detail in self.details.items()
            if name in _PROPERTIES and (name in ON_EVERY_PAGE or name in also) and detail.filled
        }
        return {"@type": "MedicalClinic", "url": self.url(""), **known} if "name" in known else {}
