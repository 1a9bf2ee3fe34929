// A site whose index is cut into parts answers as one that is not, and at what price.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openSearch } from './engine.mjs';

const PAGES = 700;
const WORDS = 160;
const AFFIXES = ['', 'ال', 'وال', 'بال', 'لل', 'و', 'ب'];
const ENDINGS = ['', '', 'ات', 'ها', 'ين', 'ه', 'ي'];

const folder = mkdtempSync(join(tmpdir(), 'warraq-search-'));
after(() => rmSync(folder, { recursive: true }));

// Numbers that are the same in every run (Park and Miller's generator).
let state = 20251124;
const chance = (below) => (state = state * 48271 % 2147483647) % below;
const letters = [...'بتثجحخدذرزسشصضطظعغفقكلمنهوي'];
const roots = Array.from({ length: 2500 }, () => Array.from({ length: 3 + chance(2) }, () => letters[chance(letters.length)]).join(''));
// Few words are frequent and many are rare.
const root = () => roots[Math.floor(roots.length * (chance(1000) / 1000) ** 3)];
const inflected = () => AFFIXES[chance(AFFIXES.length)] + root() + ENDINGS[chance(ENDINGS.length)];

const texts = Array.from({ length: PAGES }, () => Array.from({ length: WORDS }, inflected).join(' '));
mkdirSync(join(folder, 'content/notes'), { recursive: true });
mkdirSync(join(folder, 'templates'));
writeFileSync(join(folder, 'site.toml'), `[site]
title = "موقع"
base_url = "https://large.example/"
language = "ar"
[collections.notes]
url = "/{slug}/"
template = "note.html"
[collections.notes.fields]
title = "string"
[search]
[search.synonyms]
"${roots[0]}" = ["الفلاني"]
`);
writeFileSync(join(folder, 'templates/note.html'), '<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{{ page.title }}</title></head><body><main><h1>{{ page.title }}</h1>{{ page.content }}</main></body></html>\n');
texts.forEach((text, n) => writeFileSync(join(folder, `content/notes/n${n}.md`), `+++\ntitle = "مذكرة ${roots[n]}"\n+++\n\n${text}\n`));
execFileSync(process.env.WARRAQ, ['build', '--root', folder, '--output-dir', join(folder, 'public')], { stdio: 'pipe' });
const published = join(folder, 'public');

test('a large index is cut into parts', () => {
  const names = readdirSync(join(published, 'search-index'));
  assert.ok(names.filter((name) => name.startsWith('words-')).length > 3, names.join(' '));
  assert.ok(names.filter((name) => name.startsWith('pages-')).length > 3, names.join(' '));
});

test('every page that has a word as it is asked is found, whatever part it is in', async () => {
  const search = await openSearch(published);
  for (let at = 0; at < 120; at++) {
    const word = texts[chance(PAGES)].split(' ')[chance(WORDS)];
    const expected = texts.flatMap((text, n) => (` ${text} `.includes(` ${word} `) ? [`/n${n}/`] : []));
    const { addresses } = await search.find(word);
    const missing = expected.filter((address) => !addresses.includes(address));
    assert.deepEqual(missing, [], word);
  }
});

test('a word finds its forms across the parts', async () => {
  const search = await openSearch(published);
  for (const root of roots.slice(5, 25)) {
    const expected = texts.flatMap((text, n) => (` ${text} `.includes(` وال${root}ات `) ? [`/n${n}/`] : []));
    const { addresses } = await search.find(root);
    assert.deepEqual(expected.filter((address) => !addresses.includes(address)), [], root);
  }
});

test('two words find the pages that have both, and another name what it stands for', async () => {
  const search = await openSearch(published);
  const [one, other] = texts[300].split(' ');
  const { addresses } = await search.find(`${one} ${other}`);
  assert.ok(addresses.includes('/n300/'));
  assert.equal((await search.find('الفلاني')).addresses[0], (await search.find(roots[0])).addresses[0]);
  assert.equal((await search.find(`مذكرة ${roots[41]}`)).addresses[0], '/n41/', 'a title comes first');
});

test('a beginning of three letters and a slip at the end of a word are found', async () => {
  const search = await openSearch(published);
  const word = texts[7].split(' ').find((word) => word.length > 6);
  assert.ok((await search.find(word.slice(0, -1))).addresses.length > 0, word);
  const slip = `${word.slice(0, -1)}ء`;
  assert.ok((await search.find(slip)).addresses.length > 0, slip);
});

test('a first question costs less than 120 KB', async () => {
  for (const query of [roots[0], `${roots[1]} ${roots[2]}`]) {
    const search = await openSearch(published);
    await search.find(query, 8);
    console.log(`${search.bytes()} bytes for ${query}`);
    assert.ok(search.bytes() < 120_000, query);
  }
});
