"""How a run ends, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.frontmatter.problems import count

if TYPE_CHECKING:
    from plugins.desk.edition import Edition


def outcome(edition: Edition, *, strict: bool, built: bool) -> str:
    """Return the last words of a report."""
    if not built:
        return "the site was not published" if strict else "the site was not built"
    if edition.errors:
        files = count(len(edition.left_out), "file")
        return f"the preview was built without {files}" if edition.left_out else "the preview is not complete"
    return "the site was built"
