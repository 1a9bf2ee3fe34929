// axe-core finds no violation on any kind of page, at two widths, in light and dark. Folds are open, so that it sees what is in them.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import axe from 'axe-core';
import { launch, none, samples, serve } from './site.mjs';

const OPTIONS = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
};

let browser, server;
before(async () => ([browser, server] = await Promise.all([launch(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

for (const colorScheme of ['light', 'dark']) {
  for (const width of [360, 1280]) {
    describe(`axe: ${width} px, ${colorScheme}`, () => {
      let page;
      before(async () => (page = await browser.newPage({ colorScheme, viewport: { width, height: 800 } })));
      after(() => page?.close());

      for (const { address } of samples) {
        test(address, async () => {
          // One paragraph of the source is shown as the one that a citation led to.
          await page.goto(server.root + address.slice(1) + (address === '/source/' ? '#p4' : ''));
          await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)));
          await page.evaluate(() => document.fonts.ready);
          await page.evaluate(axe.source);
          const { violations, passes } = await page.evaluate((options) => window.axe.run(document, options), OPTIONS);
          assert.ok(passes.some(({ id }) => id === 'color-contrast') && passes.some(({ id }) => id === 'target-size'), 'axe did not look');
          none(violations.flatMap(({ id, nodes }) => nodes.map(({ target, html, failureSummary }) => `${address} ${id}: ${target.join(' ')} ${html}\n    ${failureSummary.replace(/\n\s*/g, ' ')}`)));
        });
      }
    });
  }
}

test('dark differs from light', async () => {
  const colours = [];
  for (const colorScheme of ['light', 'dark']) {
    const page = await browser.newPage({ colorScheme });
    await page.goto(server.root);
    colours.push(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
    await page.close();
  }
  assert.notEqual(colours[0], colours[1]);
});
