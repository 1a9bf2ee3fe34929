// The search as tests look at it: fields and results on the built site, and an engine whose answers a test gives itself.

import { readFileSync } from 'node:fs';

/** Types as a hand does: letters put in without any time between them may find the caret gone, when the page changes in that moment. */
export const type = (page, text) => page.keyboard.type(text, { delay: 30 });

/** What stands in a field and under it, and what has the focus. */
export const look = (page) =>
  page.evaluate(() => {
    const form = document.querySelector('form[data-search]');
    const panel = form.querySelector('.found');
    const isOpen = Boolean(panel?.checkVisibility());
    const active = document.activeElement;
    return {
      value: form.elements.q.value,
      isOpen,
      links: isOpen ? [...panel.querySelectorAll('li a')].map((link) => link.href) : [],
      text: isOpen ? panel.innerText.replace(/\s+/g, ' ').trim() : '',
      said: form.querySelector('[role=status]')?.textContent.trim() ?? '',
      focus: active === form.elements.q ? 'field' : active.closest('.found') && active.href ? active.href : active.tagName.toLowerCase(),
    };
  });

/** Waits for results, or what stands in their place. */
export const opened = async (page) => {
  await page.waitForFunction(() => document.querySelector('form[data-search] .found')?.checkVisibility());
  return look(page);
};

/** Waits until the live region has spoken. */
export const announced = async (page) => {
  await page.waitForFunction(() => document.querySelector('form[data-search] [role=status]')?.textContent.trim());
  return (await look(page)).said;
};

/** From the head of the page to its field, by keyboard. */
export async function reachField(page) {
  for (let stops = 0; stops < 20; stops += 1) {
    await page.keyboard.press('Tab');
    if ((await look(page)).focus === 'field') return;
  }
  throw new Error('the field was not reached in 20 stops');
}

/** In the page: an engine that answers when `stub.answer(query, found)` is called. */
function defineStub() {
  const asked = [];
  const forms = { zero: 'صفر', one: 'واحدة', two: 'اثنتان', few: '{n} قليلة', many: '{n} كثيرة', other: '{n} أخرى' };
  window.stub = {
    language: 'ar-MA',
    texts: { none: 'لا شيء عن {query}', advice: 'نصيحة', index: 'الفهرس', corrected: 'بدل {query} هذه {corrected}', all: 'الكل {n}', more: 'المزيد {n}' },
    plural: forms,
    asked,
    passages: [],
    describe: async () => {},
    find: (query) => new Promise((done) => asked.push({ query, done })),
    /** Answers the last question of that name with so many results a group. */
    answer(query, sizes, { corrected = null, excerpt = () => 'مقتطف' } = {}) {
      const groups = sizes.map((size, g) => ({
        label: `مجموعة ${g}`,
        forms: null,
        results: Array.from({ length: size }, (_, i) => ({ url: `${location.origin}/${query}-${g}-${i}`, title: `عنوان ${query} ${g}-${i}`, heading: '', excerpt: excerpt(i), score: 1000 - 10 * i - g })),
      }));
      asked.findLast((one) => one.query === query).done({ corrected, total: sizes.reduce((sum, size) => sum + size, 0), groups });
    },
    marks: (text) => [...text.matchAll(/علامة/g)].map(({ index }) => [index, index + 5]),
    passage: (result) => new Promise((done) => window.stub.passages.push({ result, done })),
  };
}

/** Puts that engine in the place of the site's own. */
export async function useStub(page) {
  const field = readFileSync(new URL('../../src/core/search/browser/field.js', import.meta.url), 'utf8');
  const body = `(() => { "use strict"; const SEVERAL = false; globalThis.warraqSearch = { open: async () => window.stub };\n${field}\n})();`;
  await page.addInitScript(defineStub);
  await page.route('**/search-index/client.*.js', (route) => route.fulfill({ contentType: 'text/javascript', body }));
}

/** Types into the field and waits for the question. */
export async function ask(page, text) {
  await page.focus('input[name=q]');
  await type(page, text);
  await page.waitForFunction((query) => window.stub.asked.some((one) => one.query === query), text);
}
