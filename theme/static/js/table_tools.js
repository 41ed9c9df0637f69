/** Working with one comparison: which rows show, its link, its file. The page is whole without it. */

import { announce } from "./announce.js";
import { csvOf, save } from "./csv.js";
import { painted } from "./slices.js";
import { say, wordsOf } from "./words.js";

/** Lets the name of a group stand at the first of its rows that shows. */
const keepGroupNames = (table) => {
  for (const body of table.tBodies) {
    const name = body.querySelector(".group");
    const first = [...body.rows].find((row) => !row.hidden);
    if (!name || !first || first.contains(name)) continue;
    name.closest("tr").classList.remove("opens-group");
    first.classList.add("opens-group");
    first.cells[0].prepend(name, " ");
  }
};

/** Returns the words of all that shows: the heads, then row by row. */
export const shownWords = (table) =>
  [...table.rows]
    .filter((row) => !row.hidden)
    .map((row) => [...row.cells].filter((cell) => !cell.hidden).map(wordsOf));

const labelOf = (row) => row.querySelector(".label").textContent;

const rowChoice = (row, change) => {
  const label = document.createElement("label");
  const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: true });
  box.addEventListener("change", () => change(row, box.checked));
  label.append(box, ` ${labelOf(row)}`);
  return label;
};

const rowChoices = (table, change) =>
  [...table.tBodies].map((body) => {
    const group = document.createElement("fieldset");
    const legend = document.createElement("legend");
    legend.textContent = body.querySelector(".group").textContent;
    group.append(legend, ...[...body.rows].map((row) => rowChoice(row, change)));
    return group;
  });

const copyLink = async (button) => {
  const address = location.href;
  try {
    await navigator.clipboard.writeText(address);
    announce(button.dataset.done);
    button.textContent = button.dataset.done;
  } catch {
    // Not allowed to write there: show the address, to be copied by hand.
    const field = Object.assign(document.createElement("input"), { value: address, readOnly: true });
    field.setAttribute("aria-label", button.textContent);
    button.replaceWith(field);
    field.select();
  }
};

/** Adds the tools to the region of a comparison, once. */
export const enhance = (region) => {
  const template = document.querySelector("template[data-table-tools]");
  if (!template || region.previousElementSibling?.matches(".tools")) return;
  const tools = template.content.firstElementChild.cloneNode(true);
  const tool = (name) => tools.querySelector(`[data-tool="${name}"]`);
  const table = region.querySelector("table");
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  const differing = rows.filter((row) => row.matches(".differs")).length;
  const hidden = new Set();
  const [only, count] = [tool("differing"), tool("count")];

  const shows = (row) => !hidden.has(row) && (!only.checked || row.matches(".differs"));
  const countRows = () => {
    const shown = rows.filter(shows).length;
    count.textContent = say(count.dataset.words, { shown, all: rows.length });
    tool("all").hidden = shown === rows.length;
  };
  /** Tells how many rows show, lets the reader see it, and only then has the table laid out anew. */
  const update = async () => {
    countRows();
    await painted();
    for (const row of rows) row.hidden = !shows(row);
    keepGroupNames(table);
    announce(count.textContent);
  };
  const change = (row, on) => {
    if (on) hidden.delete(row);
    else hidden.add(row);
    update();
  };

  tool("rows").append(...rowChoices(table, change));
  const marked = differing > 0 && differing < rows.length;
  only.closest("label").hidden = !marked;
  tool("differing-words").textContent = say(tool("differing-words").dataset.words, {
    differing,
    all: rows.length,
  });
  only.addEventListener("change", update);
  tool("all").addEventListener("click", () => {
    hidden.clear();
    only.checked = false;
    for (const box of tool("rows").querySelectorAll("input")) box.checked = true;
    update();
    count.focus();
  });
  tool("copy").addEventListener("click", ({ currentTarget }) => copyLink(currentTarget));
  tool("csv").addEventListener("click", () => save("comparison.csv", csvOf(shownWords(table))));
  countRows();
  region.before(tools);
};

for (const region of document.querySelectorAll("[data-tools]")) enhance(region);
