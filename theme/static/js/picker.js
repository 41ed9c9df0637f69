/** Choosing treatments to put side by side on /compare/. The choice lives in the address of the page. */

import { announce } from "./announce.js";
import { catalogueAt } from "./catalogue.js";
import { make } from "./elements.js";
import { MOST, readPicks, writePicks } from "./picks.js";
import { sideBySide } from "./side_by_side.js";
import { painted } from "./slices.js";
import { enhance } from "./table_tools.js";
import { say } from "./words.js";

const LISTED = 40; // names that are shown at once
const PHONE = matchMedia("(max-width: 48rem)");
const ON_A_PHONE = 2; // columns that are shown at once there

/** Returns "A, B and C"; only when it is needed, since the browser loads the rules of all languages for it. */
const listed = (names) => new Intl.ListFormat(document.documentElement.lang).format(names);

class Picker {
  constructor(section) {
    this.section = section;
    this.base = new URL(section.dataset.picker, location.href).href;
    this.catalogue = catalogueAt(this.base);
    this.title = document.title;
    this.last = []; // what "Clear" took away
    this.place = section.nextElementSibling;
  }

  at(name) {
    return this.section.querySelector(`[data-pick="${name}"]`);
  }

  words(name, values = {}) {
    return say(this.at("words").dataset[name], values);
  }

  async start() {
    this.index = await this.catalogue.index();
    this.known = new Map(this.index.procedures.map((one) => [one.slug, one]));
    this.section.removeAttribute("data-waiting");
    this.at("see").href = "#picked-caption";
    this.at("find").addEventListener("input", () => this.find());
    this.at("clear").addEventListener("click", () => this.clear());
    addEventListener("popstate", () => this.follow());
    PHONE.addEventListener("change", () => this.columns());
    this.picks = [];
    this.find(false);
    this.read();
  }

  /** Goes back and forward with the reader; a step to another place of the page changes nothing. */
  follow() {
    const { picks } = readPicks(location.search, this.index);
    if (writePicks(picks) !== writePicks(this.picks)) this.read();
  }

  /** Takes the picks from the address. */
  read() {
    const { picks, problems } = readPicks(location.search, this.index);
    this.picks = picks;
    this.last = [];
    const told = problems.map((problem) => this.words(problem.title ? problem.kind : `${problem.kind}Far`, problem));
    this.at("problems").replaceChildren(...told.map((sentence) => make("p", {}, sentence)));
    if (told.length) history.replaceState(null, "", location.pathname + writePicks(picks) + location.hash);
    this.show();
  }

  /** Takes new picks, and keeps the old ones one step back. */
  pick(picks) {
    this.picks = [...picks].sort();
    this.at("problems").replaceChildren();
    history.pushState(null, "", location.pathname + writePicks(this.picks));
    return this.show();
  }

  toggle(slug, on) {
    this.last = [];
    return this.pick(on ? [...this.picks, slug] : this.picks.filter((one) => one !== slug));
  }

  async clear() {
    const back = this.picks.length ? [] : this.last;
    this.last = this.picks;
    const seen = painted(); // before the table is taken away, which a new focus would have laid out at once
    this.pick(back);
    await seen;
    this.at("find").focus();
    if (!back.length) announce(this.at("state").textContent);
  }

  show() {
    this.chosen();
    for (const box of this.at("list").querySelectorAll("input")) this.tick(box);
    return this.table();
  }

  chosen() {
    const chips = this.picks.map((slug) => {
      const { title } = this.known.get(slug);
      const remove = make("button", { type: "button", className: "chip", "aria-label": this.words("remove", { title }) }, title);
      remove.addEventListener("click", () => this.remove(slug));
      return make("li", {}, remove);
    });
    this.at("chosen").replaceChildren(...chips);
    this.at("clear").textContent = this.words(this.picks.length ? "clear" : "undo");
    this.at("clear").hidden = !(this.picks.length || this.last.length);
    this.at("see").hidden = this.picks.length < 2;
    this.at("state").textContent = this.words(["none", "one", "some", "some", "full"][this.picks.length], {
      count: this.picks.length,
    });
  }

  remove(slug) {
    const at = this.picks.indexOf(slug);
    this.toggle(slug, false);
    const chips = this.at("chosen").querySelectorAll("button");
    (chips[Math.min(at, chips.length - 1)] ?? this.at("find")).focus();
  }

