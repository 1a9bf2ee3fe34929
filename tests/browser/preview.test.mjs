// The editor's loop in a real browser: a file is saved, and the page on screen follows without losing the reader's place.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { Site, assertSameDocument, desk, lacks, open, preview, shows } from './preview.mjs';
import { none } from './site.mjs';

const METHOD = 'content/pages/method.md';
const SENTENCE = 'لم يستعمل في هذا الملف مصدر آخر';
const HEADING = '## كيف ينقل كلام المقال';

const d = desk();

describe('a change of prose', () => {
  /** A page that is read far down, with a link focused and words selected there, and an element that a script added. */
  async function read() {
    await open(d.tab, d.server.root + 'method/');
    await d.tab.evaluate(() => {
      const added = document.createElement('p');
      added.id = 'added';
      document.querySelector('main p').before(added);
      document.documentElement.classList.add('scripted');
      const links = [...document.querySelectorAll('main a[href*="limits"]')];
      window.link = links.at(-1);
      window.link.scrollIntoView({ block: 'center' });
      window.link.focus({ preventScroll: true });
      const words = [...document.querySelectorAll('main h2')].at(-1).firstChild;
      getSelection().setBaseAndExtent(words, 1, words, 5);
      window.selected = getSelection().toString();
      window.place = window.link.getBoundingClientRect().top;
    });
  }

  /** All of it is as it was. */
  async function assertUndisturbed() {
    await assertSameDocument(d.tab);
    const state = await d.tab.evaluate(() => ({
      focus: document.activeElement === window.link && window.link.isConnected,
      selection: getSelection().toString() === window.selected,
      added: document.querySelectorAll('main #added').length,
      classes: document.documentElement.className,
      moved: Math.abs(window.link.getBoundingClientRect().top - window.place),
    }));
    assert.ok(state.moved <= 2, `what was read moved by ${state.moved} px`);
    assert.deepEqual({ ...state, moved: 0 }, { focus: true, selection: true, added: 1, classes: 'scripted', moved: 0 });
  }

  test('keeps the place, the focus, the selection and what scripts made', async () => {
    await read();
    const before = await d.tab.evaluate(() => window.scrollY);
    assert.ok(before > 500, `not far down: ${before} px`);
    d.site.edit(METHOD, SENTENCE, 'ليس لهذا الملف مصدر آخر');
    await shows(d.tab, 'ليس لهذا الملف مصدر آخر');
    await assertUndisturbed();
    assert.ok(Math.abs((await d.tab.evaluate(() => window.scrollY)) - before) <= 2);
    assert.ok(!(await d.tab.content()).includes(SENTENCE));
  });

  test('a paragraph more or less above does not move what is read', async () => {
    await read();
    const undo = d.site.edit(METHOD, HEADING, `فقرة جديدة.\n\nوأخرى بعدها.\n\n${HEADING}`);
    await shows(d.tab, 'وأخرى بعدها.');
    await assertUndisturbed();
    undo();
    await lacks(d.tab, 'وأخرى بعدها.');
    await assertUndisturbed();
  });

  test('a selection in the paragraph itself stays on its words', async () => {
    await open(d.tab, d.server.root + 'method/');
    await d.tab.evaluate((sentence) => {
      const texts = document.createNodeIterator(document.querySelector('main'), NodeFilter.SHOW_TEXT);
      let text = texts.nextNode();
      while (!text.data.includes(sentence)) text = texts.nextNode();
      const at = text.data.indexOf('ما لا يرد');
      getSelection().setBaseAndExtent(text, at, text, at + 9);
    }, SENTENCE);
    d.site.edit(METHOD, SENTENCE, 'ليس له مصدر غيره');
    await shows(d.tab, 'ليس له مصدر غيره');
    assert.equal(await d.tab.evaluate(() => getSelection().toString()), 'ما لا يرد');
  });

  test('open folds stay open, closed ones closed', async () => {
    await open(d.tab, d.server.root + 'source/');
    await d.tab.evaluate(() => document.querySelectorAll('details')[1].querySelector('summary').click());
    d.site.edit('content/source/article.toml', 'heading = "', 'heading = "معاينة ');
    await d.tab.waitForFunction(() => document.querySelector('h1').textContent.startsWith('معاينة'));
    const opened = await d.tab.evaluate(() => [...document.querySelectorAll('details')].slice(0, 3).map((fold) => fold.open));
    assert.deepEqual(opened, [false, true, false]);
    await assertSameDocument(d.tab);
  });

  test('words typed stay typed, and the caret among them', async () => {
    await open(d.tab, d.server.root + 'method/');
    d.site.edit('templates/base.html', '<footer', '<form aria-label="بحث"><input id="words" aria-label="بحث"></form><footer');
    await d.tab.waitForSelector('#words');
    await d.tab.focus('#words');
    await d.tab.keyboard.type('كلمات كتبت');
    await d.tab.evaluate(() => document.querySelector('#words').setSelectionRange(3, 3));
    d.site.edit('templates/base.html', '<form aria-label="بحث">', '<form aria-label="بحث في الملف" class="b">');
    await d.tab.waitForSelector('form.b');
    const state = await d.tab.evaluate(() => [document.activeElement.id, document.activeElement.value, document.activeElement.selectionStart]);
    assert.deepEqual(state, ['words', 'كلمات كتبت', 3]);
    await assertSameDocument(d.tab);
  });

  test('a script that changed is run by loading the page again', async () => {
    await open(d.tab, d.server.root + 'method/');
    d.site.write('templates/assets/ran.js', 'window.ran = true;');
    d.site.edit('templates/base.html', '</head>', '<script src="{{ asset(path="ran.js") }}"></script></head>');
    await d.tab.waitForFunction(() => window.ran);
    assert.equal(await d.tab.evaluate(() => window.marker), undefined);
  });

  test('a burst of saves ends in the last one', async () => {
    await open(d.tab, d.server.root + 'method/');
    const text = d.site.read(METHOD);
    for (let n = 1; n <= 20; n += 1) {
      d.site.write(METHOD, text.replace(SENTENCE, `حفظ رقم (${n}) من عشرين`));
      await new Promise((soon) => setTimeout(soon, 15));
    }
    await shows(d.tab, 'حفظ رقم (20) من عشرين');
    assert.equal((await d.tab.textContent('main')).match(/حفظ رقم/g).length, 1);
    await assertSameDocument(d.tab);
  });
});

