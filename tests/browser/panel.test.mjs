// The panel of problems, in a real browser: it shows what the terminal says, over a page that stays readable, to eyes, keyboard and screen reader.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SOURCE } from './axe.mjs';
import { Site, assertSameDocument, desk, open, preview, shows } from './preview.mjs';
import { none } from './site.mjs';

const METHOD = 'content/pages/method.md';
const SENTENCE = 'لم يستعمل في هذا الملف مصدر آخر';
const BROKEN = ['title = "المنهج"', 'title = المنهج'];
const OPTIONS = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  rules: { 'target-size': { enabled: true } },
};

const d = desk();

describe('problems', () => {
  const panel = () => d.tab.locator('warraq-preview section:has(> header)');

  test('are shown over the last good page, and are gone when mended', async (t) => {
    await open(d.tab, d.server.root + 'method/');
    assert.equal(await panel().isVisible(), false);
    const started = performance.now();
    const mend = d.site.edit(METHOD, ...BROKEN);
    await panel().waitFor();
    t.diagnostic(`from the broken file to the panel: ${Math.round(performance.now() - started)} ms`);
    const text = await panel().innerText();
    for (const part of ['لم يُبنَ الموقع: ', 'تظهر آخر نسخة سليمة', 'E101', `${METHOD}:2:9`, 'title = المنهج']) {
      assert.ok(text.includes(part), `${part} is not in: ${text}`);
    }
    assert.ok(await panel().locator('mark').first().isVisible());
    const link = await panel().locator('a.place').first().getAttribute('href');
    assert.equal(link, `vscode://file/${encodeURI(`${d.site.folder}/${METHOD}`)}:2:9`);
    await d.tab.locator('main').getByText(SENTENCE).first().scrollIntoViewIfNeeded();
    assert.ok(d.server.said().includes(`${METHOD}:2:9`));
    const explained = await d.browser.newPage();
    await explained.goto(d.server.root.replace(/\/$/, '') + (await panel().locator('a').first().getAttribute('href')));
    assert.match(await explained.locator('h1').innerText(), /^E101: /);
    assert.equal(await explained.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await explained.close();
    mend();
    await panel().waitFor({ state: 'hidden' });
    await assertSameDocument(d.tab);
  });

  test('of another page do not hide this one, nor stop it from following when mended', async () => {
    await open(d.tab, d.server.root + 'method/');
    const mend = d.site.edit('content/countries/mali.md', 'iso2 = "ML"', 'iso2 = 2');
    await panel().waitFor();
    d.site.edit(METHOD, SENTENCE, 'جملة كتبت أثناء الخطأ');
    mend();
    await shows(d.tab, 'جملة كتبت أثناء الخطأ');
    await panel().waitFor({ state: 'hidden' });
    await assertSameDocument(d.tab);
  });

  test('leave the end of the page to be scrolled to, and begin with the first', async () => {
    await d.tab.setViewportSize({ width: 360, height: 640 });
    await open(d.tab, d.server.root + 'method/');
    d.site.remove('content/countries');
    await panel().waitFor();
    const list = panel().locator('ol');
    const scrolled = await list.evaluate((list) => (list.scrollTo(0, list.scrollHeight), list.scrollTop));
    assert.ok(scrolled > 1000, `not many problems: ${scrolled} px`);
    await d.tab.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const end = await d.tab.evaluate(() => [...document.querySelectorAll('footer a')].at(-1).getBoundingClientRect().bottom);
    const { y } = await panel().boundingBox();
    assert.ok(end <= y, `the last link ends at ${end} px, under the panel that begins at ${y} px`);
    d.site.edit('site.toml', '[search.texts]', '[searchz.texts]');
    await list.getByText('searchz').first().waitFor();
    assert.equal(await list.evaluate((list) => list.scrollTop), 0);
  });

  test('stay dismissed, on other pages too, until they are others', async () => {
    await open(d.tab, d.server.root + 'method/');
    d.site.edit(METHOD, ...BROKEN);
    await panel().waitFor();
    await d.tab.keyboard.press('Escape');
    await panel().waitFor({ state: 'hidden' });
    await open(d.tab, d.server.root + '');
    const count = d.tab.locator('warraq-preview .count');
    await count.waitFor();
    assert.equal(await panel().isVisible(), false);
    d.site.edit('content/countries/mali.md', 'iso2 = "ML"', 'iso2 = 2');
    await panel().waitFor();
    assert.match(await panel().innerText(), /خطآن/);
  });

  test('that are only warnings are counted, and listed when asked for', async () => {
    await open(d.tab, d.server.root + 'method/');
    d.site.write('content/countries/photo.png', 'not really');
    const count = d.tab.locator('warraq-preview .count', { hasText: 'تحذير واحد' });
    await count.waitFor();
    assert.equal(await panel().isVisible(), false);
    await count.click();
    assert.match(await panel().innerText(), /content\/countries\/photo\.png/);
    d.site.edit(METHOD, SENTENCE, 'صفحة تحدثت مع التحذير');
    await shows(d.tab, 'صفحة تحدثت مع التحذير');
    d.site.remove('content/countries/photo.png');
    await panel().waitFor({ state: 'hidden' });
    await d.tab.locator('warraq-preview .count', { hasText: 'عن هذه الصفحة' }).waitFor();
  });

  test('can be reached, read and dismissed by keyboard', async () => {
    await open(d.tab, d.server.root + 'method/');
    d.site.edit(METHOD, ...BROKEN);
    await panel().waitFor();
    const focused = () => d.tab.evaluate(() => document.querySelector('warraq-preview').shadowRoot.activeElement?.outerHTML.slice(0, 60) ?? '');
    // From the start of the page backwards: the panel is its last part.
    const stops = [];
    for (let i = 0; i < 4; i += 1) {
      await d.tab.keyboard.press('Shift+Tab');
      stops.push(await focused());
    }
    assert.ok(stops.some((stop) => stop.includes('href="vscode:')), stops.join('\n'));
    assert.ok(stops.some((stop) => stop.startsWith('<ol tabindex')), stops.join('\n'));
    const close = stops.findIndex((stop) => stop.startsWith('<button type="button">'));
    assert.ok(close >= 0, stops.join('\n'));
    for (let i = stops.length - 1; i > close; i -= 1) await d.tab.keyboard.press('Tab');
    await d.tab.keyboard.press('Enter');
    await panel().waitFor({ state: 'hidden' });
    assert.match(await focused(), /class="count/);
    await d.tab.keyboard.press('Enter');
    await panel().waitFor();
    assert.match(await focused(), /^<ol/);
    const role = await d.tab.evaluate(() => document.querySelector('warraq-preview').shadowRoot.querySelector('[role=status]').textContent);
    assert.match(role, /^لم يُبنَ الموقع: /);
  });

  for (const colorScheme of ['light', 'dark']) {
    for (const width of [360, 1280]) {
      test(`leave axe nothing to find: ${width} px, ${colorScheme}`, async () => {
        await d.tab.setViewportSize({ width, height: 800 });
        await d.tab.emulateMedia({ colorScheme });
        await open(d.tab, d.server.root + 'method/');
        // A misspelt key, and a quotation with a letter too many.
        d.site.edit('content/countries/mali.md', 'iso2', 'iso');
        d.site.edit(METHOD, '«خصوصاً»', '«خصوصااً»');
        d.site.write('content/countries/photo.png', 'not really');
        await panel().getByText('E301').waitFor();
        // The panel stands behind the body, and axe looks at colours in the body only.
        await d.tab.evaluate(() => document.body.append(document.querySelector('warraq-preview')));
        await d.tab.evaluate(SOURCE);
        const { violations, passes } = await d.tab.evaluate((options) => window.axe.run(document, options), OPTIONS);
        assert.ok(passes.some(({ id, nodes }) => id === 'color-contrast' && nodes.some(({ target }) => target[0].at?.(0) === 'warraq-preview')), 'axe did not look');
        none(violations.flatMap(({ id, nodes }) => nodes.map(({ target, html, failureSummary }) => `${id}: ${target.join(' ')} ${html} ${failureSummary}`)));
        const small = await panel().evaluate((section) => [...section.querySelectorAll('a, button')].filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44).map((one) => one.outerHTML));
        assert.deepEqual(small, []);
        const overflow = await d.tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `${overflow} px too wide`);
      });
    }
  }

  test('of a site that was never built are shown alone, and give way to it', async () => {
    const site = new Site();
    const mend = site.edit(METHOD, ...BROKEN);
    const server = await preview(site);
    const response = await d.tab.goto(`${server.root}method/`);
    assert.equal(response.status(), 500);
    await panel().waitFor();
    const text = await panel().innerText();
    assert.ok(text.includes('لم يُبنَ الموقع: ') && !text.includes('آخر نسخة سليمة'), text);
    mend();
    await shows(d.tab, SENTENCE);
    await panel().waitFor({ state: 'hidden' });
    await server.end();
    site.remove('');
  });

  test('link to no editor when none is wanted', async () => {
    const server = await preview(d.site, { options: ['--editor', 'none'] });
    await open(d.tab, `${server.root}method/`);
    d.site.edit(METHOD, ...BROKEN);
    await panel().getByText(`${METHOD}:2:9`).waitFor();
    assert.equal(await panel().locator('a.place').count(), 0);
    await server.end();
  });
});

