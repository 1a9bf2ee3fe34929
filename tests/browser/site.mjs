// The built site under test: its files, its addresses, a server for it and a browser to look at it with.
// `SITE` names its folder, `SITE_BELOW` that of the same site built for a path of a host; tests/run builds and names both.

import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, relative, resolve, sep } from 'node:path';
import { chromium } from 'playwright-core';

/** The files of a folder by address: `/countries/mali/index.html` -> bytes. */
export function readSite(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return new Map(paths.sort().map((path) => ['/' + relative(folder, path).split(sep).join('/'), readFileSync(path)]));
}

function required(name) {
  if (!process.env[name]) throw new Error(`${name} is not set: run these tests with tests/run browser`);
  return resolve(process.env[name]);
}

export const folder = required('SITE');
export const folderBelow = required('SITE_BELOW');
export const files = readSite(folder);

/** What the site must consist of: address, kind and title of each page. A kind may have a remark in brackets. */
export const pages = readFileSync(new URL('../reference/sitemap.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .map(([, address, kind, title]) => ({ address, kind: kind.split(' ')[0], title }));

/** The files at the addresses that pages had before: they only lead on. */
export const moved = readFileSync(new URL('../reference/redirects.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => `${line.split('\t')[0]}index.html`);

/** The first page of each kind, and the countries that differ: with a body, without one, outside the regions. */
export const samples = pages.filter(
  ({ address, kind }, i) =>
    ['/countries/poland/', '/countries/mali/', '/countries/norway/'].includes(address) ||
    pages.findIndex((page) => page.kind === kind) === i,
);

export const fileOf = (address) => (address.endsWith('/') ? `${address}index.html` : address);

/** Content types by extension. */
export const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** Serves files under a prefix on a port of this machine, a free one by itself, as a plain static host would; `headers` go with each. */
export async function serve({ prefix = '/', site = files, headers = {}, port = 0 } = {}) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const file = path.startsWith(prefix) ? fileOf('/' + path.slice(prefix.length)) : '';
    const shown = site.has(file) ? file : '/404.html';
    response.writeHead(shown === file ? 200 : 404, { 'content-type': TYPES[extname(shown)] ?? 'application/octet-stream', ...headers });
    response.end(site.get(shown));
  });
  server.unref();
  await new Promise((ready) => server.listen(port, '127.0.0.1', ready));
  return {
    root: `http://127.0.0.1:${server.address().port}${prefix}`,
    close: () => (server.closeAllConnections(), server.close()),
  };
}

export const launch = (...more) =>
  chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });

/**
 * In the page: what lays out words of its own as items. Where a part of them is isolated, each run is an item by itself, and the
 * spaces around it are gone: «تخصيصERPNext».
 */
export function torn() {
  const isWords = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '';
  // A word or a number by itself has nothing to lose.
  const hasSeveral = (element) => [...element.childNodes].some(isWords) && /\S\s+\S/.test(element.textContent);
  const all = [...document.body.querySelectorAll('*')].filter(hasSeveral);
  const items = all.filter((element) => /flex|grid/.test(getComputedStyle(element).display));
  return items.map((element) => `tears its words apart: ${element.cloneNode(false).outerHTML.slice(0, 160)} "${element.textContent.trim().slice(0, 40)}"`);
}

/** Lays out what a page leaves out until it is near (`content-visibility`), so that its fonts are asked for as well, and waits for them. */
export const layOut = (page) =>
  page.evaluate(() => {
    const whole = new CSSStyleSheet();
    whole.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets.push(whole);
    document.body.getBoundingClientRect();
    return document.fonts.ready.then(() => undefined);
  });

/** Fails with one line a problem. */
export function none(problems) {
  if (problems.length > 0) throw new Error(`${problems.length} found\n  ${problems.join('\n  ')}`);
}
