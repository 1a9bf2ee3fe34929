// axe-core finds no violation on any kind of page, at two widths, in light and dark.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { inTheOtherLook, violations } from './axe.mjs';
import { launch, none, samples, serve } from './site.mjs';

let browser, server;
before(async () => ([browser, server] = await Promise.all([launch(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

for (const width of [360, 1280]) {
  describe(`axe: ${width} px, light and dark`, () => {
    let page;
    before(async () => (page = await browser.newPage({ reducedMotion: 'reduce', viewport: { width, height: 800 } })));
    after(() => page?.close());

    for (const { address } of samples) {
      test(address, async () => {
        await page.emulateMedia({ colorScheme: 'light' });
        // One paragraph of the source is shown as the one that a citation led to.
        await page.goto(server.root + address.slice(1) + (address === '/source/' ? '#p4' : ''));
        const light = await violations(page);
        const dark = await inTheOtherLook(page, 'dark');
        none([...light, ...dark.map((problem) => `dark: ${problem}`)].map((problem) => `${address} ${problem}`));
      });
    }
  });
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