describe('fixes', () => {
  const panel = () => d.tab.locator('warraq-preview section:has(> header)');

  test('are written at a click, and the page follows', async () => {
    await open(d.tab, d.server.root + 'method/');
    d.site.write(METHOD, `${d.site.read(METHOD)}\nكلمة, وكلمة, وكلمة.\n`);
    await d.tab.locator('warraq-preview .count', { hasText: 'تحذيران' }).click();
    const fix = panel().locator('li .fix');
    await panel().locator('.problems > .head .fix').waitFor();
    assert.equal(await fix.count(), 2);
    // By keyboard, and focus is not lost with the button.
    await fix.first().focus();
    await d.tab.keyboard.press('Enter');
    await shows(d.tab, 'كلمة، وكلمة, وكلمة');
    await d.tab.locator('warraq-preview .told').getByText('أُصلح').waitFor();
    const focused = await d.tab.evaluate(() => document.querySelector('warraq-preview').shadowRoot.activeElement?.localName);
    assert.equal(focused, 'ol');
    assert.equal(await panel().locator('.problems > .head .fix').isVisible(), false);
    await fix.first().click();
    await shows(d.tab, 'كلمة، وكلمة، وكلمة');
    assert.ok(d.site.read(METHOD).endsWith('كلمة، وكلمة، وكلمة.\n'));
    await assertSameDocument(d.tab);
  });

  test('are refused to other origins, and to those who do not know the token', async () => {
    await open(d.tab, d.server.root + 'method/');
    const from = (origin) => d.tab.evaluate(async (address) => {
      const headers = { 'content-type': 'application/json', 'x-warraq-token': '0'.repeat(32) };
      return fetch(address, { method: 'POST', headers, body: '{"fix":"x"}' }).then(({ status }) => status, () => 'refused');
    }, `${origin}.warraq/fix`);
    assert.equal(await from(d.server.root), 403);
    assert.equal(await from(d.server.root.replace('127.0.0.1', 'localhost')), 'refused');
  });
});

