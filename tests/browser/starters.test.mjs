// What `warraq new` writes of every kind: axe-core and the Nu Html Checker have nothing to say, and no page scrolls sideways.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { launch, none, readSite, serve, torn } from './site.mjs';
import { said } from './vnu.mjs';

const KINDS = ['association', 'blog', 'docs', 'dossier'];
const LOOKS = [
  { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { colorScheme: 'dark', viewport: { width: 360, height: 640 } },
];

const folder = mkdtempSync(join(tmpdir(), 'starters-'));

const POST = '+++\ntitle = "شيفرة"\ndescription = "كتلتان."\ndate = 2025-01-01\n+++\n```toml\na = 1\n```\n\n```toml,del_lines=1,add_lines=2\norder = 3\norder = 4\n```\n\n```toml,hl_lines=1\ntitle = "a line that is longer than a telephone is wide, and that one scrolls to the end of"\nb = 2\n```\n';

/** What is not translated has a page in the other language, and each language is searched. */
function widen(association) {
  const change = (name, ...changes) => {
    const path = join(association, name);
    const changed = changes.reduce((text, [from, to]) => {
      assert.ok(text.includes(from), `${name}: ${from}`);
      return text.replace(from, to);
    }, readFileSync(path, 'utf8'));
    writeFileSync(path, changed);
  };
  change('site.toml', ['fallback = "link"', 'fallback = "show"'], ['[languages.fr.plurals]', '[languages.fr.search]\n\n[search]\n\n[languages.fr.plurals]']);
  const field = '<form role="search" data-search data-failed="…"><label>… <input type="search" name="q"></label></form>';
  change('templates/base.html', ['</head>', '<script src="{{ site.search.script }}" defer></script></head>'], ['</footer>', `${field}</footer>`]);
}
let browser;
before(async () => {
  for (const kind of KINDS) {
    execFileSync(process.env.WARRAQ, ['new', join(folder, kind), '--kind', kind]);
    if (kind === 'association') widen(join(folder, kind));
    if (kind === 'blog') writeFileSync(join(folder, kind, 'content/posts/code.md'), POST);
    execFileSync(process.env.WARRAQ, ['--root', join(folder, kind), 'build']);
  }
  browser = await launch();
});
after(async () => (await browser?.close(), rmSync(folder, { recursive: true })));

/** The first page, one below each folder of the root and each of theirs, and what is shown in place of a translation. */
function samples(site) {
  const folders = (path) => path.split('/').slice(1, 3).join('/');
  const leadsOn = (path) => site.get(path).includes('http-equiv="refresh"');
  const pages = [...site.keys()].filter((path) => path.endsWith('.html') && !leadsOn(path));
  const isInPlace = (path) => site.get(path).includes('pas encore traduite');
  return pages.filter((path, i) => isInPlace(path) || pages.findIndex((other) => folders(other) === folders(path)) === i);
}

test('what is not translated is among the pages that are looked at', () => {
  assert.ok(samples(readSite(join(folder, 'association', 'public'))).includes('/fr/news/donation/index.html'));
});

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
          problems.push(...(await page.evaluate(torn)).map((one) => `${path} ${one}`));
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

test('each language is searched by its own words, and says what there is in them', async () => {
  const server = await serve({ site: readSite(join(folder, 'association', 'public')) });
  const page = await browser.newPage();
  for (const [path, words, found, none] of [
    ['', 'الرحلات', 'حلقة القراءة: رحلة ابن بطوطة', 'لا نتائج'],
    ['fr/', "l'adhésion", 'Adhérer', 'Aucun résultat'],
  ]) {
    await page.goto(server.root + path);
    await page.fill('input[name=q]', words);
    await page.locator('.found li a').first().waitFor();
    assert.match(await page.locator('.found li a').first().innerText(), new RegExp(found));
    const addresses = await page.locator('.found li a').evaluateAll((links) => links.map((link) => new URL(link.href).pathname));
    assert.ok(addresses.every((address) => address.startsWith('/fr/') === (path === 'fr/')), addresses.join());
    await page.fill('input[name=q]', 'xyzzy');
    await page.locator('.found p', { hasText: none }).waitFor();
  }
  await Promise.all([page.close(), server.close()]);
});

for (const [kind, path] of [['docs', 'write/code/'], ['blog', '2025/01/code/']]) {
  test(`${kind}: code is copied by keyboard, without the lines that are gone, and it is said`, async () => {
    const server = await serve({ site: readSite(join(folder, kind, 'public')) });
    const page = await browser.newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(server.root + path);
    await page.locator('.code-copy').nth(1).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'نسخت الشيفرة' }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'order = 4\n');
    await Promise.all([page.close(), server.close()]);
  });
}

test('a line that is highlighted is so to its end, where one scrolls to it', async () => {
  const server = await serve({ site: readSite(join(folder, 'blog', 'public')) });
  const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
  await page.goto(server.root + '2025/01/code/');
  const [ground, words, shown] = await page.locator('.line-highlighted').evaluate((line) => {
    const text = document.createRange();
    text.selectNodeContents(line);
    return [line, text, line.closest('pre')].map((one) => Math.round(one.getBoundingClientRect().width));
  });
  assert.ok(words > shown && ground >= words, `${words} px of words on ${ground} px of colour, in ${shown} px`);
  await Promise.all([page.close(), server.close()]);
});