  /** Tells how many names fit what the reader has typed, and lists the first of them unless the reader types on. */
  async find(spoken = true) {
    const typed = this.at("find").value.trim().toLowerCase();
    const fits = ({ title, also }) => [title, ...also].some((name) => name.toLowerCase().includes(typed));
    const found = this.index.procedures.filter(fits);
    const more = Math.max(0, found.length - LISTED);
    const sentence = this.words(more ? "more" : "found", { found: found.length, more, all: this.index.procedures.length });
    this.at("found").textContent = typed || more ? sentence : "";
    this.found = found;
    if (spoken) await painted();
    if (found !== this.found) return;
    this.list(found.slice(0, LISTED));
    if (spoken) announce(sentence);
  }

  /** Lists names by category. */
  list(shown) {
    const groups = [...new Set(shown.map((one) => one.category))].map((category) =>
      make(
        "fieldset",
        {},
        make("legend", {}, category),
        ...shown.filter((one) => one.category === category).map((one) => this.choice(one)),
      ),
    );
    this.at("list").replaceChildren(...groups);
  }

  choice({ slug, title }) {
    const box = make("input", { type: "checkbox", value: slug });
    this.tick(box);
    box.addEventListener("click", (event) => {
      if (box.ariaDisabled !== "true") return;
      event.preventDefault(); // it stays reachable, and says why it cannot be chosen
      announce(this.words("full", { count: MOST }));
    });
    box.addEventListener("change", () => this.toggle(slug, box.checked));
    return make("label", {}, box, ` ${title}`);
  }

  tick(box) {
    box.checked = this.picks.includes(box.value);
    box.ariaDisabled = !box.checked && this.picks.length === MOST;
  }

  /** Puts what is picked side by side, once the reader sees that it is picked. */
  async table() {
    const picks = this.picks;
    const entries = picks.map((slug) => this.known.get(slug));
    const wanted = () => picks === this.picks; // until the reader goes on
    try {
      const [, ...parts] = await Promise.all([painted(), ...picks.map((slug) => this.catalogue.part(slug))]);
      if (!wanted()) return undefined;
      const caption = picks.length ? listed(entries.map((one) => one.title)) : "";
      document.title = caption ? `${caption} – ${this.title}` : this.title;
      if (!picks.length) return this.place.replaceChildren();
      const columns = entries.map((one, at) => ({ ...one, part: parts[at] }));
      const made = sideBySide(columns, this.index, this.base, caption, (...said) => this.words(...said));
      this.place.replaceChildren(this.switches(entries), made.region, ...this.prepared());
      enhance(made.region);
      this.columns();
      await painted();
      if (!(await made.fill(wanted, (row) => this.hide(row)))) return undefined;
      made.region.ariaBusy = null;
      const { rows, differing } = made;
      announce(this.words(picks.length > 1 ? "table" : "alone", { count: picks.length, title: caption, rows, differing }));
    } catch {
      if (picks === this.picks) this.failed();
    }
    return undefined;
  }

  prepared() {
    const page = this.index.prepared[this.picks.join(",")];
    if (!page) return [];
    const link = make("a", { href: new URL(`../${page.url}`, this.base).href }, page.title);
    return [make("p", { className: "table-data" }, `${this.words("prepared")} `, link)];
  }

  failed() {
    const again = make("button", { type: "button", className: "button" }, this.words("again"));
    again.addEventListener("click", async () => {
      await this.table();
      (this.place.querySelector(".table-region") ?? this.place.querySelector("button"))?.focus();
    });
    this.place.replaceChildren(make("p", { role: "alert" }, this.words("failed")), again);
  }

  /** Returns the buttons by which a phone shows some columns of many. */
  switches(entries) {
    const group = make("div", { className: "switches cluster", role: "group", "aria-label": this.words("switches") });
    this.front = entries.slice(0, ON_A_PHONE).map((one) => one.slug);
    for (const { slug, title } of entries) {
      const button = make("button", { type: "button", value: slug }, title);
      button.addEventListener("click", () => {
        this.front = [...this.front.filter((one) => one !== slug), slug].slice(-ON_A_PHONE);
        this.columns();
      });
      group.append(button);
    }
    return group;
  }

  columns() {
    const table = this.place.querySelector("table");
    if (!table) return;
    const group = this.place.querySelector(".switches");
    group.hidden = !this.few;
    for (const button of group.children) button.setAttribute("aria-pressed", this.front.includes(button.value));
    for (const row of table.rows) this.hide(row);
  }

  get few() {
    return PHONE.matches && this.picks.length > ON_A_PHONE;
  }

  /** Hides the cells of a row, as far as it is filled, that a phone has no room for. */
  hide({ cells }) {
    for (const [at, cell] of [...cells].slice(1).entries()) cell.hidden = this.few && !this.front.includes(this.picks[at]);
  }
}

for (const section of document.querySelectorAll("[data-picker]")) {
  // Without the index the page has its full table and the prepared comparisons.
  new Picker(section).start().catch((error) => {
    section.hidden = true;
    console.warn(error);
  });
}
