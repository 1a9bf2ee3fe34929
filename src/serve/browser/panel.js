// What an editor has to know, at the foot of the page: the problems of the site, and that a page is gone. It stands in a shadow root
// of its own, where the page's style does not reach it nor its style the page. All that it says comes from the server.

/** Under this name the tab remembers which problems were dismissed, from page to page. */
const DISMISSED = 'warraq-dismissed';
/** How long it is said what came of a click, in milliseconds. */
const PATIENCE = 10_000;

export class Panel {
  #page;
  #words = {};
  #token;
  #problems = { items: [] };
  #isOpen = false;
  #isFixing = false;
  #silence;
  #status = element('p', { role: 'status', class: 'unseen' });
  #gone = element('p', { class: 'gone' });
  #title = element('h2', {});
  #close = element('button', { type: 'button' });
  #fixAll = element('button', { type: 'button', class: 'fix' });
  #told = element('p', { class: 'told', role: 'status', dir: 'auto' });
  #list = element('ol', { tabindex: 0, 'aria-labelledby': 'title' });
  #count = element('button', { type: 'button', class: 'count' });
  #more = element('p', { class: 'more', dir: 'auto' });
  #section;
  #aside;
  #host = element('warraq-preview', {});

  constructor(page) {
    this.#page = page;
    this.#title.id = 'title';
    this.#section = element('section', {}, element('header', {}, this.#title, this.#fixAll, this.#close), this.#list, this.#more);
    this.#aside = element('aside', {}, this.#gone, this.#told, this.#section, this.#count);
    this.#close.addEventListener('click', () => this.#dismiss());
    this.#section.addEventListener('click', ({ target }) => target.dataset?.fix && this.#fix(target));
    this.#count.addEventListener('click', () => this.#open());
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
    this.#gone.textContent = words.gone;
    this.#close.textContent = words.hide;
  }

  /** Takes what lets this page ask for fixes. Without it, none are offered. */
  trust(token) {
    this.#token = token;
    this.#aside.classList.add('trusted');
  }

  /** Shows how the page stands, and these problems where they are given. */
  show(problems) {
    if (problems && JSON.stringify(problems) !== JSON.stringify(this.#problems)) {
      const wasDismissed = sessionStorage.getItem(DISMISSED) === JSON.stringify(problems);
      this.#problems = problems;
      this.#isOpen = problems.items.length > 0 && !wasDismissed && (problems.hasErrors || this.#isOpen);
      const hadFocus = this.#section.contains(this.#focused());
      this.#list.replaceChildren(...problems.items.map((problem, number) => item(problem, this.#words, number)));
      if (problems.fixAll) Object.assign(this.#fixAll, { textContent: problems.fixAll.label }).dataset.fix = problems.fixAll.id;
      this.#fixAll.hidden = !problems.fixAll;
      this.#more.textContent = problems.more ?? '';
      this.#more.hidden = !problems.more;
      this.#list.scrollTop = 0;
      this.#render();
      // What was just fixed had it, and is gone.
      if (hadFocus && !this.#focused()) (this.#isOpen ? this.#list : this.#count).focus();
    }
    this.#render();
  }

  #open() {
    this.#isOpen = true;
    sessionStorage.removeItem(DISMISSED);
    this.#render();
    this.#list.focus();
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

  #dismiss() {
    const hadFocus = this.#section.contains(this.#focused());
    this.#isOpen = false;
    sessionStorage.setItem(DISMISSED, JSON.stringify(this.#problems));
    this.#render();
    if (hadFocus) this.#count.focus();
  }

  #render() {
    const { isGone, isOfTheSite } = this.#page;
    const { count = '', hasErrors = false, items } = this.#problems;
    const last = isOfTheSite ? ` ${this.#words.lastGood}` : '';
    const title = hasErrors ? `${this.#words.notBuilt}: ${count}.${last}` : count;
    this.#title.textContent = title;
    this.#count.textContent = count;
    this.#section.classList.toggle('errors', hasErrors);
    this.#count.classList.toggle('errors', hasErrors);
    this.#gone.hidden = !isGone;
    this.#section.hidden = !this.#isOpen;
    this.#count.hidden = this.#isOpen || items.length === 0;
    this.#aside.hidden = this.#gone.hidden && items.length === 0 && !this.#told.textContent;
    // The end of the page can be scrolled out from under the panel.
    document.documentElement.style.paddingBlockEnd = this.#isOpen ? `${this.#aside.offsetHeight}px` : '';
    const status = [isGone ? this.#gone.textContent : '', title].filter(Boolean).join(' ');
    // A status that is written again is read again.
    if (this.#status.textContent !== status) this.#status.textContent = status;
  }
}

/** A problem, as the terminal tells it. */
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
      element('span', { dir: 'ltr' }, code),
      place && element(editor ? 'a' : 'span', { dir: 'ltr', class: 'place', ...(editor && { href: editor }) }, place),
    ),
    element('p', { class: 'message', dir: 'auto', id: `problem-${number}` }, ...quoted(message)),
    (before + meant + after).trim() && element('p', { class: 'line', dir: 'auto' }, before, element('mark', {}, meant), after),
    (notes.length > 0 || hint) &&
      element('dl', {}, ...notes.flatMap((note) => about(words.note, note)), ...(hint ? about(words.hint, hint) : [])),
    fix && element('button', { type: 'button', class: 'fix', 'data-fix': fix, 'aria-describedby': `problem-${number}` }, words.fix),
  );
}

/**
 * A sentence whose quoted words, between ` and `, may run the other way than it does. They are isolated as one: isolated by halves, as
 * the arguments in a sentence are, `draft = true` would read `true = draft` from right to left.
 */
const quoted = (text) => text.split(/(`[^`]*`)/).map((part) => (part.startsWith('`') ? element('bdi', {}, part.replace(/[\u2068\u2069]/g, '')) : part));

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter(Boolean));
  return made;
}

async function styled(root) {
  const sheet = new CSSStyleSheet();
  const response = await fetch(new URL('panel.css', import.meta.url));
  root.adoptedStyleSheets = [await sheet.replace(await response.text())];
}
