"""The place of the checks in a run: after everything is written, before the output is replaced."""

import contextlib
import hashlib
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pelican import signals

from plugins.engine import preview
from plugins.engine.jobs import jobs
from plugins.engine.stop import Stop
from plugins.engine.verify.addresses import Site
from plugins.engine.verify.check import Contents, Known, check_output
from plugins.engine.verify.rules import Rules


class UnsoundError(SystemExit):
    """Ends a preview whose pages have problems; they have been told, and the pages may be seen."""

    output_is_whole = True


@contextlib.contextmanager
def watching() -> Iterator[list[Any]]:
    """Gather what the run in this block makes pages of: Pelican shows it only while it runs."""
    contents: list[Any] = []

    def note(generators: list[Any]) -> None:
        contents.extend(generators[0].context["generated_content"].values())

    with signals.all_generators_finalized.connected_to(note):
        yield contents


def judge(
    folder: Path,
    settings: Mapping[str, Any],
    contents: list[Any],
    last_word: SystemExit | None = None,
    digests: Mapping[str, str] | None = None,
) -> SystemExit | None:
    """Check the finished site in `folder`; answer how the run ends: `last_word`, or what stands for problems.

    `digests` are the SHA-256 of files by their paths, as many as are known.

    Raises Stop where the site is not for preview: then the last one stays.
    """
    rules = Rules.of(settings)
    known, site = Known(_cache(settings), digests or {}, jobs(settings)), Site.of(settings["SITEURL"])
    found = check_output(folder, site, rules, known, _contents(contents, settings))
    if not found:
        return last_word
    if settings.get("STRICT", True) and not preview.is_running():
        raise Stop(f"{found}.")
    sys.stderr.write(f"{found}; the preview shows them as they are\n")
    end = last_word or UnsoundError(1)
    end.add_note(str(found))  # for the page of a preview
    return end


def _cache(settings: Mapping[str, Any]) -> Path:
    """Return the file for a site of this address: preview and public site do not push each other out."""
    address = hashlib.sha256(settings["SITEURL"].encode()).hexdigest()[:12]
    return Path(settings["CACHE_PATH"]) / "engine" / f"verified-{address}.json"


def _contents(contents: list[Any], settings: Mapping[str, Any]) -> Contents:
    items = [item for item in contents if getattr(item, "source_path", None)]
    sources = {item.save_as: item.source_path for item in items if item.save_as}
    return Contents(items, settings["FORMATTED_FIELDS"], sources)
