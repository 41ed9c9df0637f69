/** Working with the table of all treatments: sort, filter, choose facts. The page is whole without it. */

import { announce } from "./announce.js";
import { catalogueAt } from "./catalogue.js";
import { csvOf, save } from "./csv.js";
import { make } from "./elements.js";
import { fitting, ordered } from "./ordering.js";
import { shownWords } from "./table_tools.js";
import { say } from "./words.js";

const BATCH = 25; // rows that are added at once
const BUDGET = 10; // milliseconds of work between two looks at what the reader does
const STACKED = matchMedia("(max-width: 48rem)"); // as comparison_stacked.css has it: no heads in sight there

const nextTurn = () => new Promise((done) => setTimeout(done));

class FullTable {
  constructor(region) {
    this.region = region;
    this.table = region.querySelector("table");
    this.body = this.table.tBodies[0];
    this.heads = [...this.table.tHead.rows[0].cells].slice(1);
    this.rows = new Map([...this.body.rows].map((row) => [row.dataset.slug, row]));
    this.base = new URL(region.dataset.fullTable, location.href).href;
    this.catalogue = catalogueAt(this.base);
    this.wanted = {};
    this.hidden = new Set(); // numbers of columns
    this.sort = { field: "", descending: false };
    this.limit = Math.max(BATCH, this.rows.size);
  }

  async start() {
    this.index = await this.catalogue.index();
    const template = document.querySelector("template[data-full-tools]");
    this.tools = template.content.firstElementChild.cloneNode(true);
    this.tool("filters").append(...this.index.filters.map((filter) => this.filter(filter)));
    this.tool("rows").append(...this.columnChoices());
    this.tool("all").addEventListener("click", () => this.showAllColumns());
    this.tool("clear").addEventListener("click", () => this.clear());
    this.tool("csv").addEventListener("click", () => save("treatments.csv", csvOf(shownWords(this.table))));
    this.more = make("button", { type: "button", className: "button", hidden: true });
    this.more.addEventListener("click", () => this.showMore());
    for (const head of this.heads) this.makeSortable(head);
    this.tool("sort").addEventListener("change", ({ target }) => this.sortAs(target.value));
    STACKED.addEventListener("change", () => this.reachHeads());
    this.reachHeads();
    this.region.before(this.tools);
    this.region.after(this.more);
    document.querySelector("[data-full-pages]")?.remove(); // all treatments are here now
    this.countColumns();
    await this.update(false);
  }

  tool(name) {
    return this.tools.querySelector(`[data-tool="${name}"]`);
  }

  words(name, values) {
    return say(this.tool("words").dataset[name], values);
  }

  filter({ id, label, values }) {
    const any = make("option", { value: "" }, this.words("any"));
    const options = values.map((value) => make("option", { value }, value[0].toUpperCase() + value.slice(1)));
    const select = make("select", { "data-filter": id }, any, ...options);
    select.addEventListener("change", () => {
      this.wanted[id] = select.value;
      this.update();
    });
    return make("label", {}, `${label} `, select);
  }

  clear() {
    for (const select of this.tools.querySelectorAll("select")) select.value = "";
    this.wanted = {};
    this.update();
    this.tool("filters").querySelector("select")?.focus();
  }

  /* Columns */

  columnChoices() {
    const groups = new Map();
    let group = "";
    for (const [at, head] of this.heads.entries()) {
      group = head.querySelector(".group")?.textContent ?? group;
      if (!groups.has(group)) groups.set(group, make("fieldset", {}, make("legend", {}, group)));
      const box = make("input", { type: "checkbox", checked: true });
      box.addEventListener("change", () => this.showColumn(at, box.checked));
      groups.get(group).append(make("label", {}, box, ` ${head.querySelector(".label").textContent}`));
    }
    return groups.values();
  }

  showColumn(at, shows) {
    if (shows) this.hidden.delete(at);
    else this.hidden.add(at);
    this.hideColumns([this.table.tHead.rows[0], ...this.body.rows]);
    announce(this.countColumns());
  }

  showAllColumns() {
    this.hidden.clear();
    for (const box of this.tool("rows").querySelectorAll("input")) box.checked = true;
    this.hideColumns([this.table.tHead.rows[0], ...this.body.rows]);
    announce(this.countColumns());
    this.tool("count").focus();
  }

  hideColumns(rows) {
    for (const row of rows) {
      for (const at of this.heads.keys()) row.cells[at + 1].hidden = this.hidden.has(at);
    }
    // The name of a group stands at the first of its columns that shows.
    let name = null;
    for (const head of this.heads) {
      name = head.querySelector(".group") ?? name;
      if (name && !head.hidden && name.parentElement.hidden) head.prepend(name, " ");
    }
  }

