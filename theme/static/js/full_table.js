/** Working with the table of all treatments: sort, filter, choose facts. The page is whole without it. */

import { announce } from "./announce.js";
import { catalogueAt } from "./catalogue.js";
import { csvOf, save } from "./csv.js";
import { make } from "./elements.js";
import { fitting, ordered } from "./ordering.js";
import { painted } from "./slices.js";
import { shownWords } from "./table_tools.js";
import { say } from "./words.js";

const BATCH = 8; // rows that a table of many begins with, and that are added to it: each is a screen of facts
const STACKED = matchMedia("(max-width: 48rem)"); // there the heads do not show

const labelled = (words, control, kind = "tools__filter") =>
  make("p", { className: kind }, make("label", { htmlFor: control.id }, words), " ", control);

class FullTable {
  constructor(region) {
    this.region = region;
    this.table = region.querySelector("table");
    this.body = this.table.tBodies[0];
    this.heads = [...this.table.tHead.rows[0].cells].slice(1);
    this.groups = this.headGroups();
    this.rows = new Map([...this.body.rows].map((row) => [row.dataset.slug, row]));
    this.base = new URL(region.dataset.fullTable, location.href).href;
    this.catalogue = catalogueAt(this.base);
    this.wanted = {};
    this.hidden = new Set(); // numbers of columns
    this.sort = { field: "", descending: false };
    this.limit = this.rows.size;
  }

  async start() {
    this.index = await this.catalogue.index();
    if (this.index.procedures.length > this.rows.size) this.limit = BATCH;
    const template = document.querySelector("template[data-full-tools]");
    this.tools = template.content.firstElementChild.cloneNode(true);
    this.tool("filters").append(...this.index.filters.map((filter) => this.filter(filter)));
    this.tool("rows").append(...this.columnChoices());
    await painted(); // a page that is still loading must answer between two pieces of this work
    this.tool("all").addEventListener("click", () => this.showAllColumns());
    this.tool("clear").addEventListener("click", () => this.clear());
    this.tool("csv").addEventListener("click", () => save("treatments.csv", csvOf(shownWords(this.table))));
    this.more = make("button", { type: "button", className: "button", hidden: true });
    this.more.addEventListener("click", () => this.showMore());
    this.tool("filters").append(this.orders(this.heads.filter((head) => this.makeSortable(head))));
    this.keepButtonsInSight();
    STACKED.addEventListener("change", () => this.keepButtonsInSight());
    await painted();
    this.region.before(this.tools);
    this.region.after(this.more);
    this.countColumns();
    const lost = await this.update(false);
    if (!lost) document.querySelector("[data-full-pages]")?.remove(); // all treatments are here now
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
    const select = make("select", { id: `filter-${id}`, "data-filter": id }, any, ...options);
    select.addEventListener("change", () => {
      this.wanted[id] = select.value;
      this.update();
    });
    return labelled(label, select);
  }

  clear() {
    for (const select of this.tools.querySelectorAll("[data-filter]")) select.value = "";
    this.wanted = {};
    this.update();
  }

  /* Columns */

  /** Returns the groups of columns: the name of each, which may move, and its heads. */
  headGroups() {
    const groups = [];
    for (const head of this.heads) {
      const name = head.querySelector(".group");
      if (name) groups.push({ name, heads: [] });
      groups.at(-1).heads.push(head);
    }
    return groups;
  }

  columnChoices() {
    return this.groups.map(({ name, heads }) =>
      make("fieldset", {}, make("legend", {}, name.textContent), ...heads.map((head) => this.columnChoice(head))),
    );
  }

  columnChoice(head) {
    const box = make("input", { type: "checkbox", checked: true });
    box.addEventListener("change", () => this.showColumn(this.heads.indexOf(head), box.checked));
    return make("label", {}, box, ` ${head.querySelector(".label").textContent}`);
  }

  showColumn(at, shows) {
    if (shows) this.hidden.delete(at);
    else this.hidden.add(at);
    return this.updateColumns([at]);
  }

  showAllColumns() {
    this.hidden.clear();
    for (const box of this.tool("rows").querySelectorAll("input")) box.checked = true;
    this.updateColumns(this.heads.keys());
    this.tool("count").focus();
  }

  /** Tells how many columns show, lets the reader see it, and only then has the table laid out anew. */
  async updateColumns(columns) {
    const sentence = this.countColumns();
    await painted();
    this.hideColumns([this.table.tHead.rows[0], ...this.rows.values()], [...columns]);
    announce(sentence);
  }

  hideColumns(rows, columns) {
    for (const row of rows) {
      for (const at of columns) row.cells[at + 1].hidden = this.hidden.has(at);
    }
    // The name of a group stands at the first of its columns that shows.
    for (const { name, heads } of this.groups) {
      const first = heads.find((head) => !head.hidden);
      if (first && !first.contains(name)) first.prepend(name, " ");
    }
  }

