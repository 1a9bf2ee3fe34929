// Citations: the paragraph beside its number, with the quoted words marked, on hover and on focus.
// Without this script, or from a folder on disk, a citation is a link to the words.
{
  const cites = 'a.cite[href*="#p"]';
  const pages = new Map();
  let card, shown, timer;

  /** The page that a citation leads to, fetched once. */
  const load = (url) => {
    if (!pages.has(url)) {
      const text = fetch(url).then((answer) => answer.text());
      pages.set(url, text.then((html) => new DOMParser().parseFromString(html, 'text/html')).catch(() => pages.delete(url)));
    }
    return pages.get(url);
  };

  /** The words between « and » that a citation is for: those of its block since the citation before it. */
  const words = (link) => {
    const block = link.closest('figure, p, li, td, dd');
    const range = new Range();
    range.setStart(block, 0);
    const before = [...block.querySelectorAll(cites)].filter((one) => one.compareDocumentPosition(link) & 4).pop();
    if (before) range.setStartAfter(before);
    range.setEndBefore(link);
    return [...range.toString().matchAll(/«([^»]+)»/g)].flatMap(([, said]) => said.split(' … '));
  };

  /** Marks words in the text of an element that has no other markup. */
  const mark = (element, said) => {
    const text = [...element.childNodes].find((node) => node.nodeType === 3 && node.data.includes(said));
    if (!text) return;
    const rest = text.splitText(text.data.indexOf(said));
    rest.splitText(said.length);
    const marked = document.createElement('mark');
    rest.replaceWith(marked);
    marked.append(rest);
  };

  const show = async (link) => {
    shown = link;
    if (!link.protocol.startsWith('http') || !HTMLElement.prototype.showPopover) return;
    const page = await load(link.href.split('#')[0]);
    const from = page?.querySelector(`${link.hash.match(/#p\d+/)[0]} .text`);
    const text = from?.textContent.trim();
    if (!text || shown !== link) return;
    if (!card) {
      card = document.createElement('div');
      card.className = 'preview';
      card.popover = 'manual';
      card.append(document.createElement('b'), document.createElement('p'));
      card.onpointerenter = () => clearTimeout(timer);
      card.onpointerleave = later;
      document.body.append(card);
    }
    const [name, paragraph] = card.children;
    name.textContent = link.ariaLabel ?? link.textContent;
    paragraph.textContent = text;
    // The paragraph may be in another language than this page.
    for (const name of ['lang', 'dir']) paragraph[name] = from.closest(`[${name}]`)[name];
    words(link).forEach((said) => mark(paragraph, said));
    card.showPopover();
    const box = link.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = card;
    const isAbove = box.bottom + height + 8 > innerHeight && box.top > height + 8;
    const most = document.documentElement.clientWidth - width - 8;
    card.style.left = `${Math.max(8, Math.min(box.right - width / 2, most))}px`;
    card.style.top = `${isAbove ? box.top - height - 4 : box.bottom + 4}px`;
  };

  const hide = () => {
    clearTimeout(timer);
    shown = null;
    card?.hidePopover();
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(hide, 200);
  };

  const on = (event, act) => document.addEventListener(event, (e) => act(e.target.closest?.(cites), e));
  on('pointerover', (link, { pointerType }) => {
    if (!link || pointerType !== 'mouse') return;
    clearTimeout(timer);
    if (shown !== link) timer = setTimeout(() => (hide(), show(link)), 120);
  });
  on('pointerout', (link) => link && later());
  on('focusin', (link) => link?.matches(':focus-visible') && (hide(), show(link)));
  on('focusout', (link) => link && hide());
  on('keydown', (_, { key }) => key === 'Escape' && hide());
}
