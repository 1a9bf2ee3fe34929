// Five questions of a newcomer, answered from the first page on a telephone without a script: by how many clicks, and how
// far the page has to be moved. `node --test questions.test.mjs` prints both.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, serve } from './site.mjs';

const SCREEN = { width: 360, height: 740 };
const MOST = { clicks: 2, moved: SCREEN.height };

let browser, server;
before(async () => ([browser, server] = await Promise.all([launch(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** Moves the page no further than it takes to see an element whole, and says how far; an element higher than the screen, to its end. */
const see = (element) =>
  element.evaluate((node) => {
    const { top, bottom } = node.getBoundingClientRect();
    const by = bottom > innerHeight ? bottom - innerHeight : Math.min(top, 0);
    scrollBy(0, by);
    return Math.abs(Math.round(by));
  });

/** Links to click, one after another, and what then answers the question: a selector and the words in it. */
const questions = [
  { asks: 'the countries of Africa', clicks: ['.jump a[href="#africa"]'], answer: '#africa > ul:first-of-type', says: ['بنين', 'السودان', 'الموزمبيق'] },
  { asks: 'what was signed with Norway', clicks: [], answer: '.signed li:has(a[href*="norway"])', says: ['اتفاق', 'الجريمة المنظمة العابرة للحدود'] },
  { asks: 'about what with Asia', clicks: ['.jump a[href="#asia"]'], answer: '#asia .tags', says: ['الجريمة السيبرانية', 'البحث الجنائي', 'التكوين'] },
  { asks: 'where it says so', clicks: ['.signed li:has(a[href*="norway"]) a.cite'], answer: '#p10s1', says: ['الاتفاق الموقع مع الشرطة الوطنية النرويجية'] },
  { asks: 'what is not said of Ethiopia', clicks: ['.signed a[href*="ethiopia"]'], answer: '.head .shared', says: ['لا يذكر المقال مكان التوقيع', 'تاريخ التوقيع', 'مدتها'] },
];

for (const { asks, clicks, answer, says } of questions) {
  test(`${asks} takes ${MOST.clicks} clicks and a screen at the most`, async (t) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: SCREEN });
    const page = await context.newPage();
    await page.goto(server.root);
    await page.evaluate(() => document.fonts.ready);
    let moved = 0;
    for (const link of clicks) {
      moved += await see(page.locator(link).first());
      await page.locator(link).first().click();
      await page.waitForLoadState();
      await page.evaluate(() => document.fonts.ready);
    }
    const found = page.locator(answer);
    moved += await see(found);
    const text = await found.innerText();
    for (const words of says) assert.ok(text.replace(/\s+/g, ' ').includes(words), `${words} is not in: ${text}`);
    t.diagnostic(`${clicks.length} clicks, ${moved} px`);
    assert.ok(clicks.length <= MOST.clicks && moved <= MOST.moved, `${clicks.length} clicks, ${moved} px`);
    await context.close();
  });
}