/** In the page: morphs random trees into others, and gives those that did not become what they should. */
async function morphed() {
  const { Morph } = await import('/.warraq/morph.js');
  let seed = 7;
  const random = (n) => ((seed = (seed * 1103515245 + 12345) % 2147483648), Math.floor((seed / 2147483648) * n));
  const some = (from) => from[random(from.length)];
  const words = () => some(['نص', 'نص آخر', 'كلام 😀 طويل', '\n', '']);
  const tree = (depth) => {
    const name = some(['p', 'ul', 'section', 'b', 'a']);
    const attributes = some(['', '', ' class="x"', ' class="y"', ` id="i${random(5)}"`, ' hidden']);
    const children = Array.from({ length: depth ? random(5) : 0 }, () => tree(depth - 1));
    return some([words(), `<!--${words()}-->`, `<${name}${attributes}>${words()}${children.join(words())}</${name}>`, `<${name}${attributes}>${words()}${children.join(words())}</${name}>`]);
  };
  const parse = (body) => new DOMParser().parseFromString(`<!doctype html><title>${words()}</title><body>${body}`, 'text/html');
  const wrong = [];
  for (let run = 0; run < 300; run += 1) {
    const first = tree(4);
    const page = parse(first);
    const morph = new Morph(page.cloneNode(true), page);
    for (let step = 0; step < 3; step += 1) {
      const next = parse(some([tree(4), first.replace(words(), tree(1)), first + tree(2), tree(2) + first]));
      await morph.become(next);
      for (const [what, made] of Object.entries({ served: morph.served, page })) {
        if (!made.documentElement.isEqualNode(next.documentElement)) wrong.push(`run ${run}, step ${step}, ${what}: ${made.documentElement.outerHTML} is not ${next.documentElement.outerHTML}`);
      }
    }
  }
  return wrong;
}

