/** Which treatments are picked, as the address of the page has it. Pure: no page, no history. */

export const MOST = 4;
const PARAMETER = "procedures";
const LONGEST = 40; // characters of a wrong name that are repeated

const shortened = (name) => (name.length > LONGEST ? `${[...name].slice(0, LONGEST).join("")}…` : name);

const pairsOf = (word) => new Set(Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)));

/** Returns how alike two words are, from 0 to 1: Dice's coefficient of their pairs of letters. */
const likeness = (one, other) => {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size || 1);
};

const nearest = (name, procedures) => {
  const near = (one) => Math.max(...[one.slug, one.title, ...one.also].map((it) => likeness(name, it.toLowerCase())));
  const [best] = procedures.map((one) => [near(one), one]).sort(([a], [b]) => b - a);
  return best && best[0] >= 0.5 ? best[1] : undefined;
};

/**
 * Reads the picks from the search part of an address.
 * Returns the slugs, sorted, at most MOST, and what was wrong: {kind: "unknown" | "former" | "many", …}.
 */
export const readPicks = (search, { procedures, former }) => {
  const known = new Map(procedures.map((one) => [one.slug, one]));
  const asked = (new URLSearchParams(search).get(PARAMETER) ?? "").toLowerCase().split(",");
  const names = [...new Set(asked.map((name) => name.trim()).filter(Boolean))].slice(0, 20);
  const problems = [];
  const found = names.flatMap((name) => {
    if (known.has(name)) return [name];
    const now = Object.hasOwn(former, name) ? known.get(former[name]) : undefined;
    if (now) problems.push({ kind: "former", name: shortened(name), title: now.title });
    else problems.push({ kind: "unknown", name: shortened(name), title: nearest(name.slice(0, 200), procedures)?.title });
    return now ? [now.slug] : [];
  });
  const picks = [...new Set(found)];
  const titles = picks.slice(MOST).map((slug) => known.get(slug).title);
  if (titles.length) problems.push({ kind: "many", title: titles.join(", ") });
  return { picks: picks.slice(0, MOST).sort(), problems };
};

/** Returns the search part of the address for some slugs; empty for none. */
export const writePicks = (slugs) => (slugs.length ? `?${PARAMETER}=${[...slugs].sort().join(",")}` : "");
