// The field with an engine whose answers a test gives itself: late ones, many, none; a region that speaks; keys, focus and clicks.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { announced, ask, look, opened, type, useStub } from './search.mjs';
import { launch, none, serve } from './site.mjs';

let browser, server, context;
before(async () => ([browser, server] = await Promise.all([launch(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));
afterEach(() => context?.close());

async function visit(address) {
  await context?.close();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.problems = [];
  page.on('pageerror', (error) => page.problems.push(error.message));
  await useStub(page);
  await page.goto(server.root + address);
  return page;
}

/** The questions asked so far, and a wait for one more. */
const asked = (page) => page.evaluate(() => window.stub.asked.length);
const askedAgain = (page, before) => page.waitForFunction((before) => window.stub.asked.length > before, before);
const answer = (page, ...args) => page.evaluate((args) => window.stub.answer(...args), args);

test('a late answer never takes the place of a newer one', async () => {
  const page = await visit('');
  await ask(page, 'سر');
  await type(page, 'ب');
  await page.waitForFunction(() => window.stub.asked.at(-1).query === 'سرب');
  assert.equal((await look(page)).isOpen, false, 'it opens before there is an answer');
  await answer(page, 'سرب', [1]);
  assert.match((await opened(page)).text, /عنوان سرب/);
  await answer(page, 'سر', [3]);
  await page.waitForTimeout(100);
  const { text, links } = await look(page);
  assert.ok(links.length === 1 && text.includes('عنوان سرب'), text);
  none(page.problems);
});

test('an answer that comes after the field was left or closed opens nothing', async () => {
  for (const go of [(page) => page.keyboard.press('Shift+Tab'), (page) => page.keyboard.press('Escape')]) {
    const page = await visit('');
    await ask(page, 'سر');
    await go(page);
    await answer(page, 'سر', [3]);
    await page.waitForTimeout(100);
    assert.equal((await look(page)).isOpen, false);
    none(page.problems);
  }
});

test('the live region says the number in its plural form, once the reader has paused', async () => {
  const forms = { 1: 'واحدة', 2: 'اثنتان', 3: '3 قليلة', 11: '11 كثيرة', 100: '100 أخرى' };
  const page = await visit('');
  for (const [n, form] of Object.entries(forms)) {
    await page.evaluate(() => (window.stub.asked.length = 0));
    await page.fill('input[name=q]', '');
    await ask(page, 'سر');
    await answer(page, 'سر', [Number(n)]);
    assert.equal((await look(page)).said, '', 'it speaks at once');
    assert.equal(await announced(page), form);
    assert.ok((await look(page)).text.includes(`الكل ${form}`));
  }
  await type(page, 'ب');
  await page.waitForFunction(() => window.stub.asked.at(-1).query === 'سرب');
  await answer(page, 'سرب', [0]);
  await page.waitForFunction(() => document.querySelector('[role=status]').textContent === 'لا شيء عن سرب');
  await type(page, 'ا');
  await page.waitForFunction(() => window.stub.asked.at(-1).query === 'سربا');
  await answer(page, 'سربا', [2], { corrected: 'سراب' });
  await page.waitForFunction(() => document.querySelector('[role=status]').textContent === 'بدل سربا هذه سراب اثنتان');
  assert.deepEqual(await page.evaluate(() => ['role', 'aria-live'].map((name) => document.querySelector('form > .vh[role]').getAttribute(name))), ['status', null]);
  none(page.problems);
});

test('in the masthead the eight best of all groups, each group with its whole number', async () => {
  const page = await visit('');
  await ask(page, 'سر');
  await answer(page, 'سر', [6, 12]);
  const { links, text } = await opened(page);
  assert.deepEqual(links.map((link) => link.split('سر')[1] ?? decodeURIComponent(link).split('سر')[1]), ['-0-0', '-0-1', '-0-2', '-0-3', '-1-0', '-1-1', '-1-2', '-1-3']);
  assert.ok(text.includes('مجموعة 0 6 قليلة') && text.includes('مجموعة 1 12 كثيرة'), text);
  none(page.problems);
});

test('on the page ten a group, then more, and the focus goes to the first of them', async () => {
  const page = await visit('search/');
  await ask(page, 'سر');
  await answer(page, 'سر', [70, 10]);
  assert.equal((await opened(page)).links.length, 20);
  const button = page.locator('.found button:visible');
  assert.deepEqual(await button.allTextContents(), ['المزيد 60 كثيرة']);
  await button.press('Enter');
  assert.match(decodeURIComponent((await look(page)).focus), /سر-0-10$/);
  assert.deepEqual(await button.allTextContents(), ['المزيد 10 قليلة']);
  await button.click();
  assert.equal((await look(page)).links.length, 80);
  assert.equal(await button.count(), 0);
  none(page.problems);
});

test('who is quick to open a result finds the query in the address all the same', async () => {
  const page = await visit('search/');
  await ask(page, 'سر');
  await answer(page, 'سر', [1]);
  await opened(page);
  await page.evaluate(() => document.querySelector('.found li a').click());
  await page.waitForURL(/-0-0$/);
  await page.goBack();
  assert.equal(new URL(page.url()).searchParams.get('q'), 'سر');
  none(page.problems);
});

test('arrows pass from result to result over groups and buttons, and stop at the end', async () => {
  const page = await visit('search/');
  await ask(page, 'سر');
  await answer(page, 'سر', [11, 1]);
  await opened(page);
  const stops = [];
  for (let i = 0; i < 13; i += 1) {
    await page.keyboard.press('ArrowDown');
    stops.push(decodeURIComponent((await look(page)).focus).split('سر')[1] ?? (await look(page)).focus);
  }
  assert.deepEqual(stops, [...Array.from({ length: 10 }, (_, i) => `-0-${i}`), 'button', '-1-0', '-1-0']);
  await page.keyboard.press('Control+ArrowUp');
  await page.keyboard.press('Shift+ArrowUp');
  assert.match(decodeURIComponent((await look(page)).focus), /-1-0$/);
  none(page.problems);
});

test('keys belong to the keyboard while letters are being composed', async () => {
  const page = await visit('');
  await ask(page, 'سر');
  await answer(page, 'سر', [3]);
  await opened(page);
  for (const key of ['ArrowDown', 'Escape']) {
    await page.evaluate((key) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true })), key);
    const { isOpen, focus } = await look(page);
    assert.deepEqual([isOpen, focus], [true, 'field'], key);
  }
  const tools = await page.context().newCDPSession(page);
  await tools.send('Input.imeSetComposition', { text: 'ب', selectionStart: 1, selectionEnd: 1 });
  await page.waitForFunction(() => window.stub.asked.at(-1).query === 'سرب');
  assert.equal((await look(page)).value, 'سرب');
  none(page.problems);
});

