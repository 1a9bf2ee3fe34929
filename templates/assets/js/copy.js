// Buttons that copy: a quotation with its paragraph and address, and the forms in which a page is cited.
// Their labels are in the page: `data-quotation` of this script, and `data-copy` of what is copied.
if (navigator.clipboard) {
  const { quotation } = document.currentScript.dataset;
  const add = (place, label, text) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = label;
    button.onclick = () => navigator.clipboard.writeText(text()).then(() => (button.textContent = `${label} ✓`));
    place.append(button);
  };
  for (const figure of document.querySelectorAll('figure.quote')) {
    const cite = figure.querySelector('a.cite');
    const said = figure.querySelector('blockquote');
    if (!cite || !said) continue;
    const words = said.textContent.replace(cite.textContent, '').trim();
    add(figure.querySelector('figcaption') ?? figure, quotation, () => `${words} (${cite.ariaLabel ?? cite.textContent})\n${cite.href}`);
  }
  for (const form of document.querySelectorAll('[data-copy]')) {
    const text = form.textContent;
    const place = document.createElement('p');
    form.after(place);
    add(place, form.dataset.copy, () => text);
  }
}
