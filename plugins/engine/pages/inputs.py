"""What a file followed from, as one digest: equal as long as writing it again would change nothing."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from plugins.engine.pages.facet import FACETS, facet_named
from plugins.engine.pages.fingerprint import Fingerprints, OpaqueError, digest
from plugins.engine.pages.recording import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from plugins.engine.pages.job import Job, Template

FINGERPRINTS = "FINGERPRINTS"
"""In the shared context: fingerprints of values there by their names, told by plugins that know them."""
_ABSENT = "nothing of this name"


class Inputs:
    """Digests of what jobs read, in one run.

    `environment` is what every file follows from: settings, versions, the program.  `of_template` gives the
    digest of a template with all that it includes.
    """

    def __init__(
        self, fingerprints: Fingerprints, environment: str, of_template: Callable[[Template], str]
    ) -> None:
        self._fingerprints = fingerprints
        self._environment = environment
        self._of_template = of_template
        self._shared: dict[tuple[int, tuple[str, ...]], str] = {}

    def before(self, job: Job) -> None:
        """Look at the template of a job that will print it: it may be saved again at any moment."""
        with suppress(OpaqueError):
            if job.template:
                self._of_template(job.template)

    def digest(self, job: Job, names: Iterable[str]) -> str | None:
        """Return the digest of what `job` reads when it reads `names`; None where that cannot be told."""
        own = job.own
        shared = tuple(name for name in names if name not in own)
        try:
            return digest((
                self._environment,
                self._of_template(job.template) if job.template else "",
                self._of_shared(job.shared, shared),
                *(self._fingerprints.of(own[name]) for name in names if name in own),
            ))  # fmt: skip
        except OpaqueError:
            return None

    def _of_shared(self, values: Mapping[str, Any], names: tuple[str, ...]) -> str:
        known = self._shared.get((id(values), names))
        if known is None:
            known = digest(self._of_one(values, name) for name in names)
            self._shared[id(values), names] = known
        return known

    def _of_one(self, values: Mapping[str, Any], name: str) -> str:
        if name == EVERYTHING:
            raise OpaqueError(name)
        if of_facet := facet_named(name):
            facet = values.get(FACETS, {}).get(of_facet)
            return facet.__fingerprint__ if facet else _ABSENT
        told = values.get(FINGERPRINTS, {}).get(name)
        return told or (self._fingerprints.of(values[name]) if name in values else _ABSENT)