test('whatever a page changes into, it becomes', async () => {
  await open(d.tab, d.server.root);
  none(await d.tab.evaluate(morphed));
});

describe('a change of style', () => {
  test('swaps the sheet and touches nothing else, without a moment unstyled', async () => {
    await open(d.tab, d.server.root + 'method/');
    await d.tab.evaluate(() => {
      window.changes = [];
      const observe = (target) => new MutationObserver((records) => window.changes.push(...records)).observe(target, { subtree: true, childList: true, attributes: true, characterData: true });
      observe(document.body);
      window.colours = new Set();
      const look = () => (window.colours.add(getComputedStyle(document.body).backgroundColor), requestAnimationFrame(look));
      look();
    });
    d.site.edit('templates/assets/css/_tokens.css', '--paper: #faf6ee', '--paper: #ddeeff');
    await d.tab.waitForFunction(() => getComputedStyle(document.body).backgroundColor === 'rgb(221, 238, 255)');
    await d.tab.waitForFunction(() => document.querySelectorAll('link[rel=stylesheet]:not([disabled])').length === 1);
    assert.equal(await d.tab.evaluate(() => window.changes.length), 0);
    assert.deepEqual(await d.tab.evaluate(() => [...window.colours]), ['rgb(250, 246, 238)', 'rgb(221, 238, 255)']);
    await assertSameDocument(d.tab);
  });
});

describe('a page that changes while it is opened', () => {
  test('is caught up with, and loses nothing of ours', async () => {
    const address = d.server.root + 'method/';
    const words = 'ليس لهذا الملف مصدر آخر';
    let isEdited = false;
    // The script asks for the HTML that the page was made of, and gets the next version.
    await d.tab.route(address, async (route) => {
      if (route.request().resourceType() === 'fetch' && !isEdited) {
        isEdited = true;
        d.site.edit(METHOD, SENTENCE, words);
        while (!(await (await fetch(address)).text()).includes(words)) await new Promise((done) => setTimeout(done, 20));
        await d.tab.waitForSelector('warraq-preview', { state: 'attached' });
      }
      await route.continue();
    });
    await open(d.tab, address);
    await shows(d.tab, words);
    assert.ok(isEdited);
    assert.equal(await d.tab.locator('warraq-preview').count(), 1);
    await assertSameDocument(d.tab);
  });
});

