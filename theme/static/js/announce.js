/** Says a sentence to screen readers when they have finished theirs; it shows nowhere. */
export const announce = (sentence) => {
  let region = document.querySelector("[data-announcer]");
  if (!region) {
    region = document.createElement("p");
    region.className = "hidden";
    region.dataset.announcer = "";
    region.setAttribute("role", "status");
    document.querySelector("main").append(region);
  }
  // A region that comes together with its words is not read.
  requestAnimationFrame(() => (region.textContent = sentence));
};
