"""``python -m plugins.desk check [FOLDER] [--strict] [--grades]``: all that is wrong, without building."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from plugins.desk.examine import examine
from plugins.desk.files import shown_path
from plugins.desk.grades import print_grades
from plugins.frontmatter import Severity, report


def check(folder: str, *, strict: bool, grades: bool = False) -> int:
    """Print all problems of the content in `folder`, and how hard its pages read; return the exit status."""
    path = Path(folder)
    if not path.is_dir():
        sys.stderr.write(f"{folder}: no such folder\n    expected the content folder, like content\n")
        return 1
    edition = examine(path.resolve(), shown_path(folder))
    fatal = edition.of(Severity.ERROR, *([Severity.WARNING] if strict else []))
    ending = "publish would refuse" if fatal else "nothing stands in the way of a build"
    sys.stderr.write(report(edition.problems, ending) + "\n")
    if grades:
        print_grades(path.resolve(), shown_path(folder))
    return 1 if fatal else 0


def main(arguments: list[str] | None = None) -> int:
    """Run one of the desk's commands and return its exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m plugins.desk", description="Commands for those who write."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="find everything that is wrong with the content")
    checking.add_argument("folder", nargs="?", default="content")
    checking.add_argument("--strict", action="store_true", help="warnings count as errors")
    checking.add_argument("--grades", action="store_true", help="also tell how hard each page reads")
    options = parser.parse_args(arguments)
    return check(options.folder, strict=options.strict, grades=options.grades)


if __name__ == "__main__":
    sys.exit(main())
