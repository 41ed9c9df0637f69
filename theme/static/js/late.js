/** What a page leaves for later while it arrives: rows and sources far below, let in slice by slice. */

import { inSlices } from "./slices.js";

const SOURCES = 15; // before each painting

const late = (name) => [...document.querySelectorAll(`${name}.late`)];
const letIn = (one) => one.classList.remove("late");

// A row can be some screens of facts: half of them come before each painting.
const halves = (row) => [() => row.classList.replace("late", "half-late"), () => row.classList.remove("half-late")];

await inSlices(late("tr").flatMap(halves), 1, (half) => half());
await inSlices(late("li"), SOURCES, letIn);
for (const list of document.querySelectorAll(".arrives")) list.classList.remove("arrives");
