// The page of this tab: how it stands, and how it becomes what the server has now.

import { Morph } from './morph.js';

/** Our own script in a page, which says how the page stands. */
const OURS = 'script[src="/.warraq/preview.js"]';
/** What runs when a page is loaded, and runs anew only when it is loaded again. Templates are what scripts make things of. */
const PROGRAM = 'script:not([src^="/.warraq/"]), template';
/** The types of scripts that run (HTML, "prepare the script element"; MIME Sniffing, "JavaScript MIME type"). */
const RUNS = /^(|module|importmap|(text|application)\/(x-)?(java|ecma)script|text\/(j|live)script|text\/javascript1\.[0-5])$/i;

/** The elements that show another file, by the attribute that names it. */
const SHOWING = {
  src: ':is(img, source, video, audio, embed, iframe)[src]',
  data: 'object[data]',
  href: ':is(link[rel~=stylesheet], link[rel~=icon], image, use)[href]',
};

const stateOf = (page) => page.querySelector(OURS)?.dataset.state;
const runs = (part) => part.localName === 'template' || RUNS.test(part.getAttribute('type')?.trim() ?? '');
const programOf = (page) => [...page.querySelectorAll(PROGRAM)].filter(runs).map((part) => part.outerHTML).join('\n');

export class Page {
  #morph;
  #work = Promise.resolve();
  #renewals = 0;

  /** Whether the page was deleted and is shown as it was. */
  isGone = false;

  get state() {
    return this.isGone ? 'gone' : stateOf(document);
  }

  /** Whether this is a page of the site, rather than one that says that there is none. */
  get isOfTheSite() {
    return stateOf(document)?.startsWith('page:') ?? false;
  }

  /** Gets the HTML that the page was made of, to compare with what it will be. */
  remember() {
    this.#afterwards(async () => {
      if (this.#morph || !this.isOfTheSite) return;
      const served = await read();
      const isTheSame = served && stateOf(served) === stateOf(document);
      // It changed in between: what is on screen has to do, and soon word of the change arrives.
      this.#morph = new Morph(isTheSame ? served : onScreen(), document);
    });
  }

  /** Shows what the server has now. */
  become(state) {
    const { isOfTheSite } = this;
    this.isGone = state === 'gone';
    if (this.isGone) return;
    if (isOfTheSite && state.startsWith('page:')) this.#afterwards(() => this.#update());
    else location.reload();
  }

  /** Shows files anew that changed under the address they had: these, or all. */
  renew(addresses) {
    this.#afterwards(() => {
      for (const [attribute, elements] of Object.entries(SHOWING)) {
        for (const element of document.querySelectorAll(elements)) {
          const address = new URL(element.getAttribute(attribute), document.baseURI);
          if (address.origin !== location.origin || (addresses && !addresses.includes(address.pathname))) continue;
          // What the browser has shown before it shows again without asking, unless the address is another.
          address.searchParams.set('warraq', (this.#renewals += 1));
          element.setAttribute(attribute, address);
        }
      }
    });
  }

  async #update() {
    const next = await read();
    // Gone again, or the server is: either way word will come.
    if (!next || stateOf(next) === stateOf(document)) return;
    if (programOf(next) === programOf(this.#morph.served)) await this.#morph.become(next);
    else location.reload();
  }

  /** One thing after another, so that the last state wins. */
  #afterwards(task) {
    this.#work = this.#work.then(task);
  }
}

/** This page as it is on screen, but for what we added to it. */
function onScreen() {
  const page = document.cloneNode(true);
  page.querySelector('warraq-preview')?.remove();
  return page;
}

/** This page as the server has it now, or null where it has none, or is away. */
async function read() {
  try {
    const response = await fetch(location.pathname + location.search);
    return response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : null;
  } catch {
    return null;
  }
}
