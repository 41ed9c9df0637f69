// Gives a page its new style sheets without loading it anew: what was opened, typed and scrolled stays.

const SHEETS = "link[rel~=stylesheet]";

// Answers false, with nothing done, where the page has changed in anything else.
export async function restyle(text, version) {
  const answer = await fetch(location.href, { cache: "no-store" });
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const client = fresh.querySelector("script[data-version]");
  const [olds, news] = [sheets(document), sheets(fresh)];
  if (client?.dataset.text !== text || olds.length !== news.length) return false;
  olds.forEach((old, index) => replace(old, news[index].getAttribute("href"), version));
  return true;
}

function sheets(root) {
  return [...root.querySelectorAll(SHEETS)].filter((link) => !link.dataset.leaving);
}

// The old sheet stays until the new one is there, so that no page is seen without one.
function replace(old, name, version) {
  const address = new URL(name, document.baseURI);
  if (address.origin !== location.origin) return;
  if (address.pathname === new URL(old.href).pathname) address.searchParams.set("preview", version);
  const link = old.cloneNode();
  link.href = address.href;
  old.dataset.leaving = "";
  link.addEventListener("load", () => old.remove());
  link.addEventListener("error", () => old.remove());
  old.after(link);
}
