// What an editor has to know, at the foot of the page: the problems of the site, and that a page is gone. It stands in a shadow root
// of its own, where the page's style does not reach it nor its style the page.

const plurals = new Intl.PluralRules('ar');
const forms = { one: 0, two: 1, few: 2, many: 3, other: 4 };
const ERRORS = ['خطأ واحد', 'خطآن', '# أخطاء', '# خطأً', '# خطأ'];
const WARNINGS = ['تحذير واحد', 'تحذيران', '# تحذيرات', '# تحذيرًا', '# تحذير'];
const SEVERITIES = { error: 'خطأ', warning: 'تحذير' };
/** Under this name the tab remembers which problems were dismissed, from page to page. */
const DISMISSED = 'warraq-dismissed';

export class Panel {
  #page;
  #problems = [];
  #isOpen = false;
  #status = element('p', { role: 'status', class: 'unseen' });
  #gone = element('p', { class: 'gone' }, 'لم تعد هذه الصفحة في الموقع. هذا ما كانت عليه.');
  #title = element('h2', {});
  #close = element('button', { type: 'button' }, 'إخفاء');
  #list = element('ol', { tabindex: 0, 'aria-labelledby': 'title' });
  #count = element('button', { type: 'button', class: 'count' });
  #section;
  #aside;

  constructor(page) {
    this.#page = page;
    this.#title.id = 'title';
    this.#section = element('section', {}, element('header', {}, this.#title, this.#close), this.#list);
    this.#aside = element('aside', { 'aria-label': 'معاينة الموقع' }, this.#gone, this.#section, this.#count);
    this.#close.addEventListener('click', () => this.#dismiss());
    this.#count.addEventListener('click', () => this.#open());
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#isOpen && !event.defaultPrevented) this.#dismiss();
    });
    const host = element('warraq-preview', { lang: 'ar', dir: 'rtl' });
    const root = host.attachShadow({ mode: 'open' });
    root.append(this.#status, this.#aside);
    this.#render();
    styled(root).then(() => document.documentElement.append(host));
  }

  /** Shows how the page stands, and these problems where they are given. */
  show(problems) {
    if (problems && JSON.stringify(problems) !== JSON.stringify(this.#problems)) {
      const hasErrors = problems.some(({ severity }) => severity === 'error');
      const wasDismissed = sessionStorage.getItem(DISMISSED) === JSON.stringify(problems);
      this.#problems = problems;
      this.#isOpen = problems.length > 0 && !wasDismissed && (hasErrors || this.#isOpen);
      this.#list.replaceChildren(...problems.map(item));
      this.#list.scrollTop = 0;
    }
    this.#render();
  }

  #open() {
    this.#isOpen = true;
    sessionStorage.removeItem(DISMISSED);
    this.#render();
    this.#list.focus();
  }

  #dismiss() {
    const hadFocus = this.#section.contains(this.#section.getRootNode().activeElement);
    this.#isOpen = false;
    sessionStorage.setItem(DISMISSED, JSON.stringify(this.#problems));
    this.#render();
    if (hadFocus) this.#count.focus();
  }

  #render() {
    const { isGone, isOfTheSite } = this.#page;
    const number = counted(this.#problems);
    const hasErrors = this.#problems.some(({ severity }) => severity === 'error');
    const last = isOfTheSite ? ' تظهر آخر نسخة سليمة.' : '';
    const title = hasErrors ? `لم يُبنَ الموقع: ${number}.${last}` : number;
    this.#title.textContent = title;
    this.#count.textContent = number;
    this.#section.classList.toggle('errors', hasErrors);
    this.#count.classList.toggle('errors', hasErrors);
    this.#gone.hidden = !isGone;
    this.#section.hidden = !this.#isOpen;
    this.#count.hidden = this.#isOpen || this.#problems.length === 0;
    this.#aside.hidden = this.#gone.hidden && this.#problems.length === 0;
    // The end of the page can be scrolled out from under the panel.
    document.documentElement.style.paddingBlockEnd = this.#isOpen ? `${this.#aside.offsetHeight}px` : '';
    const status = [isGone ? this.#gone.textContent : '', title].filter(Boolean).join(' ');
    // A status that is written again is read again.
    if (this.#status.textContent !== status) this.#status.textContent = status;
  }
}

/** «خطآن وتحذير واحد» */
function counted(problems) {
  const count = (severity, words) => {
    const n = problems.filter((problem) => problem.severity === severity).length;
    return n ? words[forms[plurals.select(n)]].replace('#', n) : '';
  };
  return [count('error', ERRORS), count('warning', WARNINGS)].filter(Boolean).join(' و');
}

/** A problem, as the terminal tells it. */
function item({ severity, code, message, file, line, column, excerpt, editor, notes, hint }) {
  const place = line ? `${file}:${line}:${column}` : file;
  const [before, meant, after] = excerpt ?? ['', '', ''];
  const about = (label, text) => [element('dt', {}, label), element('dd', { dir: 'auto' }, ...quoted(text))];
  return element(
    'li',
    {},
    element(
      'p',
      { class: 'head' },
      element('b', { class: severity }, SEVERITIES[severity]),
      element('span', { dir: 'ltr' }, code),
      file && element(editor ? 'a' : 'span', { dir: 'ltr', class: 'place', ...(editor && { href: editor }) }, place),
    ),
    element('p', { class: 'message', dir: 'auto' }, ...quoted(message)),
    (before + meant + after).trim() && element('p', { class: 'line', dir: 'auto' }, before, element('mark', {}, meant), after),
    (notes.length > 0 || hint) &&
      element('dl', {}, ...notes.flatMap((note) => about('ملاحظة', note)), ...(hint ? about('الإصلاح', hint) : [])),
  );
}

/** A sentence whose quoted words, between ` and `, may run the other way than it does. */
const quoted = (text) => text.split(/(`[^`]*`)/).map((part) => (part.startsWith('`') ? element('bdi', {}, part) : part));

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
