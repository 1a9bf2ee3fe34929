// The problems of the site, as the terminal tells them.

import { element, quoted } from './element.js';

export class Problems {
  #title = element('h2', { id: 'title' });
  #fixAll = element('button', { type: 'button', class: 'fix' });
  #list = element('ol', { tabindex: 0, 'aria-labelledby': 'title' });
  #more = element('p', { class: 'more', dir: 'auto' });
  #told = { items: [], hasErrors: false };

  /** What of the drawer shows them. */
  panel = element('div', { class: 'problems' }, element('div', { class: 'head' }, this.#title, this.#fixAll), this.#list, this.#more);

  /** The problems as they were told. */
  get told() {
    return this.#told;
  }

  get isEmpty() {
    return this.#told.items.length === 0;
  }

  show(told, words) {
    this.#told = told;
    this.#list.replaceChildren(...told.items.map((problem, number) => item(problem, words, number)));
    this.#list.hidden = this.isEmpty;
    if (told.fixAll) Object.assign(this.#fixAll, { textContent: told.fixAll.label }).dataset.fix = told.fixAll.id;
    this.#fixAll.hidden = !told.fixAll;
    this.#more.textContent = told.more ?? '';
    this.#more.hidden = !told.more;
    this.#list.scrollTop = 0;
  }

  /** Says what they come to. */
  entitle(title) {
    this.#title.textContent = title;
  }

  focus() {
    this.#list.focus();
  }
}

function item({ severity, label, code, message, place, excerpt, editor, notes, hint, fix }, words, number) {
  const [before, meant, after] = excerpt ?? ['', '', ''];
  const about = (label, text) => [element('dt', {}, label), element('dd', { dir: 'auto' }, ...quoted(text))];
  return element(
    'li',
    {},
    element(
      'p',
      { class: 'head' },
      element('b', { class: severity }, label),
      element('a', { dir: 'ltr', href: `/.warraq/explain/${code}`, target: '_blank', title: words.explain }, code),
      place && element(editor ? 'a' : 'span', { dir: 'ltr', class: 'place', ...(editor && { href: editor }) }, place),
    ),
    element('p', { class: 'message', dir: 'auto', id: `problem-${number}` }, ...quoted(message)),
    (before + meant + after).trim() && element('p', { class: 'line', dir: 'auto' }, before, element('mark', {}, meant), after),
    (notes.length > 0 || hint) &&
      element('dl', {}, ...notes.flatMap((note) => about(words.note, note)), ...(hint ? about(words.hint, hint) : [])),
    fix && element('button', { type: 'button', class: 'fix', 'data-fix': fix, 'aria-describedby': `problem-${number}` }, words.fix),
  );
}
