/** What there is to put side by side: the index, and the column of each treatment, each fetched once. */

const json = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
};

/** Returns functions that fetch the index and the parts that stand below `base`, the address of /compare/. */
export const catalogueAt = (base) => {
  const kept = new Map();
  const once = (name) => {
    if (!kept.has(name)) {
      const found = json(new URL(name, base));
      found.catch(() => kept.delete(name)); // so that the next try asks again
      kept.set(name, found);
    }
    return kept.get(name);
  };
  return { index: () => once("index.json"), part: (slug) => once(`parts/${slug}.json`) };
};
