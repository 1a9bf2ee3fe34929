// Pictures of every kind of page, to look at: 360 and 1280 px, light, dark and print. Not a test.
// SITE=public SITE_BELOW=public node shots.mjs FOLDER

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch, layOut, samples, serve } from './site.mjs';

const folder = process.argv[2];
if (!folder) throw new Error('usage: node shots.mjs FOLDER');
mkdirSync(folder, { recursive: true });

const looks = { light: { colorScheme: 'light' }, dark: { colorScheme: 'dark' }, print: { media: 'print' } };
const [browser, server] = await Promise.all([launch(), serve()]);
for (const width of [360, 1280]) {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  for (const [look, media] of Object.entries(looks)) {
    await page.emulateMedia({ media: 'screen', colorScheme: 'light', ...media });
    for (const { address } of samples) {
      await page.goto(server.root + address.slice(1));
      await layOut(page);
      const name = address.replace(/^\/|\/$/g, '').replaceAll('/', '-') || 'home';
      await page.screenshot({ path: join(folder, `${name}-${width}-${look}.png`), fullPage: true });
    }
  }
  await page.close();
}
await browser.close();
server.close();
