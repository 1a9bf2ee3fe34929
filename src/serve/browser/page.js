// The page of this tab: how it stands, and how it becomes what the server has now.

import { Morph } from './morph.js';

/** Our own script in a page, which says how the page stands. */
const OURS = 'script[src="/.warraq/preview.js"]';
/** What ran when the page was loaded, and runs anew only when it is loaded again. Templates are what scripts make things of. */
const PROGRAM = [':not([type])', '[type=module]', '[type=importmap]', '[type*=javascript]']
  .map((type) => `script${type}:not([src^="/.warraq/"])`)
  .concat('template')
  .join();

const standingOf = (page) => page.querySelector(OURS)?.dataset.standing;
const programOf = (page) => [...page.querySelectorAll(PROGRAM)].map((part) => part.outerHTML).join('\n');

export class Page {
  #morph;
  #work = Promise.resolve();

  /** Whether the page was deleted and is shown as it was. */
  isGone = false;

  get standing() {
    return this.isGone ? 'gone' : standingOf(document);
  }

  /** Whether this is a page of the site, rather than one that says that there is none. */
  get isOfTheSite() {
    return standingOf(document)?.startsWith('page:') ?? false;
  }

  /** Gets the HTML that the page was made of, to compare with what it will be. */
  remember() {
    this.#afterwards(async () => {
      if (this.#morph || !this.isOfTheSite) return;
      const served = await read();
      const isTheSame = served && standingOf(served) === standingOf(document);
      // It changed in between: what is on screen has to do, and soon word of the change arrives.
      this.#morph = new Morph(isTheSame ? served : document.cloneNode(true), document);
    });
  }

  /** Shows what the server has now. */
  become(standing) {
    const { isOfTheSite } = this;
    this.isGone = standing === 'gone';
    if (this.isGone) return;
    if (isOfTheSite && standing.startsWith('page:')) this.#afterwards(() => this.#update());
    else location.reload();
  }

  async #update() {
    const next = await read();
    // Gone again, or the server is: either way word will come.
    if (!next || standingOf(next) === standingOf(document)) return;
    if (programOf(next) === programOf(this.#morph.served)) await this.#morph.become(next);
    else location.reload();
  }

  /** One thing after another, so that the last state wins. */
  #afterwards(task) {
    this.#work = this.#work.then(task);
  }
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
