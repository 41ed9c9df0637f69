"""Pelican's generator for procedures, comparisons and data files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pelican.generators import Generator

from plugins.editorial.reader import HOUSE
from plugins.editorial.review import CHANGES
from plugins.frontmatter.files import safe_join
from plugins.procedures import addresses, export, picker
from plugins.procedures.assembly import Assembly
from plugins.procedures.browse import browse_pages, site_addresses, ways_in
from plugins.procedures.content import Address, FactPage, fact_page
from plugins.procedures.decision_aid import verdicts
from plugins.procedures.decision_aid.reporting import subject_of
from plugins.procedures.on_the_body import marked_body
from plugins.procedures.paging import parts_of
from plugins.procedures.plugin import CATALOGUE, part_macros, table_printer
from plugins.procedures.query import values_of

if TYPE_CHECKING:
    from pelican.writers import Writer

    from plugins.procedures.catalogue import Catalogue
    from plugins.procedures.comparison import Comparison
    from plugins.procedures.model import ComparisonPage, Procedure

PUBLISHED = "published"
PER_TABLE = "PROCEDURES_PER_TABLE"  # setting: rows on a page of the table of everything


class ProceduresGenerator(Generator):
    """Makes the pages under /procedures/ and /compare/ and the files under /data/."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what Pelican gives to every generator."""
        super().__init__(*args, **kwargs)
        self.catalogue: Catalogue = self.settings[CATALOGUE]
        self.pages: list[tuple[FactPage, Any]] = []
        self.comparisons: list[tuple[FactPage, Any]] = []

    def generate_context(self) -> None:
        """Make the pages known, so that links to their files and addresses are found."""
        for procedure in self.catalogue.procedures.values():
            self.pages.append((self._page(procedure, addresses.of_procedure(procedure)), procedure))
        for page in self.catalogue.comparisons:
            self.comparisons.append((self._page(page, addresses.of_comparison(page)), page))
        for address in site_addresses(self.catalogue):
            self.context["generated_content"][address] = Address(address)
        self.context["PROCEDURES"] = self.catalogue.in_order
        self.context["PROCEDURE_GROUPS"] = self.catalogue.groups
        self.context["COMPARISONS"] = [page for page, item in self.comparisons if item.status == PUBLISHED]
        self.context["BROWSE"] = tuple(ways_in(self.catalogue))

    def _page(self, item: Procedure | ComparisonPage, address: str) -> FactPage:
        inside = self.catalogue.inside(item)
        page = fact_page(item, address, str(safe_join(self.path, inside)), self)
        self.context["generated_content"][inside] = page
        self.add_static_links(page)
        return page

    def generate_output(self, writer: Writer) -> None:
        """Write everything."""
        self.assembly = Assembly(self.settings[HOUSE], self.catalogue, table_printer(self.env))
        self._write_procedures(writer)
        self._write_comparisons(writer)
        self._write_lists(writer)
        self._write_data()

    def _write(self, writer: Writer, address: str, template: str, **values: Any) -> None:
        writer.write_file(
            addresses.file_of(address),
            self.get_template(template),
            self.context,
            self.settings["RELATIVE_URLS"],
            url=address,
            **values,
        )

    def _write_procedures(self, writer: Writer) -> None:
        for page, procedure in self.pages:
            if self._shown(procedure.status):
                view = self.assembly.procedure(procedure)
                page._content = view.html  # noqa: SLF001 - Pelican's way to set what `content` gives
                pairs = [pair for pair in self.catalogue.pairs if procedure in pair]
                compared = [(addresses.of_pair(*pair), other_of(pair, procedure)) for pair in pairs]
                browse = [
                    (
                        field.label,
                        [(value, addresses.of_value(field, value)) for value in values_of(procedure, field)],
                    )
                    for field in self.catalogue.fields
                    if field.browse and values_of(procedure, field)
                ]
                marked = marked_body(procedure, self.catalogue.fields)
                values = {"page": page, "view": view, "compared": compared, "browse": browse}
                self._write(writer, page.url, "procedure", **values, marked=marked)
                self._write_changes(writer, page)

    def _write_changes(self, writer: Writer, page: FactPage) -> None:
        """Write what has changed since the review of a procedure, where its record tells."""
        if changes := self.settings.get(CHANGES, {}).get(page.url):
            self._write(writer, addresses.of_changes(page.url), "changes", page=page, changes=changes)

    def _write_comparisons(self, writer: Writer) -> None:
        for page, item in self.comparisons:
            comparison = self.catalogue.comparison(item.title, item.pick)
            if self._shown(item.status) and comparison.procedures:
                view = self.assembly.comparison(comparison, item.body)
                page._content = view.html  # noqa: SLF001
                self._write_comparison(writer, page.url, comparison, page, view)
        for pair in self.catalogue.pairs:
            self._write_pair(writer, pair)

    def _write_pair(self, writer: Writer, pair: tuple[Procedure, Procedure]) -> None:
        comparison = self.catalogue.pair(pair)
        title = comparison.caption
        summary = f"{title} side by side: what happens, how it may help, risks and what guidelines say."
        if beside := comparison.procedures[2:]:
            summary += f" Beside them: {beside[0].title}."
        page = {
            "title": title,
            "summary": summary,
            "url": addresses.of_pair(*pair),
            "content": "",
            "byline": None,
        }
        view = self.assembly.comparison(comparison)
        self._write_comparison(writer, addresses.of_pair(*pair), comparison, page, view)

    def _write_comparison(self, writer: Writer, address: str, comparison: Any, page: Any, view: Any) -> None:
        subject = subject_of(comparison, self.catalogue, self.settings[HOUSE].policies)
        self._write(writer, address, "comparison", page=page, view=view, verdicts=verdicts(subject))
        self._write_file(f"{address}table.csv", export.table_csv(comparison))

    def _write_lists(self, writer: Writer) -> None:
        self._write(writer, addresses.LIST, "procedures")
        full = self.catalogue.full("All treatments with all facts")
        if full.procedures:
            for part in parts_of(len(full.procedures), self.settings[PER_TABLE]):
                view = self.assembly.full(full, part.rows)
                self._write(writer, part.url, "compare", view=view, part=part)
            self._write_file(f"{addresses.FULL}table.csv", export.full_table_csv(full))
            self._write_parts(full)
        for field, value, procedures in browse_pages(self.catalogue):
            address = addresses.of_value(field, value)
            self._write(writer, address, "browse", field=field, value=value, found=procedures)

    def _write_parts(self, full: Comparison) -> None:
        """Write what the picker needs."""
        macros = part_macros(self.env)
        self._write_file(addresses.INDEX, picker.index_json(self.catalogue, full, macros))
        for number, procedure in enumerate(full.procedures):
            part = picker.part_view(full, number, self.assembly.notes(by_row=True))
            self._write_file(addresses.of_part(procedure), picker.part_json(part, macros))

    def _write_data(self) -> None:
        sources = self.settings[HOUSE].sources.records
        self._write_file(f"{addresses.DATA}procedures.json", export.catalogue_json(self.catalogue, sources))
        self._write_file(f"{addresses.DATA}procedures.csv", export.catalogue_csv(self.catalogue))
        self._write_file(f"{addresses.DATA}schema.json", export.schema_json(self.catalogue))

    def _write_file(self, address: str, text: str) -> None:
        path = safe_join(self.output_path, address)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")

    def _shown(self, status: str) -> bool:
        """Whether a page of this status is written: drafts only where Pelican writes drafts too."""
        return status != "draft" or bool(self.settings["DRAFT_SAVE_AS"])


def other_of(pair: tuple[Procedure, Procedure], procedure: Procedure) -> Procedure:
    """Return the one of a pair that `procedure` is not."""
    return pair[1] if pair[0] is procedure else pair[0]
