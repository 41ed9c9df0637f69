/** The sheet for an appointment: print it, clear it, keep it. The page is whole without; nothing leaves the device. */

const KEPT = "appointment-sheet"; // there only while the reader wants the sheet kept

/** Returns where this browser lets a page keep things; nothing where the reader's settings forbid it. */
const shelf = () => {
  try {
    return localStorage;
  } catch {
    return null;
  }
};

const isBox = (control) => control.type === "checkbox";
const nameOf = (control) =>
  control.id || `${control.closest("section").id}: ${control.labels[0].textContent.trim()}`;

class Sheet {
  constructor(form) {
    this.form = form;
    this.controls = [...form.querySelectorAll("[data-part] :is(input, textarea)")];
    this.shelf = shelf();
  }

  at(name) {
    return this.form.querySelector(`[data-sheet="${name}"]`);
  }

  start() {
    this.at("by-hand").hidden = true;
    this.at("tools").hidden = false;
    this.at("keeping").hidden = !this.shelf;
    this.at("print").addEventListener("click", () => print());
    this.at("clear").addEventListener("click", () => this.clear());
    this.at("keep").addEventListener("change", ({ target }) => this.keep(target.checked));
    this.form.addEventListener("input", ({ target }) => target !== this.at("keep") && this.changed());
    addEventListener("storage", () => this.kept() || (this.at("keep").checked = false)); // deleted in another window
    this.at("keep").checked = Boolean(this.kept());
    if (this.kept()) this.marks = JSON.parse(this.kept());
    this.show();
  }

  /** All that is marked or typed, by the name of its control. */
  get marks() {
    const found = this.controls.map((one) => [nameOf(one), isBox(one) ? one.checked : one.value]);
    return Object.fromEntries(found.filter(([, value]) => value));
  }

  set marks(marks) {
    for (const one of this.controls) {
      const value = marks[nameOf(one)];
      if (isBox(one)) one.checked = Boolean(value);
      else one.value = value ?? "";
    }
  }

  kept() {
    return this.shelf?.getItem(KEPT);
  }

  say(name) {
    this.at("said").textContent = this.at("said").dataset[name] ?? "";
  }

  changed() {
    this.last = null;
    this.say();
    this.save();
    this.show();
  }

  show() {
    for (const one of this.controls) if (!isBox(one)) one.parentElement.dataset.text = one.value;
    const button = this.at("clear");
    button.textContent = button.dataset[this.last ? "undo" : "clear"];
    button.hidden = !(this.last || Object.keys(this.marks).length);
  }

  clear() {
    const { last, marks } = this;
    this.marks = last ?? {};
    this.last = last ? null : marks;
    this.say(last ? "back" : "cleared");
    this.save();
    this.show();
  }

  keep(wanted) {
    this.say(wanted ? "kept" : "deleted");
    if (wanted) this.save();
    else this.shelf.removeItem(KEPT);
  }

  save() {
    if (!this.at("keep").checked) return;
    try {
      this.shelf.setItem(KEPT, JSON.stringify(this.marks));
    } catch {
      this.at("keep").checked = false;
      this.shelf.removeItem(KEPT);
      this.say("full");
    }
  }
}

for (const form of document.querySelectorAll("[data-appointment]")) new Sheet(form).start();
