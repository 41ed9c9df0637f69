/** The table of some treatments side by side, put together from their parts: as a comparison page has it. */

import { make } from "./elements.js";
import { renumber } from "./words.js";

const SIGN = /<span class="note-sign">.*?<\/button><\/span>|data-label="[^"]*"/g;

/** Whether the cells of a row say different things, their notes apart. */
const differ = (cells) => new Set(cells.map((html) => html.replace(SIGN, ""))).size > 1;

const cellOf = (html, column) => {
  const row = document.createElement("tr");
  row.innerHTML = html; // our own file, made by the macro that prints the tables
  const [cell] = row.cells;
  cell.dataset.label = column.title;
  for (const sign of cell.querySelectorAll("[popovertarget]")) {
    sign.dataset.key = sign.id;
    sign.id = `${column.slug}-${sign.id}`;
    sign.setAttribute("popovertarget", `note-${sign.id}`);
  }
  return cell;
};

const headOf = (column, base) =>
  make(
    "th",
    { scope: "col" },
    make("a", { href: new URL(`../${column.url}`, base).href }, column.title),
    ...(column.approach ? [" ", make("small", {}, column.approach[0].toUpperCase() + column.approach.slice(1))] : []),
  );

const rowHead = (row, first, differs, words) => {
  const head = make("th", { scope: "row" });
  if (first) head.append(make("span", { className: "group" }, row.group), " ");
  head.append(make("span", { className: "label" }, row.label));
  if (differs) head.append(make("span", { className: "hidden" }, words("differs")));
  for (const more of [row.help, row.axis && words("bars", row)]) {
    if (more) head.append(" ", make("small", {}, more));
  }
  return head;
};

/** Returns the caption: what stands side by side, and how rows that differ are marked. */
const captionOf = (title, differing, rows, words) => {
  const line = make("span", {}, make("span", { id: "picked-caption" }, title));
  if (differing) line.append(" ", make("small", {}, words(differing < rows ? "marks" : "allDiffer", { differing, rows })));
  return make("caption", {}, line);
};

/** Numbers the signs of a table in its order, and makes each note when it is first asked for. */
const withNotes = (table, columns) => {
  const signs = [...table.querySelectorAll("[popovertarget]")];
  for (const [at, sign] of signs.entries()) renumber(sign, at + 1);
  table.addEventListener("click", ({ target }) => {
    const sign = target.closest("[popovertarget]");
    const id = sign?.getAttribute("popovertarget");
    if (!sign || document.getElementById(id)) return;
    const column = columns[sign.closest("td").cellIndex - 1];
    const note = make("div", { id, className: "note", popover: "auto" });
    note.innerHTML = column.part.notes[sign.dataset.key];
    note.querySelector("b").textContent = sign.textContent;
    table.parentElement.after(note);
  });
};

/**
 * Returns the region of a table; `columns` are entries of the index, each with its part, and `words` says what
 * the template has in store.
 * Rows that no column has anything to say in are left out.
 */
export const sideBySide = (columns, { rows, nothing }, base, title, words) => {
  const shown = rows.filter((row) => columns.some(({ part }) => row.id in part.cells));
  const cells = new Map(shown.map((row) => [row, columns.map(({ part }) => part.cells[row.id] ?? nothing)]));
  const differing = shown.filter((row) => differ(cells.get(row)));
  const marks = differing.length < shown.length;
  const table = make(
    "table",
    { className: "comparison", id: "picked" },
    captionOf(title, differing.length, shown.length, words),
    make("thead", {}, make("tr", {}, make("th", { scope: "col" }, make("span", {}, words("fact"))), ...columns.map((it) => headOf(it, base)))),
  );
  for (const group of new Set(shown.map((row) => row.group))) {
    const body = document.createElement("tbody");
    for (const row of shown.filter((it) => it.group === group)) {
      const differs = marks && differing.includes(row);
      const first = !body.rows.length;
      const line = make("tr", {}, rowHead(row, first, differs, words));
      line.classList.toggle("opens-group", first);
      line.classList.toggle("differs", differs);
      line.append(...cells.get(row).map((html, at) => cellOf(html, columns[at])));
      body.append(line);
    }
    table.append(body);
  }
  withNotes(table, columns);
  const attributes = { className: "table-region", role: "region", "aria-labelledby": "picked-caption", tabIndex: 0, "data-tools": "" };
  return { region: make("div", attributes, table), rows: shown.length, differing: differing.length };
};
