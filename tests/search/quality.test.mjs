// How well the dossier's search answers: queries.tsv, asked of what is published.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openSearch } from './engine.mjs';
import { judge, readQueries, summary } from './judge.mjs';

const queries = readQueries(fileURLToPath(new URL('.', import.meta.url)));
const search = await openSearch(process.env.SITE);
const shown = (measures) => Object.entries(measures).map(([name, value]) => `${name} ${value === null ? '–' : value.toFixed(3)}`).join('  ');

test('the queries of the dossier find what they should', async () => {
  const kinds = new Map();
  const all = [];
  for (const query of queries) {
    const verdict = judge(query, (await search.find(query.query)).addresses);
    all.push(verdict);
    kinds.set(query.kind, [...(kinds.get(query.kind) ?? []), verdict]);
  }
  for (const [kind, verdicts] of kinds) console.log(`${kind.padEnd(16)} ${String(verdicts.length).padStart(3)}  ${shown(summary(verdicts))}`);
  const { recall, precision, first, nothing } = summary(all);
  console.log(`${'all'.padEnd(16)} ${all.length}  ${shown({ recall, precision, first, nothing })}`);
  assert.ok(all.length >= 150);
  assert.ok(recall >= 0.97, `recall ${recall}`);
  assert.ok(precision >= 0.95, `precision ${precision}`);
  assert.ok(first >= 0.95, `the right page first: ${first}`);
  assert.ok(nothing >= 0.94, `nothing for nonsense: ${nothing}`);
});

test('the first result costs its reader at most 40 KB', async () => {
  const fresh = await openSearch(process.env.SITE);
  const { addresses } = await fresh.find('الجرائم');
  assert.ok(addresses.length > 0);
  console.log(`${fresh.bytes()} bytes to the first result`);
  assert.ok(fresh.bytes() <= 40_000);
});

test('results lead to the place that says most', async () => {
  const place = async (query, page) => {
    const { results } = await search.find(query);
    const result = results.find(({ url }) => new URL(url).pathname.replace(/index\.html$/, '') === page);
    return result && decodeURIComponent(new URL(result.url).hash);
  };
  assert.equal(await place('النرويج', '/countries/norway/'), '', 'a page that is called so');
  assert.match(await place('القارة الأوروبية', '/source/'), /^#p\d+$/, 'a paragraph of the article');
  assert.equal(await place('إيطاليا', '/regions/europe/'), '#c-europe-2-3', 'a row among the contacts of a region');
});

test('marks are whole words, and those that were found', async () => {
  const marked = async (query, text) => {
    const { found } = await search.find(query);
    return Array.from(search.marks(text, found), ([start, end]) => text.slice(start, end));
  };
  assert.deepEqual(await marked('جرائم', 'الجَريمة المنظمة، وجرم آخر'), ['الجَريمة']);
  assert.deepEqual(await marked('من', 'الأمن والمنهج، من المغرب'), ['من'], 'no part of a word');
});

test('a question without words finds nothing and breaks nothing', async () => {
  for (const query of ['', ' ', '؟!', '\u200f', '«»', '%', '\u064e']) assert.deepEqual((await search.find(query)).addresses, [], JSON.stringify(query));
});
