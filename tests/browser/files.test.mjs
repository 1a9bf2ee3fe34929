// The files beside the pages: sitemap, exports, and the weight of everything.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { files, none, pages } from './site.mjs';

const KB = 1000;
const text = (path) => {
  assert.ok(files.has(path), `${path} was not published`);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(files.get(path));
};

/** Rows of a CSV file (RFC 4180). */
function csv(path) {
  const source = text(path);
  assert.equal(source.charCodeAt(0), 0xfeff, `${path} does not begin with a byte order mark`);
  const rows = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  for (field.lastIndex = 1; field.lastIndex < source.length; ) {
    const start = field.lastIndex;
    const match = field.exec(source);
    assert.ok(match, `${path}: not CSV from ${JSON.stringify(source.slice(start, start + 60))}`);
    rows.at(-1).push(match[1]?.replaceAll('""', '"') ?? match[2]);
    if (match[3] !== ',' && field.lastIndex < source.length) rows.push([]);
  }
  const [head, ...body] = rows;
  none(body.filter((row) => row.length !== head.length).map((row) => `${path}: ${row.length} of ${head.length} columns in ${row.join(' | ')}`));
  return body.map((row) => Object.fromEntries(row.map((value, i) => [head[i], value])));
}

test('sitemap.xml lists the 98 pages, robots.txt names it', () => {
  const locations = [...text('/sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, location]) => location);
  const base = locations.reduce((shortest, location) => (location.length < shortest.length ? location : shortest));
  const expected = pages.filter(({ kind }) => kind !== 'not-found').map(({ address }) => base + address.slice(1));
  assert.equal(expected.length, 98);
  assert.deepEqual(locations.sort(), expected.sort());
  assert.ok(text('/robots.txt').includes(`Sitemap: ${base}sitemap.xml`));
});

test('facts.json holds the dossier', () => {
  const { collections } = JSON.parse(text('/data/facts.json'));
  const counts = Object.fromEntries(Object.entries(collections).map(([name, entries]) => [name, entries.length]));
  assert.deepEqual(counts, { source: 1, event: 1, regions: 4, countries: 45, organisations: 5, contacts: 8, agreements: 2, topics: 23 });
});

test('countries.csv and mentions.csv parse and agree with the pages', () => {
  const countries = csv('/data/countries.csv');
  assert.deepEqual(
    countries.map(({ slug, name }) => [`/countries/${slug}/`, name]).sort(),
    pages.filter(({ kind }) => kind === 'country').map(({ address, title }) => [address, title]).sort(),
  );
  const mentions = csv('/data/mentions.csv');
  assert.equal(mentions.length, 30);
  assert.equal(new Set(mentions.map(({ topic }) => topic)).size, 23);
  none(mentions.filter(({ quote, paragraph }) => !quote || !/^\d+$/.test(paragraph)).map((row) => JSON.stringify(row)));
});

test('no bidirectional control characters in any text file', () => {
  none([...files].filter(([path]) => /\.(css|csv|html|json|svg|txt|xml)$/.test(path)).filter(([path]) => /[\u202a-\u202e]/.test(text(path))).map(([path]) => path));
});

test('weight: a page at most 40 KB, its style sheets together 16 KB, and no sheet without a page', () => {
  const html = [...files].filter(([path]) => path.endsWith('.html'));
  none(html.filter(([, bytes]) => bytes.length > 40 * KB).map(([path, bytes]) => `${path}: ${bytes.length} bytes`));
  const loaded = new Set();
  const over = html.flatMap(([path, bytes]) => {
    // What is an alternate one is loaded when somebody searches.
    const links = [...bytes.toString().matchAll(/<link rel="?(stylesheet|alternate)"?(?: type="?text\/css"?)? href="?([^"\s>]+)"?[^>]*>/g)];
    const asked = links.map(([, rel, href]) => [new URL(href, `http://site${path}`).pathname, rel === 'alternate']);
    asked.forEach(([sheet]) => loaded.add(sheet));
    const bytesOfSheets = asked.filter(([, later]) => !later).reduce((sum, [sheet]) => sum + files.get(sheet).length, 0);
    return bytesOfSheets > 16 * KB || asked.length === 0 ? [`${path}: ${bytesOfSheets} bytes`] : [];
  });
  none(over);
  none([...files.keys()].filter((path) => path.endsWith('.css') && !loaded.has(path)));
});
