// The search as readers meet it: by keyboard alone, in the masthead and on its page, heard, from disk, under a strict policy, without JavaScript.

import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { SOURCE } from './axe.mjs';
import { announced, look, opened, reachField, type } from './search.mjs';
import { fileOf, folder, launch, none, pages, serve } from './site.mjs';

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'";
const MALI = fileOf('/countries/mali/').slice(1);

let browser, server;
before(async () => ([browser, server] = await Promise.all([launch(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

// No browser lets a page on disk preload a font.
const PRELOAD_ON_DISK = /file:\S+\.woff2/;

/** A page that fails its test on any error in it. */
async function visit(address, { root = server.root, ...options } = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
  page.problems = [];
  page.on('pageerror', (error) => page.problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && page.problems.push(`${message.text()} (${message.location().url})`));
  await page.goto(root + address);
  return page;
}

async function leave(page) {
  await page.close();
  none(page.problems.filter((problem) => !PRELOAD_ON_DISK.test(problem)));
}

test('nothing is loaded before the field has the focus', async () => {
  const page = await visit('');
  const loaded = () => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((name) => /search/.test(name)));
  await page.waitForTimeout(300);
  const before = await loaded();
  assert.ok(before.length === 1 && before[0].startsWith('/search-index/start.'), before.join(' '));
  await reachField(page);
  await type(page, 'مالي');
  await opened(page);
  const after = await loaded();
  assert.ok(after.some((name) => name.startsWith('/search-index/client.')) && after.some((name) => name.endsWith('.css')), after.join(' '));
  await leave(page);
});

for (const [name, start] of Object.entries({ 'a host': () => server.root, 'a folder on disk': () => `${pathToFileURL(folder)}/` })) {
  describe(`by keyboard alone, from ${name}`, () => {
    test('masthead: find, move, open, come back', async () => {
      const root = start();
      const page = await visit(fileOf('/topics/').slice(1), { root });
      await reachField(page);
      await type(page, 'مالي');
      const { links, isOpen } = await opened(page);
      assert.ok(isOpen && links.length > 0 && links.length <= 8, `${links.length} results`);
      assert.equal(links[0], root + MALI);

      await page.keyboard.press('ArrowDown');
      assert.equal((await look(page)).focus, links[0]);
      await page.keyboard.press('ArrowUp');
      assert.equal((await look(page)).focus, 'field');
      await page.keyboard.press('Home');
      const caret = await page.evaluate(() => document.activeElement.selectionStart);
      assert.equal(caret, 0);
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(root + MALI);

      await page.goBack();
      const back = await opened(page);
      assert.deepEqual([back.value, back.links, back.focus], ['مالي', links, links[0]]);

      await page.keyboard.press('Escape');
      const closed = await look(page);
      assert.deepEqual([closed.isOpen, closed.focus, closed.value], [false, 'field', 'مالي']);
      await page.keyboard.press('ArrowDown');
      assert.deepEqual((await opened(page)).links, links);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      const empty = await look(page);
      assert.deepEqual([empty.isOpen, empty.focus, empty.value], [false, 'field', '']);
      await leave(page);
    });

    test('masthead: Enter leads to all results; there the query is in the address, and stays', async () => {
      const root = start();
      const page = await visit(fileOf('/topics/').slice(1), { root });
      await reachField(page);
      await type(page, 'الجريمة');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname.endsWith('/search/index.html') && url.searchParams.get('q') === 'الجريمة');
      assert.equal((await opened(page)).value, 'الجريمة');
      assert.equal(await page.locator('#index').isVisible(), false, 'the index stands under results');

      await reachField(page);
      await page.keyboard.press('Escape');
      assert.deepEqual([(await look(page)).value, await page.locator('#index').isVisible()], ['', true]);
      await type(page, 'مالي');
      const { links } = await opened(page);
      await page.waitForFunction(() => new URLSearchParams(location.search).get('q') === 'مالي');
      await page.keyboard.press('Enter');
      await page.waitForFunction((link) => document.activeElement.href === link, links[0]);
      await page.keyboard.press('Enter');
      await page.waitForURL(root + MALI);

      await page.goBack();
      const back = await opened(page);
      assert.deepEqual([back.value, back.links, back.focus], ['مالي', links, links[0]]);
      await page.keyboard.press('Escape');
      assert.equal((await look(page)).focus, 'field');
      await leave(page);
    });
  });
}

test('the last result leads to all of them, and their number is said', async () => {
  const page = await visit('');
  await reachField(page);
  await type(page, 'المقال');
  const { links } = await opened(page);
  assert.equal(links.length, 8);
  const said = await announced(page);
  assert.match(said, /^\d+ (نتائج|نتيجة)$/);
  for (let i = 0; i <= links.length; i += 1) await page.keyboard.press('ArrowDown');
  assert.ok((await page.evaluate(() => document.activeElement.innerText)).endsWith(said));
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('q') === 'المقال');
  const all = await opened(page);
  assert.ok(all.text.includes(said) && all.links.length > 8, all.text);
  await leave(page);
});

test('what is found is marked by whole words', async () => {
  const page = await visit('search/index.html?q=الجرائم');
  await opened(page);
  const { marks, cut } = await page.evaluate(() => {
    const isLetter = (c) => /[\p{L}\p{M}\p{N}]/u.test(c ?? '');
    const marks = [...document.querySelectorAll('.found mark')];
    const beside = (mark, way) => (way === 'previousSibling' ? mark[way]?.textContent.at(-1) : mark[way]?.textContent[0]);
    const cut = marks.filter((mark) => isLetter(beside(mark, 'previousSibling')) || isLetter(beside(mark, 'nextSibling')));
    return { marks: marks.map((mark) => mark.textContent), cut: cut.map((mark) => mark.parentElement.textContent) };
  });
  assert.ok(marks.some((mark) => mark.includes('جريم')), `marked: ${marks}`);
  none(cut.map((text) => `a part of a word is marked: ${text}`));
  await leave(page);
});

test('nothing found: it says so, gives advice and leads to the index', async () => {
  const page = await visit('');
  await reachField(page);
  await type(page, 'ظظغغضض');
  const { text, links } = await opened(page);
  assert.ok(text.includes('ظظغغضض') && links.length === 0, text);
  assert.ok((await announced(page)).includes('ظظغغضض'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\/index\.html#index$/);
  assert.ok(await page.locator('#index').isVisible());
  await leave(page);
});

test('a typo of one letter: what was searched for instead is said and marked', async () => {
  const page = await visit('');
  await reachField(page);
  await type(page, 'الكاميروم');
  const { text, links } = await opened(page);
  assert.ok(text.includes('الكاميروم') && text.includes('الكاميرون'), text);
  assert.equal(links[0], server.root + fileOf('/countries/cameroon/').slice(1));
  assert.ok((await announced(page)).includes('الكاميرون'));
  assert.ok((await page.locator('.found mark').allTextContents()).includes('الكاميرون'));
  await leave(page);
});

test('an index that does not come is said; the next letter tries again, and Enter leads to the index by letter', async () => {
  const page = await visit('');
  await page.route('**/search-index/index.js*', (route) => route.abort());
  await reachField(page);
  await type(page, 'مالي');
  const failed = await page.locator('form[data-search]').getAttribute('data-failed');
  assert.equal((await opened(page)).text, failed);
  assert.equal(await announced(page), failed);

  await page.unroute('**/search-index/index.js*');
  await page.keyboard.press('Backspace');
  await type(page, 'ي');
  await page.waitForFunction((link) => document.querySelector('.found li a')?.href === link, server.root + MALI);

  await page.route('**/search-index/index.js*', (route) => route.abort());
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\/index\.html\?q=/);
  assert.equal((await opened(page)).text, failed);
  assert.ok(await page.locator('#index').isVisible());
  await page.close();
  none(page.problems.filter((problem) => !problem.includes('index.js')));
});

test('without JavaScript the field leads to an index of everything that has a page', async () => {
  const page = await visit('countries/mali/', { javaScriptEnabled: false });
  await page.fill('input[name=q]', 'تشاد');
  await page.press('input[name=q]', 'Enter');
  await page.waitForURL((url) => url.pathname === '/search/index.html');
  const listed = await page.locator('#index .index a').allTextContents();
  const kinds = ['country', 'region', 'organisation', 'agreement', 'topic'];
  assert.deepEqual(listed.sort(), pages.filter(({ kind }) => kinds.includes(kind)).map(({ title }) => title).sort());
  assert.ok(await page.locator('noscript').isVisible());
  await page.getByRole('link', { name: 'تشاد', exact: true }).click();
  await page.waitForURL(server.root + fileOf('/countries/chad/').slice(1));
  await leave(page);
});

test('a policy without inline code, inline style or foreign hosts holds', async () => {
  const strict = await serve({ headers: { 'content-security-policy': POLICY } });
  const page = await browser.newPage();
  const violations = [];
  await page.exposeFunction('violated', (what) => violations.push(what));
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => window.violated(`${location.pathname} ${effectiveDirective} ${blockedURI} ${sample}`)),
  );
  for (const address of ['method/', 'search/?q=الجريمة', 'topics/cybercrime/']) {
    await page.goto(strict.root + address);
    await page.focus('input[name=q]');
    await type(page, ' أمن');
    await opened(page);
    await announced(page);
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.querySelector('.found li')).position), 'static', 'the results have no style');
  }
  assert.equal(await page.evaluate(() => document.body.append(Object.assign(document.createElement('p'), { innerHTML: '<b style="color:red"></b>' }))), undefined);
  await page.waitForTimeout(50);
  assert.ok(violations.length === 1 && violations[0].includes('style-src-attr'), `only the planted one: ${violations}`);
  await page.close();
  strict.close();
});

