/** Makes an element: make("a", {href: "/"}, "Home"). Names with a dash, and role, are attributes. */
export const make = (name, properties = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.includes("-") || key in { role: 1, scope: 1, for: 1 }) element.setAttribute(key, value);
    else element[key] = value;
  }
  element.append(...children);
  return element;
};
