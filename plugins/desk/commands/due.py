"""``due [FOLDER]``: what clinicians must review, by date, as a table and as a calendar file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.desk.commands.reading import is_folder, read, say
from plugins.desk.reviews import SOON
from plugins.desk.save import save
from plugins.editorial.review import State
from plugins.editorial.review.days import today
from plugins.frontmatter import report

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from plugins.desk.reviews import MedicalPage

HELP = "list what clinicians must review, with dates, and write a calendar file"
SOMETHING_IS_DUE = 3
STATUS = f"""exit status:
  0    nothing must be reviewed now
  {SOMETHING_IS_DUE}    something must: a page was never reviewed, has changed since, or is overdue
  1    the content has problems, or the calendar cannot be written"""
_WIDE = 160  # characters in a line where no terminal says how many fit


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.epilog = STATUS
    parser.add_argument("folder", nargs="?", default="content")
    parser.add_argument(
        "--within", type=int, default=SOON, metavar="DAYS", help=f"called soon, and reminded of ({SOON})"
    )
    parser.add_argument(
        "--calendar", default="due.ics", metavar="FILE", help="the calendar file to write (due.ics)"
    )


def run(options: argparse.Namespace) -> int:
    """Print the table and write the calendar; the status says whether something must be reviewed now."""
    if not is_folder(options.folder):
        return 1
    edition = read(options.folder)
    if edition.errors:
        say(report(edition.errors, "what is due is known when these are mended"))
        return 1
    pages = in_order(page for page in edition.medical if page.public)
    failed = _write_calendar(pages, Path(options.calendar), options.within)
    _print_table(pages, options.within)
    if failed:
        say(f"{options.calendar}: {failed}; the calendar was not written")
        return 1
    dated = sum(page.standing.reviewed for page in pages)
    print(f"{options.calendar}: {dated} of {len(pages)} pages have a date; import it into your calendar")
    return 0 if all(page.standing.state is State.CURRENT for page in pages) else SOMETHING_IS_DUE


def due_words(page: MedicalPage) -> str:
    """Return the day on which the next review is due; what has changed must be reviewed now."""
    return "now" if page.standing.changed else str(page.standing.due or "-")


def in_order(pages: Iterable[MedicalPage]) -> list[MedicalPage]:
    """Return pages by the day on which they are due: what has changed first, what is not reviewed last."""
    rank = {State.CHANGED: 0, State.UNREVIEWED: 2}
    return sorted(pages, key=lambda p: (rank.get(p.standing.state, 1), str(p.standing.due), p.name))


def state_words(page: MedicalPage, within: int) -> str:
    """Return where a page stands, in a word or two."""
    return "due soon" if page.standing.due_within(within, today()) else page.standing.state.value


def _print_table(pages: list[MedicalPage], within: int) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("Due", "State", "Page", "Reviewed", "By"):
        table.add_column(name, overflow="fold", no_wrap=name in {"Due", "Reviewed"})
    for page in pages:
        stands = page.standing
        by = stands.reviewer.name if stands.reviewer else "-"
        table.add_row(due_words(page), state_words(page, within), page.name, str(stands.on or "-"), by)
    console = Console(width=None if sys.stdout.isatty() else _WIDE, highlight=False, markup=False)
    console.print(table)


def _write_calendar(pages: list[MedicalPage], path: Path, within: int) -> str:
    """Write the calendar; return why it could not be, or ""."""
    from plugins.desk.due_calendar import calendar_bytes

    try:
        save(path, calendar_bytes(pages, within))
    except OSError as error:
        return error.strerror or "an error of the system"
    return ""
