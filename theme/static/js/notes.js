/* Notes beside their signs. They open without this script too, as a card at the foot of the window. */

const GAP = 4; // CSS pixels between a sign and its note
const EDGE = 12; // CSS pixels between a note and the edge of the window

/** Puts an open note below its sign, or above it where there is no room, and always inside the window. */
const place = (note, sign) => {
  const { left, top, bottom } = sign.getBoundingClientRect();
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  if (bottom < 0 || top > height) return note.hidePopover();
  const below = bottom + GAP;
  const room = height - EDGE - note.offsetHeight;
  const y = below <= room ? below : Math.max(EDGE, Math.min(top - GAP - note.offsetHeight, room));
  const x = Math.max(EDGE, Math.min(left, width - EDGE - note.offsetWidth));
  Object.assign(note.style, { inset: `${y}px auto auto ${x}px`, margin: 0 });
};

/** Keeps a note beside its sign for as long as it is open. */
const follow = (note, sign) => {
  const closed = new AbortController();
  const again = () => place(note, sign);
  const { signal } = closed;
  requestAnimationFrame(again); // shown by then, not yet painted
  for (const change of ["scroll", "resize"]) {
    addEventListener(change, again, { capture: true, passive: true, signal });
  }
  note.addEventListener("toggle", ({ newState }) => newState === "closed" && closed.abort(), { signal });
};

document.addEventListener(
  "beforetoggle",
  ({ target: note, newState }) => {
    const sign = document.querySelector(`[popovertarget="${CSS.escape(note.id)}"], [data-note="${CSS.escape(note.id)}"]`);
    if (newState === "open" && sign) follow(note, sign);
  },
  true, // the event does not bubble
);
