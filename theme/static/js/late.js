/** What a page leaves for later while it arrives: rows and sources far below, let in slice by slice. */

import { inSlices } from "./slices.js";

const ROWS = 1; // before each painting: a row can be some screens of facts
const SOURCES = 30;

const late = (name) => [...document.querySelectorAll(`${name}.late`)];
const letIn = (one) => one.classList.remove("late");

await inSlices(late("tr"), ROWS, letIn);
await inSlices(late("li"), SOURCES, letIn);
