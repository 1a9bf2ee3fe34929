// What the dossier's own pages do: citations with their paragraph beside them, marks with their switches, the table of countries.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { files, folder, launch, none, serve } from './site.mjs';

let browser, server;
before(async () => ([browser, server] = await Promise.all([launch(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

const card = (page) => page.locator('.preview:popover-open');

test('a citation shows its paragraph with the quoted words marked, by hover and by focus', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${server.root}agreements/norway/`);
  const cite = page.locator('figure.quote a.cite').first();
  const said = (await page.locator('figure.quote blockquote').first().innerText()).replace(/[«»]/g, '').trim();
  await cite.hover();
  await card(page).waitFor();
  assert.equal(await card(page).locator('mark').innerText(), said);
  assert.match(await card(page).innerText(), /^الفقرة 10 من المقال/);
  await page.mouse.move(0, 0);
  await card(page).waitFor({ state: 'hidden' });

  while (!(await cite.evaluate((link) => link === document.activeElement))) await page.keyboard.press('Tab');
  await card(page).waitFor();
  const [box, shown] = [await cite.boundingBox(), await card(page).boundingBox()];
  assert.ok(shown.y >= box.y + box.height || shown.y + shown.height <= box.y, 'it covers the citation');
  assert.ok(shown.x >= 0 && shown.x + shown.width <= 1280, 'it leaves the window');
  await page.keyboard.press('Escape');
  await card(page).waitFor({ state: 'hidden' });
  await page.close();
});

/** The address of a link, without what only browsers read of it, and the texts that those look for. */
const parts = (href) => {
  const [address, directive = ''] = href.split(':~:');
  const texts = directive.split('&').filter(Boolean).map((text) => text.replace(/^text=/, ''));
  return { address, texts };
};

test('a citation leads to the very words, without scripts and from a folder too', async () => {
  for (const root of [server.root, `${pathToFileURL(folder).href}/`]) {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.goto(`${root}agreements/ethiopia/index.html`);
    await page.locator('figure.quote a.cite').first().click();
    await page.waitForURL(/source.*#p10s2/);
    const target = await page.locator(':target').evaluate((place) => (place.closest('.s') ?? place).id);
    assert.equal(target, 'p10s2');
    await context.close();
  }
});

test('what a citation makes a browser look for stands in the paragraph that it leads to', async () => {
  const page = await browser.newPage();
  await page.goto(`${server.root}source/`);
  const paragraphs = new Map(await page.locator('.para').evaluateAll((all) => all.map((one) => [one.id, one.querySelector('.text').textContent])));
  const words = (text) => text.replace(/\s+/g, ' ');
  let found = 0;
  const problems = [];
  for (const [path, bytes] of files) {
    if (!path.endsWith('.html')) continue;
    for (const [, href] of bytes.toString().matchAll(/<a class="cite" href="([^"]*)"/g)) {
      const { address, texts } = parts(href.replaceAll('&amp;', '&'));
      const paragraph = words(paragraphs.get(address.match(/#(p\d+)/)[1]));
      for (const text of texts) {
        // [prefix-,]start[,end][,-suffix], each on the boundaries of words.
        const pieces = text.split(',').map((piece) => decodeURIComponent(piece.replace(/^-|-$/g, '')));
        const pattern = pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*');
        if (new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'u').test(paragraph)) found += 1;
        else problems.push(`${path}: ${decodeURIComponent(text)}`);
      }
    }
  }
  none(problems);
  assert.ok(found > 400, `${found}`);
  await page.close();
});

test('the marks of the text are switched off and on without a script', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${server.root}source/`);
  const line = (mark) => page.locator(`.text .${mark}`).first().evaluate((piece) => [getComputedStyle(piece).textDecorationLine, getComputedStyle(piece).textDecorationStyle].join(' '));
  const styles = { news: 'solid', value: 'dashed', wish: 'dotted', hope: 'double' };
  for (const [mark, style] of Object.entries(styles)) {
    assert.equal(await line(mark), `underline ${style}`);
    await page.locator(`#k-${mark}`).uncheck();
    assert.equal((await line(mark)).split(' ')[0], 'none');
    await page.locator(`#k-${mark}`).check();
    assert.equal(await line(mark), `underline ${style}`);
  }
  await context.close();
});

test('the table of countries is filtered, and sorted up, down and back', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${server.root}countries/`);
  const names = () => page.locator('table.all tbody tr:not(.group):visible th').allInnerTexts();
  const article = await names();
  assert.equal(article.length, 45);
  await page.fill('.filter input', 'ارهاب');
  assert.equal((await names()).length, 14, 'those of the paragraph with that topic, whatever the hamza');
  await page.fill('.filter input', 'الأرجنتين');
  assert.deepEqual(await names(), ['الأرجنتين']);
  await page.fill('.filter input', '');

  const head = page.locator('table.all thead th').first();
  await head.locator('button').click();
  const up = await names();
  assert.deepEqual([await head.getAttribute('aria-sort'), up[0], up.length], ['ascending', 'إثيوبيا', 45]);
  await head.locator('button').click();
  assert.deepEqual(await names(), up.toReversed());
  await head.locator('button').click();
  assert.deepEqual([await names(), await head.getAttribute('aria-sort')], [article, null]);
  await page.close();
});

test('the masthead is one row on a telephone, and its menu opens without a script', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(server.root);
  const { height } = await page.locator('.mast').boundingBox();
  assert.ok(height <= 80, `${height} px`);
  const links = page.locator('.mast nav a');
  assert.equal(await links.first().isVisible(), false);
  await page.locator('.mast .menu').click();
  const small = await links.evaluateAll((all) => all.filter((link) => link.getBoundingClientRect().height < 44).map((link) => link.outerHTML));
  assert.equal(await links.first().isVisible(), true);
  none(small);
  await context.close();
});

test('what happened stands on the first screen of a telephone', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await page.goto(server.root);
  await page.evaluate(() => document.fonts.ready);
  const ends = await page.locator('.signed li').evaluateAll((signings) => signings.map((one) => one.getBoundingClientRect().bottom));
  assert.ok(ends.length === 2 && ends.every((end) => end <= 740), ends.join());
  await page.close();
});

test('a paragraph tells how many pages cite it, but for those that gather the whole dossier', () => {
  const gather = ['/index.html', '/topics/index.html', '/booklet/index.html', '/source/index.html'];
  const citing = new Map();
  for (const [path, bytes] of files) {
    if (!path.endsWith('.html') || gather.includes(path) || /^\/(fr|en)\//.test(path)) continue;
    const [main] = bytes.toString().match(/<main[^]*<\/main>/);
    for (const n of new Set([...main.matchAll(/source\/(?:index\.html)?#p(\d+)/g)].map(([, n]) => n))) citing.set(n, (citing.get(n) ?? 0) + 1);
  }
  const words = { 'صفحة واحدة': 1, صفحتان: 2 };
  const sections = files.get('/source/index.html').toString().split('<section class="para').slice(2);
  assert.equal(sections.length, 13);
  for (const section of sections) {
    const [, n] = section.match(/ id="p(\d+)"/);
    const [, said] = section.match(/<summary>[^:]*: ([^<]*)</);
    assert.equal(words[said] ?? Number(said.split(' ')[0]), citing.get(n), `paragraph ${n}: ${said}`);
  }
});

test('the checksum is that of the article as it was received', () => {
  const lines = readFileSync(new URL('../reference/article.txt', import.meta.url), 'utf8').split('\n').filter(Boolean).slice(1);
  const checksum = createHash('sha256').update(lines.map((line) => `${line}\n`).join('')).digest('hex');
  assert.ok(files.get('/about/index.html').toString().includes(checksum), checksum);
});

test('a printed topic names the parties that are folded on screen, and no gap stands ahead of a comma', async () => {
  const page = await browser.newPage();
  await page.goto(`${server.root}topics/technical-cooperation/`);
  await page.emulateMedia({ media: 'print' });
  const found = await page.evaluate(() => ({
    folded: [...document.querySelectorAll('main details .chip')].filter((chip) => chip.checkVisibility({ contentVisibilityAuto: true })).length,
    kept: [...document.querySelectorAll('.chip')].every((chip) => parseFloat(getComputedStyle(chip).paddingInlineStart) > 0),
    gaps: [...document.querySelectorAll('.lead .cite')].map((cite) => getComputedStyle(cite).padding + getComputedStyle(cite).borderWidth),
  }));
  await page.close();
  assert.deepEqual(found, { folded: 5, kept: true, gaps: ['0px0px', '0px0px', '0px0px'] });
});

test('pages take no more printed sheets than they need', async () => {
  const page = await browser.newPage();
  const most = { 'topics/': 1, 'topics/organised-crime/': 1, 'countries/mali/': 1, 'countries/poland/': 1, 'regions/': 1, 'organisations/': 1, 'about/': 1, 'method/': 2, 'regions/europe/': 2, '': 3, 'fr/': 4 };
  const sheets = {};
  for (const address of Object.keys(most)) {
    await page.goto(server.root + address);
    await page.evaluate(() => document.fonts.ready);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    sheets[address] = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
  }
  assert.deepEqual(sheets, most);
  await page.close();
});
