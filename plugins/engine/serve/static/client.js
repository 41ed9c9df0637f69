// Keeps the page like the site: for each build it does as little as is needed to show it.
//
// The server has put on this script's element what the page is: `version` of the site, `file` in the
// output (empty where another page stands in for one that is not there), and `text`, a digest of all
// but its style sheets.

const RETRY = 500; // milliseconds until a server that has gone is looked for again
const page = { ...document.querySelector('script[src="/.preview/client.js"]').dataset };
let source, timer;
let told = false; // whether there has been anything to say
let work = Promise.resolve();

function connect() {
  source = new EventSource(`/.preview/events?since=${page.version}`);
  source.onmessage = ({ data }) => {
    work = work.then(() => take(JSON.parse(data)));
  };
  source.onerror = () => {
    source.close();
    timer = setTimeout(connect, RETRY);
  };
}

// A browser allows few connections to one server: a page that nobody sees gives its own back.
function disconnect() {
  clearTimeout(timer);
  source?.close();
}

function follow() {
  disconnect();
  if (!document.hidden) connect();
}

async function take(news) {
  if (String(news.version) !== page.version) await update(news);
  await tell(news);
}

async function update(news) {
  if (concerns(news.changed)) {
    if (!news.only_styles || !(await restyled(news))) return location.reload();
  }
  page.version = String(news.version);
}

function concerns(changed) {
  if (!changed || !page.file) return true;
  const loaded = performance.getEntriesByType("resource").map(({ name }) => decodeURI(new URL(name).pathname));
  const shown = new Set([page.file, ...loaded.map((path) => path.slice(1))]);
  return changed.some((file) => shown.has(file));
}

async function restyled(news) {
  const { restyle } = await import("/.preview/styles.js");
  return restyle(page.text, news.version);
}

async function tell(news) {
  told ||= news.heading !== "";
  if (!told) return;
  const { show, hide } = await import("/.preview/panel.js");
  if (news.heading) show(news);
  else hide();
}

document.addEventListener("visibilitychange", follow);
addEventListener("pagehide", disconnect);
addEventListener("pageshow", ({ persisted }) => persisted && follow());
follow();
