// A site that readers keep: visited, searched, and then without its server. `WARRAQ` names the program.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { Site, preview } from './preview.mjs';
import { opened, type } from './search.mjs';
import { launch, none, readSite, serve } from './site.mjs';

const FIELD = '<form role="search" action="/" data-search data-failed="تعذر تحميل الفهرس"><label for="q">بحث</label><input type="search" id="q" name="q"><button>بحث</button></form>';
const SCRIPTS = '<script src="{{ site.search.script }}" defer></script><script src="{{ site.offline.script }}" defer></script></head>';
const POLICY = { 'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'" };
const BELOW = '/some/sub/path/';

let browser, site, server, context, page;
before(async () => (browser = await launch()));
after(() => browser?.close());

beforeEach(async () => {
  site = new Site('good');
  site.edit('templates/page.html', '</head>', SCRIPTS);
  site.edit('templates/page.html', '<main>', `${FIELD}<main>`);
  site.edit('site.toml', 'https://shelf.example/', `https://shelf.example${BELOW}`);
  site.edit('site.toml', '[site]', '[offline]\nlimit = 3\n[search]\n[site]');
  server = await published();
  context = await browser.newContext();
  page = await context.newPage();
  page.problems = [];
  page.on('pageerror', (error) => page.problems.push(error.message));
  page.on('console', (message) => /Content Security Policy/.test(message.text()) && page.problems.push(message.text()));
});
afterEach(async () => {
  await context.close();
  server.close();
  site.remove('');
});

/** Builds the site, which is for a path of a host, and serves it there. */
async function published(port = 0) {
  const built = spawnSync(resolve(process.env.WARRAQ), ['build'], { cwd: site.folder, encoding: 'utf8' });
  assert.equal(built.status, 0, built.stderr);
  return serve({ prefix: BELOW, site: readSite(join(site.folder, 'public')), headers: POLICY, port });
}

/** Asks the page again and again, until it says yes. */
async function until(question, ...given) {
  for (let asked = 0; asked < 100; asked += 1) {
    if (await page.evaluate(question, ...given)) return;
    await page.waitForTimeout(50);
  }
  throw new Error(`never: ${question}`);
}

/** Visits an address for the first time, and waits until the worker has kept what came before it. */
async function visit(address) {
  await page.goto(server.root + address);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await isKept(address);
}

/** What is kept, by the kind of cache: addresses below the root. */
const kept = () =>
  page.evaluate(async (root) => {
    const names = await caches.keys();
    const caught = await Promise.all(names.map(async (name) => [name.split(' ')[2], (await (await caches.open(name)).keys()).map(({ url }) => decodeURI(url.replace(root, '')))]));
    return Object.fromEntries(caught);
  }, server.root);

const isKept = (address) =>
  until(async (url) => Boolean(await caches.match(url)), server.root + address.replace(/index\.html$/, ''));

const heading = () => page.textContent('h1');

async function search(query) {
  await page.focus('input[name=q]');
  await type(page, query);
  return opened(page);
}

test('what was read and searched is there without a server, and the rest says so', async () => {
  await visit('books/kalila/index.html');
  assert.match((await search('كليلة')).text, /كليلة ودمنة/);
  await until(async () => Boolean(await caches.match(document.querySelector('script[src*="client."]').src)));
  await page.goto(`${server.root}books/hayawan/index.html?from=here#top`);
  await isKept('books/hayawan/');
  server.close();

  await page.goto(`${server.root}books/kalila/index.html`);
  assert.equal(await heading(), 'كليلة ودمنة');
  assert.equal(await page.evaluate(() => document.styleSheets.length), 1, 'its style sheet is there');
  const found = await search('الحيوان');
  assert.match(found.text, /الحيوان/);
  await page.goto(found.links[0]);
  assert.equal(await heading(), 'الحيوان');
  await page.goto(`${server.root}books/hayawan/?another=question`);
  assert.equal(await heading(), 'الحيوان', 'a question and the name of its file make no other page');
  await page.goto(server.root);
  assert.equal(await heading(), 'الكتب كلها', 'the first page is kept unread');

  const unread = await page.goto(`${server.root}books/aghani/index.html`);
  assert.equal(unread.status(), 503);
  assert.equal(await heading(), 'لا صفحة هنا');
  await page.click('main a');
  assert.equal(await heading(), 'الكتب كلها', 'its links hold at any address');
  none(page.problems);
});

test('only good answers of the site are kept, and no more pages than it says', async () => {
  await visit('');
  for (const address of ['books/kalila/', 'books/hayawan/', 'authors/jahiz/', 'nothing-here/', 'source/']) {
    await page.goto(server.root + address);
    if (address !== 'nothing-here/') await isKept(address);
  }
  await until(async () => {
    const name = (await caches.keys()).find((name) => name.includes(' pages '));
    return (await (await caches.open(name)).keys()).length === 3;
  });
  const { pages, first, others } = await kept();
  assert.deepEqual(pages, ['books/hayawan/', 'authors/jahiz/', 'source/']);
  assert.deepEqual(first.sort(), ['', '404.html']);
  none(others.filter((name) => !/^(assets|search-index)\//.test(name)));
});

test('an edit of a page that is kept from the start brings a new worker, and what was read stays', async () => {
  await visit('books/kalila/');
  const before = await page.evaluate(() => caches.keys());
  const port = Number(new URL(server.root).port);
  site.edit('content/pages/home.md', 'على الرف أربعة كتب', 'على الرف كتب أربعة');
  server.close();
  server = await published(port);
  await page.goto(`${server.root}authors/jahiz/`);
  await until(async (before) => (await caches.keys()).every((name) => !name.includes(' first ') || !before.includes(name)), before);
  await until(async () => (await caches.keys()).length === 3);
  server.close();
  await page.goto(server.root);
  assert.match(await page.textContent('main'), /على الرف كتب أربعة/);
  await page.goto(`${server.root}books/kalila/`);
  assert.equal(await heading(), 'كليلة ودمنة');
});

test('pages come from the network while there is one', async () => {
  await visit('books/kalila/');
  const port = Number(new URL(server.root).port);
  site.edit('content/books/kalila.md', 'كليلة ودمنة', 'كليلة ودمنة من جديد');
  server.close();
  server = await published(port);
  await page.goto(`${server.root}books/kalila/`);
  assert.equal(await heading(), 'كليلة ودمنة من جديد');
});

test('a preview keeps nothing, and lets go what was kept at its address', async () => {
  await visit('books/kalila/');
  const port = Number(new URL(server.root).port);
  server.close();
  const shown = await preview(site, { port, options: ['--editor', 'none'] });
  const root = `http://127.0.0.1:${port}${BELOW}`;
  try {
    await page.goto(root);
    await until(async () => (await caches.keys()).length === 0);
    await page.goto(`${root}books/kalila/`);
    await until(async () => (await navigator.serviceWorker.getRegistrations()).length === 0);
    site.edit('content/books/kalila.md', 'كليلة ودمنة', 'كليلة في المعاينة');
    await page.waitForFunction(() => document.querySelector('h1').textContent.includes('المعاينة'));
    await page.reload();
    assert.equal(await heading(), 'كليلة في المعاينة');
  } finally {
    await shown.end();
  }
});
