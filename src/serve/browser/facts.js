// What there is to know of the page: its weight, its card, its links, how long it is to read; and the drafts of the site.

import { element } from './element.js';

export class Facts {
  #newest = 0;

  /** What of the drawer shows them. */
  page = element('div', { class: 'facts' });
  drafts = element('div', { class: 'drafts' });

  /** Asks the server for them, and shows them unless they were asked for again meanwhile. */
  async ask(words) {
    const number = (this.#newest += 1);
    let facts = null;
    try {
      facts = await (await fetch(`/.warraq/page${location.pathname}`)).json();
    } catch {
      // The server is away, or the page's policy keeps us from asking: there is nothing to show.
    }
    if (number !== this.#newest) return;
    const away = element('p', { class: 'faint' }, words.away);
    this.page.replaceChildren(...(facts ? about(facts, words) : [away]));
    const review = facts?.review && element('p', {}, element('a', { href: '/.warraq/review' }, facts.review));
    this.drafts.replaceChildren(...(facts ? links(facts.drafts, words.drafts) : [away.cloneNode(true)]), review || '');
  }
}

function about({ reading, source, weights, card, links: all }, words) {
  if (reading.length === 0) return [element('p', { class: 'faint' }, words.noPage)];
  const { file, editor } = source ?? {};
  const place = file && element(editor ? 'a' : 'span', { dir: 'ltr', class: 'place', ...(editor && { href: editor }) }, file);
  return [
    part(words.reading, element('ul', { class: 'reading' }, ...reading.map((text) => element('li', {}, text))), place),
    part(words.weight, element('ul', { class: 'weights' }, ...weights.map(weight))),
    part(words.card, ...(card.title || card.image ? [shared(card)] : [element('p', { class: 'faint' }, words.noCard)])),
    part(words.links, ...links(all)),
  ];
}

const part = (title, ...children) => element('section', { class: 'part' }, element('h3', {}, title), ...children);

function weight({ label, said, part, over }) {
  const bar = element('i', { 'aria-hidden': 'true' });
  // Through the object model, which no policy on styles forbids.
  bar.style.inlineSize = `${Math.round(part * 100)}%`;
  const words = [element('span', {}, label), element('span', { class: 'said' }, said), over && element('b', { class: 'error' }, over)];
  return element('li', over ? { class: 'over' } : {}, element('p', { class: 'head' }, ...words), element('span', { class: 'bar' }, bar));
}

function shared({ title, description, image, alt }) {
  const picture = image && element('img', { src: image, alt, loading: 'lazy', width: 1200, height: 630 });
  return element('figure', {}, picture, element('figcaption', {}, element('b', { dir: 'auto' }, title), element('span', { dir: 'auto' }, description)));
}

/** Things with an address each, and how many there are. */
function links({ count, items, more }, title) {
  const link = ({ title, note, address }) => {
    const words = element(address ? 'a' : 'span', { dir: 'auto', ...(address && { href: new URL(address, document.baseURI) }) }, title);
    return element('li', {}, words, element('span', { dir: 'auto', class: 'place' }, note));
  };
  const counted = title ? element('h2', {}, `${title}: ${count}`) : element('p', { class: 'faint' }, count);
  return [counted, items.length > 0 && element('ul', { class: 'links' }, ...items.map(link)), more && element('p', { class: 'faint' }, more)].filter(Boolean);
}
