/** The words of a table as a reader has them. */

const NOT_SAID = ".note-sign, .hidden, .group, svg, summary, th small";
const OWN_LINE = "p, li, figcaption, small";

/** Puts values into a sentence: say("{shown} of {all}", {shown: 3, all: 5}). */
export const say = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** Gives the sign of a note another number; its name, "Note 3", goes with it. */
export const renumber = (sign, number) => {
  sign.ariaLabel = sign.ariaLabel.replace(sign.textContent, number);
  sign.textContent = number;
};

/** Returns what a cell says, each of its lines on a line. */
export const wordsOf = (cell) => {
  const copy = cell.cloneNode(true);
  for (const part of copy.querySelectorAll(NOT_SAID)) part.remove();
  for (const part of copy.querySelectorAll(OWN_LINE)) part.append("\n");
  return copy.textContent
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter(Boolean)
    .join("\n");
};