test('focus that leaves and a click outside close the panel, a click inside does not', async () => {
  const page = await visit('');
  await ask(page, 'سر');
  await answer(page, 'سر', [3]);
  await opened(page);
  await page.locator('.found h2').click();
  assert.ok((await look(page)).isOpen, 'a click inside closed it');
  await page.keyboard.press('Escape');
  assert.equal((await look(page)).focus, 'field');

  let before = await asked(page);
  await page.keyboard.press('ArrowDown');
  await askedAgain(page, before);
  await answer(page, 'سر', [3]);
  await opened(page);
  await page.mouse.click(30, 700);
  await page.waitForFunction(() => !document.querySelector('.found').checkVisibility());

  before = await asked(page);
  await page.click('input[name=q]');
  await askedAgain(page, before);
  await answer(page, 'سر', [3]);
  await opened(page);
  // On some phones a touch outside leaves the focus where it is.
  await page.evaluate(() => document.querySelector('main').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })));
  assert.deepEqual([(await look(page)).isOpen, (await look(page)).focus], [false, 'field']);

  before = await asked(page);
  await page.click('input[name=q]');
  await askedAgain(page, before);
  await answer(page, 'سر', [3]);
  await opened(page);
  await page.focus('.found > p a');
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => !document.querySelector('.found').checkVisibility());
  none(page.problems);
});

test('a passage takes the place of an excerpt without the words, in view only, and nothing moves', async () => {
  const page = await visit('search/');
  await ask(page, 'سر');
  await page.evaluate(() => window.stub.answer('سر', [10, 10], { excerpt: (i) => (i === 0 ? 'فيه علامة' : 'مقتطف') }));
  await opened(page);
  await page.waitForFunction(() => window.stub.passages.length > 0);
  const asked = await page.evaluate(() => window.stub.passages.map(({ result }) => result.url.split('-').slice(-2).join('-')));
  assert.ok(!asked.includes('0-0') && asked.includes('0-1') && !asked.includes('1-9'), `asked for ${asked}`);
  const places = () => page.evaluate(() => [...document.querySelectorAll('.found li')].map((item) => item.getBoundingClientRect().top));
  const before = await places();
  await page.evaluate(() => window.stub.passages.forEach(({ done }, i) => done(i ? `… ${'كلمات '.repeat(20)}علامة ${'كلمات '.repeat(20)}…` : null)));
  await page.waitForFunction(() => document.querySelectorAll('.found p mark').length > 1);
  assert.deepEqual(await places(), before);
  assert.equal(await page.locator('.found li p').nth(1).textContent(), 'مقتطف', 'without a passage the excerpt stays');
  none(page.problems);
});

test('what the reader wrote stands as text and apart, whatever it is', async () => {
  const page = await visit('');
  const written = '<b>C++</b>';
  await ask(page, written);
  await answer(page, written, [0]);
  assert.ok((await opened(page)).text.startsWith(`لا شيء عن ${written}`));
  assert.deepEqual(await page.evaluate(() => [document.querySelector('.found bdi').textContent, document.querySelectorAll('.found b').length, getComputedStyle(document.querySelector('input[name=q]')).direction]), [written, 0, 'ltr']);
  await page.fill('input[name=q]', '');
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('input[name=q]')).direction), 'rtl', 'an empty field');
  none(page.problems);
});

test('an answer that does not come is said, and the next letter asks again', async () => {
  const page = await visit('');
  await page.evaluate(() => (window.stub.find = () => Promise.reject(new Error('no'))));
  await page.focus('input[name=q]');
  await type(page, 'سر');
  const failed = await page.evaluate(() => document.querySelector('form[data-search]').dataset.failed);
  assert.equal((await opened(page)).text, failed);
  assert.equal(await announced(page), failed);
  await page.evaluate(() => (window.stub.find = (query) => new Promise((done) => window.stub.asked.push({ query, done }))));
  await type(page, 'ب');
  await page.waitForFunction(() => window.stub.asked.at(-1)?.query === 'سرب');
  await answer(page, 'سرب', [1]);
  await page.waitForFunction(() => document.querySelectorAll('.found li').length === 1);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\/index\.html\?q=/);
  none(page.problems);
});