describe('the drawer', () => {
  const panel = () => d.tab.locator('warraq-preview section:has(> header)');
  const tab = (number) => d.tab.locator('warraq-preview [role=tab]').nth(number);
  const focused = () => d.tab.evaluate(() => document.querySelector('warraq-preview').shadowRoot.activeElement?.id ?? '');

  test('tells of the page, by keyboard too, and follows it', async () => {
    d.site.write('content/pages/unfinished.md', '+++\ntitle = "صفحة لم تكتمل"\ndescription = "قيد الكتابة"\norder = 90\ndraft = true\n+++\nنص.\n');
    await open(d.tab, d.server.root + 'method/');
    const count = d.tab.locator('warraq-preview .count');
    assert.equal(await count.innerText(), 'عن هذه الصفحة');
    await count.focus();
    await d.tab.keyboard.press('Enter');
    await panel().getByText(METHOD).waitFor();
    assert.equal(await focused(), 'tab-page');
    for (const part of ['كلمة', 'دقائق للقراءة', 'HTML', 'بطاقة المشاركة', 'رابط']) {
      assert.ok((await panel().innerText()).includes(part), part);
    }
    const picture = panel().locator('figure img');
    await picture.scrollIntoViewIfNeeded();
    await d.tab.waitForFunction(() => document.querySelector('warraq-preview').shadowRoot.querySelector('figure img').naturalWidth === 1200);
    // Tabs go the way that the eye goes: from right to left.
    await d.tab.keyboard.press('ArrowLeft');
    assert.equal(await focused(), 'tab-drafts');
    await panel().getByText('صفحة لم تكتمل').waitFor();
    await d.tab.keyboard.press('ArrowRight');
    await d.tab.keyboard.press('ArrowRight');
    assert.equal(await focused(), 'tab-problems');
    assert.ok((await panel().innerText()).includes('لا مشكلات'));
    await tab(1).click();
    const words = async () => Number(/(\d+)/.exec(await panel().locator('.reading').innerText())[1]);
    const before = await words();
    d.site.write(METHOD, `${d.site.read(METHOD)}\n${'كلمة '.repeat(100)}\n`);
    await d.tab.waitForFunction((words) => document.querySelector('warraq-preview').shadowRoot.querySelector('.reading').textContent.includes(words), String(before + 100));
    await d.tab.keyboard.press('Escape');
    await panel().waitFor({ state: 'hidden' });
    await assertSameDocument(d.tab);
  });

  test('keeps to a strict policy of the page', async () => {
    const policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'\">";
    const refused = [];
    d.tab.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
    const base = d.site.read('templates/base.html');
    d.site.write('templates/base.html', base.replace(/<meta charset="?utf-8"?>/i, (meta) => meta + policy));
    await d.tab.goto(d.server.root + 'method/');
    await d.tab.waitForFunction(() => document.querySelector('meta[http-equiv]'), undefined, { timeout: 5000 }).catch(() => d.tab.reload());
    await d.tab.locator('warraq-preview .count').click();
    await panel().getByText(METHOD).waitFor();
    const full = await panel().locator('.bar i').first().evaluate((bar) => bar.getBoundingClientRect().width);
    assert.ok(full > 10, `a bar of ${full} px`);
    none(refused.filter((text) => text.includes('Content Security Policy')));
  });

  for (const colorScheme of ['light', 'dark']) {
    for (const width of [360, 1280]) {
      test(`leaves axe nothing to find: ${width} px, ${colorScheme}`, async () => {
        await d.tab.setViewportSize({ width, height: 800 });
        await d.tab.emulateMedia({ colorScheme });
        d.site.edit('site.toml', '[site]\n', '[check.budgets]\nhtml = 1\n\n[site]\n');
        await open(d.tab, d.server.root + 'method/');
        await d.tab.evaluate(() => document.body.append(document.querySelector('warraq-preview')));
        await d.tab.evaluate(SOURCE);
        await d.tab.locator('warraq-preview .count').click();
        for (const number of [1, 2]) {
          await tab(number).click();
          await (number === 1 ? panel().locator('.weights') : panel().locator('.drafts h2')).first().waitFor();
          const { violations } = await d.tab.evaluate((options) => window.axe.run(document, options), OPTIONS);
          none(violations.flatMap(({ id, nodes }) => nodes.map(({ target, html, failureSummary }) => `${id}: ${target.join(' ')} ${html} ${failureSummary}`)));
          const small = await panel().evaluate((section) => [...section.querySelectorAll('a, button')].filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44).map((one) => one.outerHTML));
          assert.deepEqual(small, []);
          const wide = await panel().evaluate((section) => [...section.querySelectorAll('*')].filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1 && getComputedStyle(one).display !== 'inline').map((one) => one.outerHTML.slice(0, 80)));
          assert.deepEqual(wide, []);
        }
      });
    }
  }
});
