// The fonts that the site publishes are parts of those it is made with: pages set in either look the same, to the pixel.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { files, launch, layOut, none, samples, serve } from './site.mjs';

/** The font that each published one is a part of. */
const WHOLE = { 'text-400': 'NotoNaskhArabic-Regular', 'ui-400': 'IBMPlexSansArabic-Regular', 'ui-600': 'IBMPlexSansArabic-SemiBold' };

const published = [...files.keys()].filter((path) => path.endsWith('.woff2'));
const whole = new Map(files);
for (const path of published) {
  const [name] = path.split('/').pop().split('.');
  assert.ok(WHOLE[name], `${path}: which font is it a part of?`);
  whole.set(path, readFileSync(new URL(`../../templates/assets/fonts/${WHOLE[name]}.ttf`, import.meta.url)));
}

let browser, servers;
before(async () => ([browser, ...servers] = await Promise.all([launch(), serve(), serve({ site: whole })])));
after(() => Promise.all([browser?.close(), ...(servers ?? []).map((server) => server.close())]));

/** A picture of a page as it is. Two of them that are equal need no second look. */
async function once(page) {
  await layOut(page);
  return page.screenshot({ fullPage: true });
}

/** A picture of a page that shows no more changes: on a busy machine the first may be taken while parts are still painted. */
async function settled(page) {
  let last, picture = await once(page);
  for (let tries = 0; tries < 10 && !last?.equals(picture); tries++) [last, picture] = [picture, await page.screenshot({ fullPage: true })];
  return picture;
}

/** Pictures of a page with both, taken in this way, and how large the fonts were that each loaded. */
async function pictures(page, address, take) {
  const shots = [];
  for (const server of servers) {
    const responses = [];
    const note = (response) => response.url().endsWith('.woff2') && responses.push(response);
    page.on('response', note);
    await page.goto(server.root + address.slice(1));
    const picture = await take(page);
    page.off('response', note);
    const loaded = responses.map(async (response) => [new URL(response.url()).pathname, (await response.body()).length]);
    shots.push({ picture, loaded: new Map(await Promise.all(loaded)) });
  }
  return shots;
}

for (const width of [360, 1280]) {
  test(`fonts: pages of ${width} px look the same with the whole fonts`, async () => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    const problems = [];
    for (const { address } of samples) {
      // Letters that differ do so at each look; a tile that was painted late on a busy machine does not.
      let part, all;
      for (const take of [once, settled, settled]) {
        [part, all] = await pictures(page, address, take);
        if (part.picture.equals(all.picture)) break;
      }
      if (!part.picture.equals(all.picture)) problems.push(`${address} looks different`);
      for (const [path, bytes] of part.loaded) if (!(all.loaded.get(path) > 2 * bytes)) problems.push(`${address}: ${path} is not the whole font`);
      if (part.loaded.size === 0) problems.push(`${address} loads no font`);
    }
    await page.close();
    none(problems);
  });
}

test('fonts: a picture tells when letters are set in another font', async () => {
  const other = new Map(whole);
  const [one, two] = published;
  other.set(one, whole.get(two));
  const server = await serve({ site: other });
  const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
  const shots = [];
  for (const { root } of [servers[0], server]) {
    await page.goto(root);
    await page.evaluate(() => document.fonts.ready);
    shots.push(await page.screenshot());
  }
  await page.close();
  server.close();
  assert.ok(!shots[0].equals(shots[1]));
});
