/** Notes of other pages: the sign of a line links to its note there, and this brings the note here. */

import { catalogueAt } from "./catalogue.js";

const catalogues = new Map();

const noteOf = async (sign) => {
  const { href, hash } = sign;
  const page = new URL(".", href);
  const base = new URL("../../compare/", page).href;
  if (!catalogues.has(base)) catalogues.set(base, catalogueAt(base));
  const { notes } = await catalogues.get(base).part(page.pathname.split("/").at(-2));
  const note = document.createElement("div");
  note.popover = "auto";
  note.className = "note";
  note.id = `far-${page.pathname.split("/").at(-2)}-${hash.slice(1)}`;
  note.innerHTML = notes[hash.slice(1)]; // our own file, made by the macro that prints notes everywhere
  note.querySelector("b").textContent = sign.textContent;
  return note;
};

const open = async (sign) => {
  try {
    if (!sign.dataset.note) {
      const note = await noteOf(sign);
      sign.dataset.note = note.id;
      sign.closest("td").append(note);
    }
    document.getElementById(sign.dataset.note).showPopover({ source: sign });
  } catch {
    location.assign(sign.href); // without the file the link still leads to the line
  }
};

const NOTES = "#cell-"; // how the places of notes begin; other signs lead to all lines of a row

document.addEventListener("click", (event) => {
  const sign = event.target.closest?.(".note-sign > a");
  if (!sign?.hash.startsWith(NOTES) || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  open(sign);
});
