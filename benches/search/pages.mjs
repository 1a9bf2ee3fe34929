// A built site into what the engines are given: each page's address, title, headings and text, and its HTML. Read by the browser's own HTML parser.

import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Pages that keep themselves out of indexes (404.html) are left out for every engine. */
export async function readPages(browser, site) {
  const files = readdirSync(site, { recursive: true }).filter((path) => path.endsWith('.html')).sort();
  const page = await browser.newPage();
  const pages = [];
  for (const file of files) {
    const html = readFileSync(join(site, file), 'utf8');
    const text = await page.evaluate(read, html);
    if (text) pages.push({ address: `/${file.split(sep).join('/')}`.replace(/index\.html$/, ''), html, ...text });
  }
  await page.close();
  return pages;
}

/** Runs in the browser. */
function read(html) {
  const INLINE = 'a, abbr, b, bdi, bdo, cite, code, em, i, kbd, mark, q, s, small, span, strong, sub, sup, time, u, wbr';
  const page = new DOMParser().parseFromString(html, 'text/html');
  const main = page.querySelector('main');
  if (!main || page.querySelector('meta[name=robots][content*=noindex]')) return null;
  main.querySelectorAll('nav, script, style, svg').forEach((element) => element.remove());
  // Words of neighbouring blocks must not run together; those of inline elements may be parts of one word.
  main.querySelectorAll(`:not(${INLINE})`).forEach((element) => (element.before(' '), element.after(' ')));
  const text = (element) => element.textContent.replace(/\s+/g, ' ').trim();
  const headings = [...main.querySelectorAll('h2, h3, h4, h5, h6')].map(text);
  return { title: text(main.querySelector('h1') ?? page.querySelector('title')), headings: headings.join(' '), body: text(main) };
}
