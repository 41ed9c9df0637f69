/** Long work in slices: each is painted before the next one begins, so that the page answers in between. */

/** Resolves when what has been done so far is painted. */
export const painted = () =>
  new Promise((done) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    });
  });

/**
 * Does `work` with some things, `size` of them before each painting, for as long as they are `wanted`.
 * The first are done at once. Tells whether it came to the end.
 */
export const inSlices = async (things, size, work, wanted = () => true) => {
  for (let at = 0; at < things.length; at += size) {
    if (at) await painted();
    if (!wanted()) return false;
    things.slice(at, at + size).forEach(work);
  }
  return true;
};
