// The page on which drafts are reviewed, in a real browser: by keys alone.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { desk, preview } from './preview.mjs';

const NAMED = 'content/organisations/un-police.md';
const DRAFT = 'content/organisations/draft.md';

const d = desk();

test('keys rename a draft and drop it, in its file', async () => {
  const path = `${d.site.folder}/${DRAFT}`;
  const read = () => readFileSync(path, 'utf8');
  const entry = readFileSync(`${d.site.folder}/${NAMED}`, 'utf8');
  writeFileSync(path, entry.replace(/^slug = .*$/m, 'slug = "draft"\ndraft = true'));
  await d.tab.goto(`${d.server.root}.warraq/review`);
  await d.tab.locator('[data-choice=drop]:enabled').waitFor();
  for (const width of [360, 1280]) {
    await d.tab.setViewportSize({ width, height: 800 });
    assert.equal(await d.tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  }
  await d.tab.keyboard.press('j');
  await d.tab.keyboard.press('r');
  await d.tab.keyboard.type('اسم آخر');
  await d.tab.keyboard.press('Enter');
  await d.tab.locator('.draft h3', { hasText: 'اسم آخر' }).waitFor();
  assert.match(read(), /^title = "اسم آخر"$/m);
  await d.tab.locator('.draft').focus();
  await d.tab.keyboard.press('d');
  await d.tab.locator('.draft').waitFor({ state: 'detached' });
  assert.equal(existsSync(path), false);

  await d.server.end();
  const away = d.tab.locator('[role=status]', { hasText: 'لا تجيب المعاينة' });
  await away.waitFor();
  d.server = await preview(d.site, { port: d.server.port });
  await away.waitFor({ state: 'detached' });
});