describe('a picture', () => {
  const PICTURE = 'templates/assets/root/picture.svg';
  const picture = (width) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="10"/>`;
  const isWide = (width) => d.tab.waitForFunction((width) => document.querySelector('main img')?.naturalWidth === width, width);

  test('that changes under its address is shown anew, each time', async () => {
    d.site.write(PICTURE, picture(10));
    d.site.edit(METHOD, HEADING, `![صورة](/picture.svg)\n\n${HEADING}`);
    await open(d.tab, d.server.root + 'method/');
    await isWide(10);
    for (const width of [20, 30]) {
      d.site.write(PICTURE, picture(width));
      await isWide(width);
    }
    // A change of the page beside it leaves it as it is.
    d.site.edit(METHOD, SENTENCE, 'ليس لهذا الملف مصدر آخر');
    await shows(d.tab, 'ليس لهذا الملف مصدر آخر');
    await isWide(30);
    await assertSameDocument(d.tab);
  });
});

describe('a page that goes', () => {
  const BOOK = 'content/books/new.md';
  const AUTHOR = 'content/authors/isfahani.md';
  let shelf, server;

  beforeEach(async () => {
    shelf = new Site('good');
    shelf.edit('site.toml', 'expect = 4\n', '');
    shelf.edit(AUTHOR, 'wrote = 1', 'wrote = 2');
    shelf.write(BOOK, '+++\ntitle = "الجديد"\nauthor = "isfahani"\n+++\nنص الكتاب.\n');
    server = await preview(shelf);
  });
  afterEach(async () => {
    await server.end();
    shelf.remove('');
  });

  test('says so and stays to be read, is not found any more, and leaves the lists; it may come back', async () => {
    const author = await d.browser.newPage();
    await open(author, `${server.root}authors/isfahani/`);
    await open(d.tab, `${server.root}books/new/`);
    const text = shelf.read(BOOK);
    shelf.remove(BOOK);
    const undo = shelf.edit(AUTHOR, 'wrote = 2', 'wrote = 1');
    const gone = d.tab.locator('warraq-preview .gone');
    await gone.waitFor();
    await shows(d.tab, 'نص الكتاب.');
    assert.equal((await fetch(`${server.root}books/new/`)).status, 404);
    await lacks(author, 'الجديد');
    await assertSameDocument(author);

    shelf.write(BOOK, text.replace('نص الكتاب', 'نص آخر'));
    undo();
    await shows(d.tab, 'نص آخر.');
    await gone.waitFor({ state: 'hidden' });
    await shows(author, 'الجديد');
    await assertSameDocument(d.tab);
    await author.close();
  });

  test('an address where a page comes to be shows it', async () => {
    await open(d.tab, `${server.root}books/later/`);
    shelf.write('content/books/later.md', '+++\ntitle = "اللاحق"\nauthor = "isfahani"\n+++\n');
    shelf.edit(AUTHOR, 'wrote = 2', 'wrote = 3');
    await shows(d.tab, 'اللاحق');
  });
});

describe('a page in another language', () => {
  /** How much of its way a page is scrolled. */
  const share = () => d.tab.evaluate(() => scrollY / (document.documentElement.scrollHeight - innerHeight));

  test('opens as far down as its version was read, and any other page at its top', async () => {
    await open(d.tab, d.server.root);
    await d.tab.evaluate(() => scrollTo(0, (document.documentElement.scrollHeight - innerHeight) / 2));
    await d.tab.evaluate(() => document.querySelector('main a[hreflang=fr], a[hreflang=fr]').click());
    await d.tab.waitForURL(/\/fr\//);
    await d.tab.waitForFunction(() => scrollY > 0);
    assert.ok(Math.abs((await share()) - 0.5) < 0.1, `${await share()}`);
    await d.tab.evaluate(() => document.querySelector('nav a[href*=method]').click());
    await d.tab.waitForURL(/method/);
    await d.tab.waitForSelector('warraq-preview', { state: 'attached' });
    assert.equal(await share(), 0);
  });
});

describe('a server that goes', () => {
  test('is found again at the same port, with what changed meanwhile', async () => {
    await open(d.tab, `${d.server.root}method/`);
    const { port } = d.server;
    await d.server.end('SIGKILL');
    d.site.edit(METHOD, SENTENCE, 'كتبت والخادم غائب');
    d.server = await preview(d.site, { port });
    await shows(d.tab, 'كتبت والخادم غائب');
    d.site.edit(METHOD, 'كتبت والخادم غائب', 'كتبت بعد أن عاد');
    await shows(d.tab, 'كتبت بعد أن عاد');
    await assertSameDocument(d.tab);
  });
});

describe('ten tabs', () => {
  test('follow at once, and only those that show what changed ask for it', async () => {
    const context = await d.browser.newContext();
    const tabs = await Promise.all(Array.from({ length: 10 }, () => context.newPage()));
    await Promise.all(tabs.map((tab, i) => open(tab, d.server.root + (i < 8 ? 'method/' : 'limits/'))));
    const asked = tabs.map(() => 0);
    tabs.forEach((tab, i) => tab.on('request', () => (asked[i] += 1)));
    d.site.edit(METHOD, SENTENCE, 'تراها ثماني صفحات');
    await Promise.all(tabs.slice(0, 8).map((tab) => shows(tab, 'تراها ثماني صفحات')));
    for (const tab of tabs) await assertSameDocument(tab);
    assert.deepEqual(asked, [1, 1, 1, 1, 1, 1, 1, 1, 0, 0]);
    await context.close();
  });
});
