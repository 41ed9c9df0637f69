"""``check [FOLDER] [--strict]``: everything that is wrong, without building."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.desk.commands.reading import is_folder, read, say
from plugins.desk.reviews import summary
from plugins.frontmatter import Severity, report

if TYPE_CHECKING:
    import argparse

HELP = "find everything that is wrong with the content"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("folder", nargs="?", default="content")
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")


def run(options: argparse.Namespace) -> int:
    """Print all problems of the content; where nothing is in the way, how many reviews are missing too."""
    if not is_folder(options.folder):
        return 1
    edition = read(options.folder)
    fatal = edition.of(Severity.ERROR, *([Severity.WARNING] if options.strict else []))
    ending = "publish would refuse" if fatal else "nothing stands in the way of a build"
    say(report(edition.problems, ending))
    if not fatal and (reviews := summary(edition.medical)):
        print(f"reviews: {reviews}")
    return 1 if fatal else 0
