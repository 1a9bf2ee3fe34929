// The tables of tests/it/bidi/order.tsv and order-ltr.tsv as a browser shows them, on an Arabic and a French page: each text before
// its runs are isolated and after, held against the expected order by where each character stands on the screen. PICTURES=folder
// keeps screenshots of both, to look at.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { Site } from './preview.mjs';
import { launch } from './site.mjs';

const table = (name) =>
  readFileSync(new URL(`../it/bidi/${name}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .map(([text, plain, isolated]) => ({ text, plain, isolated }));

/** Each table, and how the site of its page differs from the good one. */
const TABLES = [
  { name: 'order.tsv', least: 40, configure: (config) => config },
  {
    name: 'order-ltr.tsv',
    least: 8,
    configure: (config) =>
      `${config.replace('ar-MA', 'fr').split('[plurals]')[0]}[plurals]\nbook = { one = "{n}", many = "{n}", other = "{n}" }\n`,
  },
];

/** What the table has on purpose: ranges with a hyphen, thousands with a space, and the like. */
const SILENCED = ['E704', 'W705', 'W706', 'W708', 'W710', 'W711'].map((rule) => `{ rule = "${rule}", reason = "the order of such texts is what is tested" }`);

const ENTRY = 'content/authors/jahiz.md';
let browser;

before(async () => {
  browser = await launch();
});

after(async () => {
  await browser?.close();
});

/** The page of a table, and what to do with it afterwards. */
async function open({ name, configure }) {
  const rows = table(name);
  const site = new Site('good');
  site.write('site.toml', configure(readFileSync(join(site.folder, 'site.toml'), 'utf8')));
  site.write(ENTRY, `+++\ntitle = "الجاحظ"\nwrote = 2\nsilence = [${SILENCED.join(', ')}]\n+++\n\n${rows.map(({ text }) => text).join('\n\n')}\n`);
  const built = spawnSync(resolve(process.env.WARRAQ), ['build'], { cwd: site.folder, encoding: 'utf8' });
  assert.equal(built.status, 0, built.stderr);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(pathToFileURL(join(site.folder, 'public/authors/jahiz/index.html')).href);
  await page.addStyleTag({ content: 'p { font: 20px/2 serif; margin: 0; white-space: nowrap }' });
  return { page, rows, name, close: () => site.remove('.') };
}

/** The paragraphs of the table, from left to right as they are on the screen: each character with a width of its own. */
const seen = ({ page, rows }) =>
  page.evaluate((count) => {
    const line = (paragraph) => {
      const characters = [];
      const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const { data } = texts.currentNode;
        for (let at = 0; at < data.length; at += String.fromCodePoint(data.codePointAt(at)).length) {
          const range = new Range();
          range.setStart(texts.currentNode, at);
          range.setEnd(texts.currentNode, at + String.fromCodePoint(data.codePointAt(at)).length);
          const { left, width, top } = range.getBoundingClientRect();
          if (width > 0) characters.push({ shown: range.toString(), middle: left + width / 2, top });
        }
      }
      characters.sort((one, other) => one.middle - other.middle);
      return characters.map(({ shown }) => shown).join('');
    };
    return [...document.querySelectorAll('main p')].slice(-count).map(line);
  }, rows.length);

/** Brackets without a side: the character in the text is the one that opens or closes, the glyph may be mirrored. */
const bare = (text) => [...text].map((c) => ['()', '[]', '{}', '<>', '«»', '‹›', '≤≥'].find((pair) => pair.includes(c))?.[0] ?? c).join('');

/** A number for each Arabic word of the text, as the table has it. */
function legible(line, text) {
  const words = text.match(/[\u0620-\u065f\u066e-\u06d3]+/g) ?? [];
  words.forEach((word, position) => {
    const turned = [...word].reverse().join('');
    const at = line.lastIndexOf(turned);
    assert.ok(at >= 0, `${word} in ${line}`);
    line = line.slice(0, at) + String.fromCodePoint(0x2460 + position) + line.slice(at + turned.length);
  });
  return line;
}

async function compare({ page, rows, name }, column, shown) {
  if (process.env.PICTURES) {
    mkdirSync(process.env.PICTURES, { recursive: true });
    await page.screenshot({ path: join(process.env.PICTURES, `${name}-${column}.png`), fullPage: true });
  }
  const legibly = rows.map(({ text }, row) => bare(legible(shown[row], text)));
  assert.deepEqual(legibly, rows.map((row) => bare(row[column])));
}

for (const which of TABLES) {
  test(`${which.name}: runs stand on the screen in the order in which they are read, and without isolation would not`, async () => {
    const opened = await open(which);
    await compare(opened, 'isolated', await seen(opened));
    await opened.page.evaluate(() => {
      for (const element of document.querySelectorAll('main :is(bdi, code, [dir])')) element.replaceWith(...element.childNodes);
    });
    await compare(opened, 'plain', await seen(opened));
    assert.ok(opened.rows.filter(({ plain, isolated }) => plain !== isolated).length > which.least);
    opened.close();
  });
}
