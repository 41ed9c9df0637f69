/** The table of some treatments side by side, put together from their parts: as a comparison page has it. */

import { make } from "./elements.js";
import { inSlices } from "./slices.js";
import { renumber } from "./words.js";

const ROWS = 3; // that are filled before each painting

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

/** Makes each note when it is first asked for. */
const withNotes = (table, columns) => {
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

/** Returns a function that fills the rows of a table, from the top, and numbers the signs on its way. */
const filling = (lines, columns) => {
  let number = 0;
  const fill = (line, cells) => {
    line.append(...cells.map((html, at) => cellOf(html, columns[at])));
    for (const sign of line.querySelectorAll("[popovertarget]")) renumber(sign, (number += 1));
  };
  return (wanted, then) => {
    const work = ([line, cells]) => {
      fill(line, cells);
      then(line);
    };
    return inSlices(lines, ROWS, work, wanted);
  };
};

/**
 * Returns the region of a table of which only the heads are there yet, and `fill`, which brings the cells in.
 * `columns` are entries of the index, each with its part, and `words` says what the template has in store.
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
  const lines = [];
  for (const group of new Set(shown.map((row) => row.group))) {
    const body = document.createElement("tbody");
    for (const row of shown.filter((it) => it.group === group)) {
      const differs = marks && differing.includes(row);
      const first = !body.rows.length;
      const line = make("tr", {}, rowHead(row, first, differs, words));
      line.classList.toggle("opens-group", first);
      line.classList.toggle("differs", differs);
      lines.push([line, cells.get(row)]);
      body.append(line);
    }
    table.append(body);
  }
  withNotes(table, columns);
  const attributes = { className: "table-region", role: "region", "aria-labelledby": "picked-caption", tabIndex: 0, "data-tools": "" };
  const region = make("div", { ...attributes, ariaBusy: true }, table); // until it is filled
  return { region, fill: filling(lines, columns), rows: shown.length, differing: differing.length };
};