  countColumns() {
    const sentence = this.words("columns", { shown: this.heads.length - this.hidden.size, all: this.heads.length });
    this.tool("count").textContent = sentence;
    this.tool("all").hidden = !this.hidden.size;
    return sentence;
  }

  /* Order */

  makeSortable(head) {
    const field = head.dataset.column;
    if (!(field in this.index.procedures[0].ranks)) return;
    const label = head.querySelector(".label");
    const button = make("button", { type: "button", className: "sort" });
    button.append(...label.childNodes);
    label.append(button);
    button.addEventListener("click", () => this.sortBy(field));
    for (const order of ["ascending", "descending"]) {
      const words = this.words(`${order}Choice`, { label: button.textContent });
      this.tool("sort").append(make("option", { value: `${field} ${order}` }, words));
    }
  }

  /** Keeps the focus away from buttons that nobody can see. */
  reachHeads() {
    for (const button of this.table.tHead.querySelectorAll("button")) button.tabIndex = STACKED.matches ? -1 : 0;
  }

  /** Sorts by a column: upwards, then downwards, then as the table was. */
  sortBy(field) {
    const { field: before, descending } = this.sort;
    if (field !== before) this.sortAs(`${field} ascending`);
    else this.sortAs(descending ? "" : `${field} descending`);
  }

  /** Sorts as a choice says: "field ascending", "field descending", or "" for the order of the names. */
  sortAs(choice) {
    const [field, order] = choice.split(" ");
    this.sort = { field, descending: order === "descending" };
    this.tool("sort").value = choice;
    for (const head of this.heads) {
      if (field && head.dataset.column === field) head.setAttribute("aria-sort", order);
      else head.removeAttribute("aria-sort");
    }
    this.update();
  }

  sortWords() {
    const { field, descending } = this.sort;
    if (!field) return this.words("unsorted");
    const { label } = this.index.rows.find((row) => row.id === field);
    return this.words(descending ? "descending" : "ascending", { label });
  }

  /* Rows */

  async update(spoken = true) {
    const { procedures } = this.index;
    const found = fitting(procedures, this.wanted);
    this.found = this.sort.field ? ordered(found, this.sort.field, this.sort.descending) : found;
    const sentence = this.words("found", { shown: found.length, all: procedures.length });
    this.tool("found").textContent = found.length ? sentence : `${sentence} ${this.words("empty")}`;
    this.tool("clear").hidden = found.length === procedures.length;
    if (spoken) announce(`${sentence} ${this.sortWords()}`);
    await this.show();
  }

  showMore() {
    this.limit += BATCH;
    this.show();
  }

  /** Puts the rows that are to show into the table, a few at a time, and stops when the reader goes on. */
  async show() {
    const found = this.found;
    const shown = found.slice(0, this.limit);
    this.more.hidden = shown.length === found.length;
    this.more.textContent = this.words("more", { count: Math.min(BATCH, found.length - shown.length) });
    const stays = new Set(shown.map((one) => one.slug));
    for (const row of [...this.body.rows]) if (!stays.has(row.dataset.slug)) row.remove();
    let since = performance.now();
    for (const one of shown) {
      const row = await this.row(one);
      if (found !== this.found) return;
      this.body.append(row);
      if (performance.now() - since > BUDGET) {
        await nextTurn();
        since = performance.now();
      }
    }
  }

  async row(one) {
    if (!this.rows.has(one.slug)) this.rows.set(one.slug, this.build(one, await this.catalogue.part(one.slug)));
    const row = this.rows.get(one.slug);
    if (this.hidden.size) this.hideColumns([row]);
    return row;
  }

  /** Makes the row of a treatment that is not on this page; its lines lead to the treatment's own page. */
  build({ slug, title, url, approach }, { cells }) {
    const page = new URL(`../${url}`, this.base).href;
    const head = make("th", { scope: "row" }, make("a", { href: page }, title));
    if (approach) head.append(" ", make("small", {}, approach[0].toUpperCase() + approach.slice(1)));
    const row = make("tr", { "data-slug": slug }, head);
    for (const { id, label } of this.index.rows) {
      const line = document.createElement("tr");
      line.innerHTML = cells[id] ?? this.index.nothing;
      const [cell] = line.cells;
      cell.dataset.label = label;
      for (const sign of cell.querySelectorAll("[popovertarget]")) {
        sign.replaceWith(make("a", { href: `${page}#${sign.id}` }, ...sign.childNodes));
      }
      row.append(cell);
    }
    return row;
  }
}

for (const region of document.querySelectorAll("[data-full-table]")) {
  // Without the index the table stays as it is.
  new FullTable(region).start().catch((error) => console.warn(error));
}
