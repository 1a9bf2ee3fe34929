// The pictures of the preview in docs/preview.md, made again: the panel and the drawer in Arabic, at 360 and 1280 px. Not a test.
// WARRAQ=target/release/warraq node preview-shots.mjs

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { Site, open, preview } from './preview.mjs';

const docs = fileURLToPath(new URL('../../docs/', import.meta.url));
const METHOD = 'content/pages/method.md';

/** A picture of few colours, which takes a third of the bytes. */
async function small(png) {
  const blank = await browser.newPage();
  const address = await blank.evaluate(async (address) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const pixels = context.getImageData(0, 0, image.width, image.height);
    // Each pixel becomes the nearest of the colours that come most often.
    const all = new Uint32Array(pixels.data.buffer);
    const counts = new Map();
    for (const colour of all) counts.set(colour, (counts.get(colour) ?? 0) + 1);
    const palette = [...counts].sort(([, a], [, b]) => b - a).slice(0, 20).map(([colour]) => colour);
    const far = (a, b) => [0, 8, 16].reduce((sum, bits) => sum + (((a >> bits) & 255) - ((b >> bits) & 255)) ** 2, 0);
    const nearest = new Map([...counts.keys()].map((colour) => [colour, palette.reduce((best, one) => (far(one, colour) < far(best, colour) ? one : best))]));
    all.forEach((colour, i) => (all[i] = nearest.get(colour)));
    context.putImageData(pixels, 0, 0);
    return canvas.toDataURL('image/png');
  }, `data:image/png;base64,${png.toString('base64')}`);
  await blank.close();
  return Buffer.from(address.split(',')[1], 'base64');
}

const site = new Site();
site.write('content/pages/unfinished.md', '+++\ntitle = "صفحة لم تكتمل"\ndescription = "قيد الكتابة"\norder = 90\ndraft = true\n+++\nنص.\n');
const server = await preview(site);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const [width, height] of [[360, 720], [1280, 640]]) {
  const tab = await browser.newPage({ viewport: { width, height } });
  const part = (selector) => tab.locator(`warraq-preview ${selector}`);
  const picture = async (name) => {
    const y = Math.max(0, (await part('section:has(> header)').boundingBox()).y - 60);
    const png = await tab.screenshot({ clip: { x: 0, y, width, height: height - y } });
    writeFileSync(`${docs}preview-${name}-${width}.png`, await small(png));
  };
  await open(tab, `${server.root}method/`);
  await part('.count').click();
  await part('.weights').waitFor();
  await part('figure img').evaluate((image) => image.decode());
  await picture('drawer');
  await tab.keyboard.press('Escape');
  const mend = site.edit(METHOD, '«خصوصاً»', '«خصوصااً»');
  await part('li .error').first().waitFor();
  await picture('panel');
  mend();
  await part('li .error').first().waitFor({ state: 'hidden' });
  await tab.close();
}
await browser.close();
await server.end();
site.remove('');
