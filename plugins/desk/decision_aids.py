"""What each comparison lacks as a decision aid, the pairs among them: a table for editors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.procedures.decision_aid.reporting import listed, reasons, told

if TYPE_CHECKING:
    from plugins.editorial import House
    from plugins.procedures import Catalogue


def print_decision_aids(catalogue: Catalogue, house: House) -> None:
    """Print the table to standard output, or why there is none."""
    from rich.console import Console
    from rich.table import Table

    console = Console()
    if not any(field.decision_aid for field in catalogue.fields):
        console.print("No field of fields.yaml has decision_aid: ..., so no comparison is judged.")
        return
    table = Table(title="Comparisons as decision aids (IPDAS)", title_justify="left", box=None)
    for heading in ("Page", "Meets", "Lacks"):
        table.add_column(heading, overflow="fold")
    for address, found in listed(catalogue, house.policies):
        lacking = [verdict for verdict in found if verdict.missing]
        table.add_row(f"/{address}", told(found), reasons(lacking))
    console.print(table)
