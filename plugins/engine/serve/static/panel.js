// Says in the page what is wrong with the last build, until it is mended or put away.

const KEY = "preview: put away"; // for this tab: a report that was put away stays so when the page loads anew
let panel, before;

export function show({ heading, report, failure }) {
  const said = [failure, heading, report].join("\n");
  if (said === sessionStorage.getItem(KEY) || said === panel?.said) return;
  panel?.host.remove();
  panel = { host: document.createElement("preview-panel"), said };
  const sheet = made("link", { rel: "stylesheet", href: "/.preview/panel.css" });
  const shadow = panel.host.attachShadow({ mode: "open" });
  // Read out, and seen, once it is styled.
  sheet.onload = () => shadow.append(section(heading, report));
  shadow.append(sheet);
  document.body.append(panel.host);
}

export function hide() {
  sessionStorage.removeItem(KEY);
  remove();
}

function section(heading, report) {
  const close = made("button", { type: "button", textContent: "Close (Esc)", onclick: putAway });
  const head = made("header");
  head.append(made("h2", { textContent: heading, id: "heading" }), close);
  const whole = made("section", { role: "alert", tabIndex: 0, lang: "en" });
  whole.setAttribute("aria-labelledby", "heading");
  whole.append(head, made("pre", { textContent: report }));
  whole.addEventListener("focusin", ({ relatedTarget }) => (before ??= relatedTarget));
  return whole;
}

function made(name, properties = {}) {
  return Object.assign(document.createElement(name), properties);
}

function putAway() {
  sessionStorage.setItem(KEY, panel.said);
  const focused = document.activeElement === panel.host;
  remove();
  if (focused) before?.focus();
}

function remove() {
  panel?.host.remove();
  panel = undefined;
}

document.addEventListener("keydown", ({ key }) => key === "Escape" && panel && putAway());
