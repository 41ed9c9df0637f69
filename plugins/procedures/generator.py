"""Pelican's generator for procedures, comparisons and data files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from pelican.generators import Generator

from plugins.editorial.reader import DIGESTS, HOUSE, SHARED
from plugins.editorial.review import CHANGES
from plugins.engine import Facet, digest, templates_digest
from plugins.frontmatter.files import safe_join
from plugins.procedures import addresses, export, picker
from plugins.procedures.assembly import Assembly
from plugins.procedures.browse import browse_pages, site_addresses, ways_in
from plugins.procedures.content import Address, FactPage, fact_page
from plugins.procedures.decision_aid import verdicts
from plugins.procedures.decision_aid.reporting import subject_of
from plugins.procedures.digests import Digests
from plugins.procedures.on_the_body import marked_body
from plugins.procedures.paging import parts_of
from plugins.procedures.plugin import CATALOGUE, part_macros, table_printer
from plugins.procedures.query import values_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from plugins.editorial import Body
    from plugins.engine.pages.writer import QueueingWriter
    from plugins.procedures.catalogue import Catalogue
    from plugins.procedures.comparison import Comparison
    from plugins.procedures.model import ComparisonPage, Procedure
    from plugins.procedures.schema import Field

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
        return page

    def generate_output(self, writer: QueueingWriter) -> None:
        """Write everything."""
        self.assembly = Assembly(self.settings[HOUSE], self.catalogue, table_printer(self.env))
        told = self.settings[DIGESTS], self.settings[SHARED], templates_digest(self.settings)
        self.digests = Digests(self.catalogue, *told)
        self._write_procedures(writer)
        self._write_comparisons(writer)
        self._write_lists(writer)
        self._write_parts(writer)
        self._write_data(writer)

    def _write(self, writer: QueueingWriter, address: str, template: str, **values: Any) -> None:
        writer.write_file(
            addresses.file_of(address),
            self.get_template(template),
            self.context,
            self.settings["RELATIVE_URLS"],
            url=address,
            **values,
        )

    def _write_procedures(self, writer: QueueingWriter) -> None:
        for page, procedure in self.pages:
            if self._shown(procedure.status):
                self._write_procedure(writer, page, procedure)
                self._write_changes(writer, page)

    def _write_procedure(self, writer: QueueingWriter, page: FactPage, procedure: Procedure) -> None:
        pairs = [pair for pair in self.catalogue.pairs if any(one is procedure for one in pair)]
        beside = [other_of(pair, procedure) for pair in pairs]
        compared = [(addresses.of_pair(*pair), other) for pair, other in zip(pairs, beside, strict=True)]
        view = Facet(self.digests.page(procedure, beside), partial(self.assembly.procedure, procedure))
        page.text_of(view)
        made = partial(Facet, view.__fingerprint__)
        self._write(
            writer,
            page.url,
            "procedure",
            page=page,
            view=view,
            compared=made(lambda: compared),
            browse=made(lambda: _ways(procedure, self.catalogue.fields)),
            marked=made(lambda: marked_body(procedure, self.catalogue.fields)),
        )

    def _write_changes(self, writer: QueueingWriter, page: FactPage) -> None:
        """Write what has changed since the review of a procedure, where its record tells."""
        if changes := self.settings.get(CHANGES, {}).get(page.url):
            self._write(writer, addresses.of_changes(page.url), "changes", page=page, changes=changes)

    def _write_comparisons(self, writer: QueueingWriter) -> None:
        for page, item in self.comparisons:
            found = self.catalogue.picked(item.pick)
            if self._shown(item.status) and found:
                comparison = Facet(
                    self.digests.page(item, found),
                    partial(self.catalogue.comparison, item.title, item.pick),
                )
                view = self._comparison_view(comparison, item.body)
                page.text_of(view)
                self._write_comparison(writer, page.url, comparison, page, view)
        for pair in self.catalogue.pairs:
            self._write_pair(writer, pair)

    def _comparison_view(self, comparison: Facet[Comparison], body: Body | None = None) -> Facet[Any]:
        return Facet(comparison.__fingerprint__, lambda: self.assembly.comparison(comparison.value, body))

    def _write_pair(self, writer: QueueingWriter, pair: tuple[Procedure, Procedure]) -> None:
        found = self.catalogue.side_by_side(pair)
        comparison = Facet(self.digests.procedures(found), partial(self.catalogue.pair, pair))
        title = " and ".join(procedure.title for procedure in pair)
        summary = f"{title} side by side: what happens, how it may help, risks and what guidelines say."
        if found[2:]:
            summary += f" Beside them: {found[2].title}."
        page = {
            "title": title,
            "summary": summary,
            "url": addresses.of_pair(*pair),
            "content": "",
            "byline": None,
        }
        view = self._comparison_view(comparison)
        self._write_comparison(writer, addresses.of_pair(*pair), comparison, page, view)

    def _write_comparison(
        self, writer: QueueingWriter, address: str, comparison: Facet[Comparison], page: Any, view: Facet[Any]
    ) -> None:
        policies = self.settings[HOUSE].policies
        judged = Facet(
            digest([comparison.__fingerprint__, self.digests.without_a_procedure]),
            lambda: verdicts(subject_of(comparison.value, self.catalogue, policies)),
        )
        self._write(writer, address, "comparison", page=page, view=view, verdicts=judged)
        self._text(writer, f"{address}table.csv", comparison, export.table_csv)

    def _write_lists(self, writer: QueueingWriter) -> None:
        self._write(writer, addresses.LIST, "procedures")
        shown = self.catalogue.in_order
        for part in parts_of(len(shown), self.settings[PER_TABLE]):
            known = self.digests.on_common_axes(shown[part.rows])
            view = Facet(known, partial(self._full_view, part.rows))
            self._write(writer, part.url, "compare", view=view, part=part, shown=len(shown))
        for field, value, procedures in browse_pages(self.catalogue):
            found = Facet(self.digests.procedures(procedures), partial(tuple, procedures))
            address = addresses.of_value(field, value)
            self._write(writer, address, "browse", field=field, value=value, found=found)

    def _full_view(self, rows: slice) -> Any:
        return self.assembly.full(self.digests.full, rows)

    def _write_parts(self, writer: QueueingWriter) -> None:
        """Write the table of everything as a file, and what the picker needs of it."""
        if not self.catalogue.in_order:
            return
        macros = partial(part_macros, self.env)
        full = Facet(self.digests.everything, lambda: self.digests.full)
        self._text(writer, f"{addresses.FULL}table.csv", full, export.full_table_csv)
        self._text(
            writer, addresses.INDEX, full, lambda full: picker.index_json(self.catalogue, full, macros())
        )
        for number, procedure in enumerate(self.catalogue.in_order):
            part = Facet(self.digests.on_common_axes([procedure]), partial(self._part, number))
            self._text(writer, addresses.of_part(procedure), part, lambda it: picker.part_json(it, macros()))

    def _part(self, number: int) -> Any:
        return picker.part_view(self.digests.full, number, self.assembly.notes(by_row=True))

    def _write_data(self, writer: QueueingWriter) -> None:
        sources = self.settings[HOUSE].sources.records
        catalogue = Facet(self.digests.everything, lambda: self.catalogue)
        for name, text in {
            "procedures.json": lambda found: export.catalogue_json(found, sources),
            "procedures.csv": export.catalogue_csv,
            "schema.json": export.schema_json,
        }.items():
            self._text(writer, f"{addresses.DATA}{name}", catalogue, text)

    def _text(
        self, writer: QueueingWriter, address: str, of: Facet[Any], words: Callable[[Any], str]
    ) -> None:
        """Write the file at `address`: what `words` makes of a value."""
        writer.write_text(address, Facet(of.__fingerprint__, lambda: words(of.value)))

    def _shown(self, status: str) -> bool:
        """Whether a page of this status is written: drafts only where Pelican writes drafts too."""
        return status != "draft" or bool(self.settings["DRAFT_SAVE_AS"])


def other_of(pair: tuple[Procedure, Procedure], procedure: Procedure) -> Procedure:
    """Return the one of a pair that `procedure` is not."""
    return pair[1] if pair[0] is procedure else pair[0]


def _ways(procedure: Procedure, fields: Iterable[Field]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the label of each field that has pages, with the values of `procedure` and their addresses."""
    return [
        (field.label, [(value, addresses.of_value(field, value)) for value in values])
        for field in fields
        if field.browse and (values := values_of(procedure, field))
    ]
