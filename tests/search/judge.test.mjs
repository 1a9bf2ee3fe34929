// The judge itself: what it counts, and what it refuses to read.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { addressOf, judge, readQueries, summary } from './judge.mjs';

const query = (kind, best, relevant, accepted = []) => ({ query: 'س', kind, best, relevant: new Set(relevant), accepted: new Set(accepted) });

test('the queries over the dossier can be read', () => {
  const queries = readQueries(fileURLToPath(new URL('.', import.meta.url)));
  assert.equal(queries.length, 471);
  assert.equal(queries.filter(({ kind }) => kind === 'nothing').length, 56);
  assert.equal(queries.filter(({ accepted }) => accepted.size > 0).length, 138);
  assert.ok(queries.every(({ relevant }) => !relevant.has('*') && !relevant.has('-')));
});

test('a page counts once, and what is accepted costs neither recall nor precision', () => {
  const asked = query('exact', '/a/', ['/a/', '/b/'], ['/c/']);
  assert.deepEqual(judge(asked, ['/a/', '/c/', '/a/', '/d/']), { recall: 1 / 2, precision: 2 / 3, first: 1, nothing: null });
  assert.deepEqual(judge(asked, ['/b/', '/a/']), { recall: 1, precision: 1, first: 0, nothing: null });
});

test('finding nothing costs recall, not precision', () => {
  assert.deepEqual(judge(query('typo', '/a/', ['/a/']), []), { recall: 0, precision: null, first: 0, nothing: null });
});

test('a query for nothing is right when nothing is found', () => {
  assert.deepEqual(judge(query('nothing', null, []), []), { recall: null, precision: 1, first: null, nothing: 1 });
  assert.deepEqual(judge(query('nothing', null, []), ['/a/']), { recall: null, precision: 0, first: null, nothing: 0 });
});

test('a mean is taken over the queries that a measure applies to', () => {
  const judgements = [
    { recall: 1, precision: 1, first: null, nothing: null },
    { recall: 0, precision: null, first: 1, nothing: null },
  ];
  assert.deepEqual(summary(judgements), { recall: 1 / 2, precision: 1, first: 1, nothing: null });
});

test('a result names its page', () => {
  const root = 'http://127.0.0.1:1/below/';
  for (const url of ['http://127.0.0.1:1/below/a/', '/below/a/index.html#p4', 'a/index.html', 'a/?q=1']) assert.equal(addressOf(url, root), '/a/');
  assert.equal(addressOf('index.html', root), '/');
  assert.equal(addressOf('مالي/', root), '/مالي/');
});

test('slips in the tables are refused, all of them at once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'queries-'));
  try {
    writeFileSync(join(folder, 'queries.tsv'), ['query\tkind\tbest\trelevant', 'ا\texact\t/a/\t/b/', 'ب\texact\t-\t/b/ *', 'ب\texact\t-\t/b/', 'ت\tnothing\t-\t/b/', 'ث\texact'].join('\n'));
    writeFileSync(join(folder, 'accepted.tsv'), ['query\tmore', 'ا\t/c/', 'ج\t/c/'].join('\n'));
    const slips = ['accepted.tsv: the first line', 'queries.tsv:6', 'ا: is in accepted.tsv', 'ا: best is not', 'ب: has *', 'ت: pages', 'a query twice', 'ج is not in'];
    assert.throws(() => readQueries(folder), ({ message }) => {
      assert.deepEqual(slips.filter((slip) => !message.includes(slip)), []);
      return message.split('\n').length === 1 + slips.length;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
