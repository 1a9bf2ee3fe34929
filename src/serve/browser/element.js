// Elements, made without markup: nothing that a site says becomes part of ours.

export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter(Boolean));
  return made;
}

/**
 * A sentence whose quoted words, between ` and `, may run the other way than it does. They are isolated as one: isolated by halves, as
 * the arguments in a sentence are, `draft = true` would read `true = draft` from right to left.
 */
export const quoted = (text) => text.split(/(`[^`]*`)/).map((part) => (part.startsWith('`') ? element('bdi', {}, part.replace(/[\u2068\u2069]/g, '')) : part));