  countColumns() {
    const sentence = this.words("columns", { shown: this.heads.length - this.hidden.size, all: this.heads.length });
    this.tool("count").textContent = sentence;
    this.tool("all").hidden = !this.hidden.size;
    return sentence;
  }

  /* Order */

  /** Makes the label of a head a button, if treatments have an order by it; tells whether they have. */
  makeSortable(head) {
    const field = head.dataset.column;
    if (!(field in this.index.procedures[0].ranks)) return false;
    const label = head.querySelector(".label");
    const button = make("button", { type: "button", className: "sort" });
    button.append(...label.childNodes);
    label.append(button);
    button.addEventListener("click", () => this.sortBy(field));
    return true;
  }

  /** Returns the choice that stands in for those buttons where the heads do not show. */
  orders(heads) {
    const choices = heads.flatMap((head) => {
      const label = head.querySelector(".label").textContent;
      return ["low", "high"].map((way) =>
        make("option", { value: `${head.dataset.column} ${way}` }, this.words(way, { label })),
      );
    });
    this.order = make("select", { id: "order-by" }, make("option", { value: "" }, this.words("byName")), ...choices);
    this.order.addEventListener("change", () => {
      const [field, way] = this.order.value.split(" ");
      this.putInOrder(field, way === "high");
    });
    return labelled(this.words("sort"), this.order, "tools__sort");
  }

  keepButtonsInSight() {
    for (const button of this.table.querySelectorAll(".sort")) button.tabIndex = STACKED.matches ? -1 : 0;
  }

  /** Sorts by a column: upwards, then downwards, then as the table was. */
  async sortBy(field) {
    const again = field === this.sort.field;
    if (again && this.sort.descending) this.putInOrder("", false);
    else this.putInOrder(field, again);
    await painted();
    const { field: by, descending } = this.sort;
    this.order.value = by && `${by} ${descending ? "high" : "low"}`;
  }

  putInOrder(field, descending) {
    this.sort = { field, descending };
    for (const head of this.heads) {
      if (field && head.dataset.column === field) head.setAttribute("aria-sort", descending ? "descending" : "ascending");
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
    const sentence = this.countRows();
    return this.show(spoken ? `${sentence} ${this.sortWords()}` : "");
  }

  countRows() {
    const shown = Math.min(this.found.length, this.limit);
    const sentence = this.words("found", { shown, all: this.index.procedures.length });
    this.tool("found").textContent = shown ? sentence : `${sentence} ${this.words("empty")}`;
    return this.tool("found").textContent;
  }

  /** Adds rows, or tries again those that did not come, and goes on to the first of them. */
  async showMore() {
    const before = new Set(this.body.rows);
    this.limit = Math.max(this.limit, before.size + BATCH);
    await this.show(this.countRows());
    const first = [...this.body.rows].find((row) => !before.has(row));
    first?.querySelector("a").focus();
  }

  /** Shows the buttons that there is a use for now; who stood on one that goes stands on the first filter. */
  offer(found, shown) {
    const clear = this.tool("clear");
    if (found.length < this.index.procedures.length) clear.hidden = false;
    else {
      if (clear === document.activeElement) this.tool("filters").querySelector("select").focus();
      clear.hidden = true;
    }
    this.more.hidden = shown.length === found.length;
    this.more.textContent = this.words("more", { count: Math.min(BATCH, found.length - shown.length) });
  }

  /**
   * Puts the rows that are to show into the table, one in each frame after that which says how many they are, and
   * stops when the reader goes on.  A sentence to be heard comes with the first.
   * Returns how many could not be loaded.
   */
  async show(sentence) {
    const found = this.found;
    const shown = found.slice(0, this.limit);
    for (const { slug } of shown) if (!this.rows.has(slug)) this.catalogue.part(slug); // all at once
    await painted();
    if (found !== this.found) return 0;
    if (sentence) announce(sentence);
    this.offer(found, shown);
    let lost = 0;
    const before = [...this.body.rows];
    const differing = before.findIndex((row, at) => row.dataset.slug !== shown[at]?.slug);
    const staying = differing < 0 ? before.length : differing;
    for (const row of before.slice(staying)) row.remove();
    for (const [at, one] of shown.slice(staying).entries()) {
      if (at) await painted();
      const row = await this.row(one).catch(() => null);
      if (found !== this.found) return lost;
      if (row) this.body.append(row);
      else lost += 1;
    }
    if (lost) this.offerAgain(lost);
    return lost;
  }

  offerAgain(lost) {
    this.more.textContent = this.words("lost", { count: lost });
    this.more.hidden = false;
    announce(this.more.textContent);
  }

  async row(one) {
    if (!this.rows.has(one.slug)) this.rows.set(one.slug, this.build(one, await this.catalogue.part(one.slug)));
    const row = this.rows.get(one.slug);
    if (this.hidden.size) this.hideColumns([row], [...this.heads.keys()]);
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
        sign.replaceWith(make("a", { href: `${page}#${sign.id}`, "aria-label": sign.ariaLabel }, sign.textContent));
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
