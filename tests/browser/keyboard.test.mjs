// The keyboard alone: the skip link comes first and leads past the menu; everything can be reached, and shows where one is.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, none, samples, serve } from './site.mjs';

let browser, server;
before(async () => ([browser, server] = await Promise.all([launch(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** In the page: what is wrong with how the focused element shows, or null at the end of the page. */
function look() {
  const element = document.activeElement;
  if (element === document.body || window.visited?.has(element)) return null;
  (window.visited ??= new Set()).add(element);
  const style = getComputedStyle(element);
  const box = element.getClientRects()[0];
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const top = document.elementFromPoint(x, y);
  const problems = [
    (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2 || style.outlineColor === 'rgba(0, 0, 0, 0)') && `no outline (${style.outline})`,
    !(top && (element.contains(top) || top.contains(element))) && `covered or out of sight at ${x}, ${y} by ${top?.cloneNode(false).outerHTML}`,
  ].filter(Boolean);
  return problems.map((problem) => `focus on ${element.outerHTML.slice(0, 160)}: ${problem}`);
}

for (const width of [360, 1280]) {
  describe(`keyboard: ${width} px`, () => {
    let page;
    before(async () => (page = await browser.newPage({ viewport: { width, height: 800 } })));
    after(() => page?.close());

    for (const { address } of samples) {
      test(`skip link: ${address}`, async () => {
        await page.goto(server.root + address.slice(1));
        await page.keyboard.press('Tab');
        const skip = await page.evaluate(() => ({
          href: document.activeElement.getAttribute('href'),
          top: document.activeElement.getBoundingClientRect().top,
          outline: getComputedStyle(document.activeElement).outlineStyle,
        }));
        assert.equal(skip.href, '#main', `${address}: the first stop is not the skip link`);
        assert.ok(skip.top >= 0 && skip.outline !== 'none', `${address}: the skip link is not seen when focused: ${JSON.stringify(skip)}`);
        await page.keyboard.press('Enter');
        const top = await page.evaluate(() => document.querySelector('main').getBoundingClientRect().top);
        assert.ok(new URL(page.url()).hash === '#main' && top < 800, `${address}: main is not in sight (${top} px)`);
        await page.keyboard.press('Tab');
        const next = await page.evaluate(() => document.activeElement.closest('main') && document.activeElement.outerHTML);
        assert.ok(next, `${address}: the stop after the skip link is not in main`);
      });

      test(`every stop: ${address}`, async () => {
        await page.goto('about:blank');
        await page.goto(server.root + address.slice(1));
        const expected = await page.evaluate(() => {
          const stops = [...document.querySelectorAll('a[href], input, button, summary, [tabindex="0"]')];
          return stops.filter((element) => element.checkVisibility()).length;
        });
        const problems = [];
        let stops = 0;
        for (; stops <= expected; stops += 1) {
          await page.keyboard.press('Tab');
          const seen = await page.evaluate(look);
          if (!seen) break;
          problems.push(...seen.map((problem) => `${address} ${problem}`));
        }
        none(problems);
        assert.equal(stops, expected, `${address}: not every link, field, button, fold and scrolling region can be reached`);
      });
    }
  });
}
