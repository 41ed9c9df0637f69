/** A table as a file for a spreadsheet (RFC 4180). */

const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/; // no cell may be run as a formula (OWASP, CSV injection)

const field = (words) => `"${(FORMULA.test(words) ? `'${words}` : words).replaceAll('"', '""')}"`;

/** Returns rows of words as the text of a CSV file. */
export const csvOf = (rows) => rows.map((row) => `${row.map(field).join(",")}\r\n`).join("");

/** Gives the reader a text as a file; nothing leaves the device. */
export const save = (name, text) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000); // a browser may still be reading it
};
