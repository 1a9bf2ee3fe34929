// On a site in several languages: results in the language of the page, then what others have, each in its own language and direction.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { opened } from './search.mjs';
import { launch, none, readSite, serve } from './site.mjs';

const TEXTS = { ar: 'الاتفاقية مع Norvège', fr: 'Les accords avec la Norvège.', en: 'Agreements with Norvège, and reports.' };
const PAGE = `<!doctype html><html lang="{{ site.language }}" dir="{{ site.direction }}"><head><meta charset="utf-8"><title>{{ page.title }}</title>
<script src="{{ site.search.script }}" defer></script></head><body>
<form role="search" action="{{ site.home }}" data-search{% if page.slug == "search" %}="page"{% endif %} data-failed="!"><input type="search" name="q" autocomplete="off"></form>
<main><h1>{{ page.title }}</h1>{{ page.content }}<p id="index">index</p></main></body></html>
`;

const folder = mkdtempSync(join(tmpdir(), 'warraq-abroad-'));
let browser, server, context;
before(async () => {
  mkdirSync(join(folder, 'content/notes'), { recursive: true });
  mkdirSync(join(folder, 'templates'));
  const plural = { fr: '{ one = "{n} résultat", many = "{n} de résultats", other = "{n} résultats" }', en: '{ one = "{n} result", other = "{n} results" }' };
  const languages = ['fr', 'en'].map((tag) => `[languages.${tag}.search]\n[languages.${tag}.plurals]\nresult = ${plural[tag]}\n`).join('');
  writeFileSync(join(folder, 'site.toml'), `[site]
title = "موقع"
base_url = "https://abroad.example/"
language = "ar"
[plurals]
result = { zero = "لا نتائج", one = "نتيجة", two = "نتيجتان", few = "{n} نتائج", many = "{n} نتيجة", other = "{n} نتيجة" }
[collections.notes]
url = "/{slug}/"
template = "note.html"
[collections.notes.fields]
title = "string"
[search]
plural = "result"
${languages}`);
  writeFileSync(join(folder, 'templates/note.html'), PAGE);
  for (const [tag, text] of Object.entries(TEXTS)) {
    const name = tag === 'ar' ? '' : `.${tag}`;
    writeFileSync(join(folder, `content/notes/norway${name}.md`), `+++\ntitle = "${tag.toUpperCase()}"\n+++\n\n${text}\n`);
    writeFileSync(join(folder, `content/notes/search${name}.md`), `+++\ntitle = "?"${name ? '' : '\nurl = "/"\nsearch = false'}\n+++\n`);
  }
  for (const n of [1, 2, 3, 4]) writeFileSync(join(folder, `content/notes/f${n}.fr.md`), `+++\ntitle = "F${n}"\n+++\n\nNorvège, ${n} fois.\n`);
  execFileSync(process.env.WARRAQ, ['build', '--root', folder, '--output-dir', join(folder, 'public')], { stdio: 'pipe' });
  [browser, server] = await Promise.all([launch(), serve({ site: readSite(join(folder, 'public')) })]);
});
after(() => Promise.all([browser?.close(), server?.close(), rmSync(folder, { recursive: true })]));
afterEach(() => context?.close());

async function visit(address) {
  await context?.close();
  context = await browser.newContext();
  const page = await context.newPage();
  page.asked = [];
  page.problems = [];
  page.on('request', (request) => page.asked.push(request.url().slice(server.root.length)));
  page.on('pageerror', (error) => page.problems.push(error.message));
  await page.goto(server.root + address);
  return page;
}

/** What is found: the language and direction of each section, what it is called, and its links. */
const found = (page) =>
  page.$$eval('.found section', (sections) =>
    sections.map((one) => [one.lang, one.dir, one.querySelector('h2').textContent.replace(/\s+/g, ' ').trim(), one.querySelectorAll('li a').length]),
  );
const shown = (page, count) => page.waitForFunction((count) => document.querySelectorAll('.found section').length === count, count);

test('the language of the page comes first, others when the reader has paused', async () => {
  const page = await visit('norway/');
  await page.fill('input[name=q]', 'Norvège');
  await shown(page, 1);
  assert.deepEqual(await found(page), [['', '', 'نتيجة', 1]]);
  assert.ok(!page.asked.some((address) => address.startsWith('search-index-')), 'others are asked at once');
  await shown(page, 3);
  assert.deepEqual(await found(page), [
    ['', '', 'نتيجة', 1],
    ['fr', 'ltr', 'Français 5 résultats', 3],
    ['en', 'ltr', 'English 1 result', 1],
  ]);
  // The way to all results stays the last.
  assert.equal(await page.$eval('.found', (panel) => panel.lastElementChild.matches('p') && panel.lastElementChild.querySelector('a') !== null), true);
  await page.waitForFunction(() => document.querySelector('[role=status]').textContent.includes('English'));
  assert.deepEqual(await page.$$eval('[role=status] span', (spans) => spans.map((span) => [span.lang, span.textContent])), [
    ['fr', 'Français 5 résultats'],
    ['en', 'English 1 result'],
  ]);
  none(page.problems);
});

test('where the language of the page has nothing, others answer by their own stems, and nobody says that there is nothing', async () => {
  const page = await visit('fr/norway/');
  await page.fill('input[name=q]', 'reporting');
  await shown(page, 1);
  assert.deepEqual(await found(page), [['en', 'ltr', 'English 1 result', 1]]);
  assert.match((await opened(page)).links[0], /\/en\/norway\/index\.html$/);
  await page.fill('input[name=q]', 'اتفاقيات');
  await page.waitForFunction(() => document.querySelector('.found section')?.lang === 'ar');
  assert.deepEqual(await found(page), [['ar', 'rtl', 'العربية نتيجة', 1]]);
  none(page.problems);
});

test('what no language has is said not to be there, and another language guesses at nothing', async () => {
  const page = await visit('fr/norway/');
  // One letter from `reports`, which is English.
  await page.fill('input[name=q]', 'reportz');
  const { text, links } = await opened(page);
  assert.deepEqual(links, []);
  assert.match(text, /reportz/);
  none(page.problems);
});

test('on the search page all of them, and the list of all pages gives way', async () => {
  const page = await visit('?q=Norv%C3%A8ge');
  await shown(page, 3);
  assert.deepEqual((await found(page)).map(([lang, , , links]) => [lang, links]), [['', 1], ['fr', 5], ['en', 1]]);
  assert.equal(await page.$eval('#index', (index) => index.hidden), true);
  none(page.problems);
});

test('a reader who saves data is sent no other index, unless there is nothing else', async () => {
  const page = await visit('norway/');
  await page.evaluate(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  await page.fill('input[name=q]', 'Norvège');
  await opened(page);
  await page.waitForFunction(() => document.querySelector('[role=status]').textContent);
  assert.ok(!page.asked.some((address) => address.startsWith('search-index-')), `${page.asked}`);
  await page.fill('input[name=q]', 'reporting');
  await page.waitForFunction(() => document.querySelector('.found section')?.lang === 'en');
  none(page.problems);
});