for (const colorScheme of ['light', 'dark']) {
  for (const width of [360, 1280]) {
    test(`axe: results at ${width} px, ${colorScheme}`, async () => {
      const problems = [];
      for (const [address, text] of [['topics/', 'الجريمة'], ['topics/', 'ظظغغضض'], ['topics/', 'الكاميروم'], ['search/', 'المقال'], ['search/', 'ظظغغضض']]) {
        const page = await visit(address, { colorScheme, viewport: { width, height: 800 } });
        await page.focus('input[name=q]');
        await type(page, text);
        await opened(page);
        await page.evaluate(() => document.fonts.ready);
        await page.evaluate(SOURCE);
        const { violations, passes } = await page.evaluate(() =>
          window.axe.run(document, {
            runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
            rules: { 'target-size': { enabled: true } },
          }),
        );
        assert.ok(passes.some(({ id }) => id === 'color-contrast'), 'axe did not look');
        problems.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${address} ${text} ${id}: ${target.join(' ')} ${failureSummary.replace(/\n\s*/g, ' ')}`)));
        await leave(page);
      }
      none(problems);
    });
  }
}

for (const width of [320, 360, 768, 1280]) {
  test(`layout: field and results fit at ${width} px`, async () => {
    const problems = [];
    for (const [address, text] of [['topics/', 'الجريمة'], ['topics/', 'ظ'.repeat(60)], ['search/', 'المقال'], ['search/', 'W'.repeat(60)]]) {
      const page = await visit(address, { viewport: { width, height: 800 } });
      await page.focus('input[name=q]');
      await type(page, text);
      await opened(page);
      const misfits = await page.evaluate(() => {
        const form = document.querySelector('form[data-search]');
        const short = (element) => `${element.cloneNode(false).outerHTML} ${element.textContent.slice(0, 30)}`;
        const out = [...form.querySelectorAll('*:not(.vh)')].filter((element) => {
          const { left, right, width } = element.getBoundingClientRect();
          return element.checkVisibility() && width > 0 && (left < 0 || right > innerWidth + 0.5);
        });
        const small = [...form.querySelectorAll(':scope > :is(input, button), .found > p > a, .found button')].filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 43.5);
        return [...(document.scrollingElement.scrollWidth > innerWidth ? ['scrolls sideways'] : []), ...out.map((element) => `sticks out: ${short(element)}`), ...small.map((element) => `less than 44 px high: ${short(element)}`)];
      });
      problems.push(...misfits.map((misfit) => `${address} ${text.slice(0, 8)} ${misfit}`));
      await leave(page);
    }
    none(problems);
  });
}

test('neither field nor results are printed, and forced colours keep a border', async () => {
  const page = await visit('topics/', { forcedColors: 'active' });
  await page.focus('input[name=q]');
  await type(page, 'الجريمة');
  await opened(page);
  const borders = await page.evaluate(() => ['.found', 'input[name=q]', '.found li'].map((selector) => getComputedStyle(document.querySelector(selector)).borderBottomStyle));
  assert.deepEqual(borders, ['solid', 'solid', 'solid']);
  await page.emulateMedia({ media: 'print' });
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('form, .found')].map((element) => element.checkVisibility())), [false, false]);
  await leave(page);
});
