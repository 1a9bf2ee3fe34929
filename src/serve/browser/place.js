// From a page to its version in another language: the place is kept, as far down as it was.

/** In the storage of the tab: the address that is opened, and how much of its way there was scrolled. */
const KEPT = 'warraq-place';

/** The way that can be scrolled, in pixels. */
const way = () => document.documentElement.scrollHeight - innerHeight;
const address = (link) => new URL(link).pathname.replace(/index\.html$/, '');

/** The addresses of this page in all its languages. A site of one language has none. */
function versions() {
  const links = document.querySelectorAll('link[rel=alternate][hreflang]');
  return new Set([...links].map(({ href }) => address(href)));
}

function note({ target, button, defaultPrevented, altKey, ctrlKey, metaKey, shiftKey }) {
  const link = target.closest?.('a[href]');
  if (!link || button || defaultPrevented || altKey || ctrlKey || metaKey || shiftKey) return;
  if (link.origin !== location.origin || link.hash || link.target || !versions().has(address(link.href))) return;
  sessionStorage.setItem(KEPT, JSON.stringify({ opened: address(link.href), share: scrollY / Math.max(way(), 1) }));
}

function goOn() {
  const { opened, share } = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}');
  sessionStorage.removeItem(KEPT);
  if (opened === address(location.href)) scrollTo({ top: share * way(), behavior: 'instant' });
}

export function keepPlace() {
  document.addEventListener('click', note);
  if (document.readyState === 'complete') goOn();
  else addEventListener('load', goOn, { once: true });
}
