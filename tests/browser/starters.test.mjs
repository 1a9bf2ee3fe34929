// What `warraq new` writes of every kind: axe-core and the Nu Html Checker have nothing to say, and no page scrolls sideways.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { launch, none, readSite, serve } from './site.mjs';
import { said } from './vnu.mjs';

const KINDS = ['association', 'blog', 'docs', 'dossier'];
const LOOKS = [
  { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { colorScheme: 'dark', viewport: { width: 360, height: 640 } },
];

const folder = mkdtempSync(join(tmpdir(), 'starters-'));
let browser;
before(async () => {
  for (const kind of KINDS) {
    execFileSync(process.env.WARRAQ, ['new', join(folder, kind), '--kind', kind]);
    execFileSync(process.env.WARRAQ, ['--root', join(folder, kind), 'build']);
  }
  browser = await launch();
});
after(async () => (await browser?.close(), rmSync(folder, { recursive: true })));

/** The first page, and one below each folder of the root and each of theirs. */
function samples(site) {
  const folders = (path) => path.split('/').slice(1, 3).join('/');
  const leadsOn = (path) => site.get(path).includes('http-equiv="refresh"');
  const pages = [...site.keys()].filter((path) => path.endsWith('.html') && !leadsOn(path));
  return pages.filter((path, i) => pages.findIndex((other) => folders(other) === folders(path)) === i);
}

test('vnu has nothing to say', async () => none(await said(...KINDS.map((kind) => join(folder, kind, 'public')))));

for (const kind of KINDS) {
  describe(kind, () => {
    for (const look of LOOKS) {
      test(`axe at ${look.viewport.width} px, ${look.colorScheme}`, async () => {
        const site = readSite(join(folder, kind, 'public'));
        const server = await serve({ site });
        const page = await browser.newPage(look);
        const problems = [];
        for (const path of samples(site)) {
          await page.goto(server.root + path.slice(1));
          problems.push(...(await violations(page)).map((problem) => `${path} ${problem}`));
          if (!(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth))) problems.push(`${path} scrolls sideways`);
        }
        await Promise.all([page.close(), server.close()]);
        none(problems);
      });
    }
  });
}

test('the search of a new site finds its pages', async () => {
  const server = await serve({ site: readSite(join(folder, 'docs', 'public')) });
  const page = await browser.newPage();
  await page.goto(server.root + 'start/');
  await page.fill('input[name=q]', 'الكود');
  await page.locator('.found li a').first().waitFor();
  assert.match(await page.locator('.found').innerText(), /الشيفرة/);
  await Promise.all([page.close(), server.close()]);
});

test('code is copied by keyboard, without the lines that are gone, and it is said', async () => {
  const server = await serve({ site: readSite(join(folder, 'docs', 'public')) });
  const page = await browser.newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(server.root + 'write/code/');
  await page.locator('.code-copy').nth(1).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'نسخت الشيفرة' }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'order = 4\n');
  await Promise.all([page.close(), server.close()]);
});
