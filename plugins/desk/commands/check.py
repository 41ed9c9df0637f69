"""``check [FOLDER] [--strict] [--grades] [--decision-aids]``: everything that is wrong, without building."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plugins.desk.commands.reading import is_folder, read, say
from plugins.desk.decision_aids import print_decision_aids
from plugins.desk.files import shown_path
from plugins.desk.grades import print_grades
from plugins.desk.reviews import summary
from plugins.frontmatter import Severity, report

if TYPE_CHECKING:
    import argparse

HELP = "find everything that is wrong with the content"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("folder", nargs="?", default="content")
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")
    parser.add_argument("--grades", action="store_true", help="also tell how hard each page reads")
    parser.add_argument(
        "--decision-aids", action="store_true", help="also tell what each comparison lacks as a decision aid"
    )


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
    if options.grades:
        print_grades(Path(options.folder).resolve(), shown_path(options.folder))
    if options.decision_aids and edition.catalogue:
        print_decision_aids(edition.catalogue, edition.house)
    return 1 if fatal else 0
