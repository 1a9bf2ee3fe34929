// What an editor has to know, in a drawer at the foot of the page: the problems of the site, facts of the page, the drafts; and that a
// page is gone. It stands in a shadow root of its own, where the page's style does not reach it nor its style the page. All that it
// says comes from the server.

import { element } from './element.js';
import { Facts } from './facts.js';
import { Problems } from './problems.js';

/** Under this name the tab remembers which problems were dismissed, from page to page. */
const DISMISSED = 'warraq-dismissed';
/** How long it is said what came of a click, in milliseconds. */
const PATIENCE = 10_000;

const button = (attributes = {}) => element('button', { type: 'button', ...attributes });

export class Panel {
  #page;
  #words = {};
  #token;
  #problems = new Problems();
  #facts = new Facts();
  #shown = 'problems';
  #isOpen = false;
  #isFixing = false;
  #silence;
  #status = element('p', { role: 'status', class: 'unseen' });
  #gone = element('p', { class: 'gone' });
  #told = element('p', { class: 'told', role: 'status', dir: 'auto' });
  #close = button();
  #count = button({ class: 'count' });
  /** The parts of the drawer by name, each with the tab that shows it. */
  #parts = Object.fromEntries(
    Object.entries({ problems: this.#problems.panel, page: this.#facts.page, drafts: this.#facts.drafts }).map(([name, panel]) => {
      Object.assign(panel, { id: name, role: 'tabpanel', tabIndex: -1 }).setAttribute('aria-labelledby', `tab-${name}`);
      return [name, { panel, tab: button({ role: 'tab', id: `tab-${name}`, 'aria-controls': name }) }];
    }),
  );
  #tabs = element('div', { role: 'tablist' }, ...Object.values(this.#parts).map(({ tab }) => tab));
  #section = element('section', {}, element('header', {}, this.#tabs, this.#close), ...Object.values(this.#parts).map(({ panel }) => panel));
  #aside = element('aside', {}, this.#gone, this.#told, this.#section, this.#count);
  #host = element('warraq-preview', {});

  constructor(page) {
    this.#page = page;
    this.#close.addEventListener('click', () => this.#dismiss());
    this.#count.addEventListener('click', () => this.#open());
    this.#section.addEventListener('click', ({ target }) => target.dataset?.fix && this.#fix(target));
    for (const [name, { tab }] of Object.entries(this.#parts)) tab.addEventListener('click', () => this.#select(name));
    this.#tabs.addEventListener('keydown', (event) => this.#move(event));
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#isOpen && !event.defaultPrevented) this.#dismiss();
    });
    const root = this.#host.attachShadow({ mode: 'open' });
    root.append(this.#status, this.#aside);
    this.#render();
    styled(root).then(() => document.documentElement.append(this.#host));
  }

  /** Speaks another language. */
  speak(words) {
    this.#words = words;
    Object.assign(this.#host, { lang: words.lang, dir: words.dir });
    this.#aside.setAttribute('aria-label', words.panel);
    this.#tabs.setAttribute('aria-label', words.panel);
    this.#gone.textContent = words.gone;
    this.#close.textContent = words.hide;
    for (const [name, { tab }] of Object.entries(this.#parts)) tab.textContent = words.tabs[name];
  }

  /** Takes what lets this page ask for fixes. Without it, none are offered. */
  trust(token) {
    this.#token = token;
    this.#aside.classList.add('trusted');
  }

  /** Shows how the page stands, and these problems where they are given. */
  show(problems) {
    if (problems && JSON.stringify(problems) !== JSON.stringify(this.#problems.told)) {
      const wasDismissed = sessionStorage.getItem(DISMISSED) === JSON.stringify(problems);
      const isNew = problems.hasErrors && !this.#problems.told.hasErrors;
      const hadFocus = this.#section.contains(this.#focused());
      this.#problems.show(problems, this.#words);
      if (isNew || !this.#isOpen) this.#shown = 'problems';
      const isWanted = this.#shown !== 'problems' || problems.items.length > 0;
      this.#isOpen = isWanted && !wasDismissed && (problems.hasErrors || this.#isOpen);
      this.#render();
      // What was just fixed had it, and is gone.
      if (hadFocus && !this.#focused()) (this.#isOpen ? this.#problems : this.#count).focus();
    }
    this.#render();
    if (this.#isOpen && this.#shown !== 'problems') this.#facts.ask(this.#words);
  }

  #open() {
    this.#isOpen = true;
    sessionStorage.removeItem(DISMISSED);
    this.#select(this.#problems.isEmpty ? 'page' : 'problems');
    if (this.#shown === 'problems') this.#problems.focus();
    else this.#parts[this.#shown].tab.focus();
  }

  #dismiss() {
    const hadFocus = this.#section.contains(this.#focused());
    this.#isOpen = false;
    sessionStorage.setItem(DISMISSED, JSON.stringify(this.#problems.told));
    this.#render();
    if (hadFocus) this.#count.focus();
  }

  /** Shows a part of the drawer. */
  #select(name) {
    this.#shown = name;
    if (name !== 'problems') this.#facts.ask(this.#words).then(() => this.#render());
    this.#render();
  }

  /** From tab to tab, as they stand on screen. */
  #move(event) {
    const names = Object.keys(this.#parts);
    const forwards = this.#words.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backwards = this.#words.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const at = names.indexOf(this.#shown);
    const next = { [forwards]: at + 1, [backwards]: at - 1 + names.length, Home: 0, End: names.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.#select(names[next % names.length]);
    this.#parts[this.#shown].tab.focus();
  }

  /** Asks for a fix to be written. Word of what comes of it arrives as of every change. */
  async #fix(button) {
    if (this.#isFixing) return;
    this.#isFixing = true;
    const headers = { 'content-type': 'application/json', 'x-warraq-token': this.#token };
    const body = JSON.stringify({ fix: button.dataset.fix });
    try {
      const response = await fetch('/.warraq/fix', { method: 'POST', headers, body });
      this.#tell(await response.text());
    } catch {
      this.#tell(this.#words.away);
    }
    this.#isFixing = false;
  }

  /** Says for a while what came of something. */
  #tell(words) {
    this.#told.textContent = words;
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => ((this.#told.textContent = ''), this.#render()), PATIENCE);
    this.#render();
  }

  #focused() {
    return this.#section.getRootNode().activeElement;
  }

  #render() {
    const { isGone, isOfTheSite } = this.#page;
    const { count = '', hasErrors } = this.#problems.told;
    const last = isOfTheSite ? ` ${this.#words.lastGood}` : '';
    const title = hasErrors ? `${this.#words.notBuilt}: ${count}.${last}` : count;
    this.#problems.entitle(title || this.#words.noProblems);
    this.#count.textContent = count || this.#words.open;
    for (const one of [this.#section, this.#count]) {
      one.classList.toggle('errors', hasErrors);
      one.classList.toggle('none', this.#problems.isEmpty);
    }
    for (const [name, { panel, tab }] of Object.entries(this.#parts)) {
      const isShown = name === this.#shown;
      panel.hidden = !isShown;
      tab.setAttribute('aria-selected', isShown);
      tab.tabIndex = isShown ? 0 : -1;
    }
    this.#gone.hidden = !isGone;
    this.#section.hidden = !this.#isOpen;
    this.#count.hidden = this.#isOpen;
    // The end of the page can be scrolled out from under the panel.
    document.documentElement.style.paddingBlockEnd = this.#isOpen ? `${this.#aside.offsetHeight}px` : '';
    const status = [isGone ? this.#gone.textContent : '', title].filter(Boolean).join(' ');
    // A status that is written again is read again.
    if (this.#status.textContent !== status) this.#status.textContent = status;
  }
}

async function styled(root) {
  const sheet = new CSSStyleSheet();
  const response = await fetch(new URL('panel.css', import.meta.url));
  root.adoptedStyleSheets = [await sheet.replace(await response.text())];
}
