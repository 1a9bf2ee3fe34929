// Fonts, print and forced colours.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { files, launch, none, pages, samples, serve } from './site.mjs';

const FONTS_A_PAGE = 85_000;

let browser, server;
before(async () => ([browser, server] = await Promise.all([launch(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

test('fonts: every face loads, and no page takes more than 85 KB of them', async (t) => {
  const page = await browser.newPage();
  await page.goto(server.root);
  const faces = await page.evaluate(() =>
    Promise.all([...document.fonts].filter(({ family }) => !family.endsWith(' fallback')).map((face) => face.load().then(() => null, (error) => `${face.family} ${face.weight}: ${error.message}`))),
  );
  assert.ok(faces.length > 0, 'the style sheet declares no faces');
  none(faces.filter(Boolean));

  const problems = [];
  let most = 0;
  for (const { address } of pages) {
    await page.goto(server.root + address.slice(1));
    const { failed, loaded } = await page.evaluate(async () => {
      await document.fonts.ready;
      const failed = [...document.fonts].filter(({ family, status }) => status === 'error' && !family.endsWith(' fallback')).map(({ family, weight }) => `${family} ${weight}`);
      const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((name) => name.endsWith('.woff2'));
      return { failed, loaded: [...new Set(loaded)] };
    });
    const bytes = loaded.reduce((sum, path) => sum + files.get(path).length, 0);
    problems.push(...failed.map((face) => `${address} ${face} did not load`));
    if (loaded.length === 0) problems.push(`${address} loads no font`);
    most = Math.max(most, bytes);
    if (bytes > FONTS_A_PAGE) problems.push(`${address} loads ${bytes} bytes: ${loaded.join(' ')}`);
  }
  await page.close();
  t.diagnostic(`at most ${most} bytes of fonts a page`);
  none(problems);
});

test('fonts: no character falls back to a face of the system', async () => {
  const page = await browser.newPage();
  const tools = await page.context().newCDPSession(page);
  const problems = [];
  let texts = 0;
  for (const { address } of samples) {
    await page.goto(server.root + address.slice(1));
    await page.evaluate(() => document.fonts.ready);
    await tools.send('DOM.enable');
    await tools.send('CSS.enable');
    const { root } = await tools.send('DOM.getDocument', { depth: 0 });
    const { nodeIds } = await tools.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'body *' });
    for (const nodeId of nodeIds) {
      const { fonts } = await tools.send('CSS.getPlatformFontsForNode', { nodeId });
      texts += fonts.length;
      const fallen = fonts.filter(({ isCustomFont }) => !isCustomFont);
      if (fallen.length === 0) continue;
      const { outerHTML } = await tools.send('DOM.getOuterHTML', { nodeId });
      problems.push(`${address} ${fallen.map(({ familyName, glyphCount }) => `${glyphCount} in ${familyName}`)}: ${outerHTML.slice(0, 200)}`);
    }
  }
  await page.close();
  none(problems);
  assert.ok(texts > 0, 'no text was looked at');
});

test('print: every kind of page gives a PDF, without navigation', async () => {
  const page = await browser.newPage();
  const problems = [];
  for (const { address } of samples) {
    await page.goto(server.root + address.slice(1));
    await page.emulateMedia({ media: 'print' });
    const shown = await page.evaluate(() => [...document.querySelectorAll('nav')].filter((nav) => nav.checkVisibility()).map((nav) => nav.cloneNode(false).outerHTML));
    problems.push(...shown.map((nav) => `${address} is printed: ${nav}`));
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    const sheets = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    if (!pdf.startsWith('%PDF-') || sheets < 1) problems.push(`${address} gives ${sheets} printed pages`);
  }
  await page.close();
  none(problems);
});

test('forced colours: tiles, bars and cells keep a border', async () => {
  const page = await browser.newPage({ forcedColors: 'active', viewport: { width: 1280, height: 800 } });
  const drawn = { '/': '.tiles > *', '/regions/europe/': '.tiles a bdi', '/countries/poland/': '.tiles > *', '/topics/': '.matrix td a' };
  const problems = [];
  for (const [address, selector] of Object.entries(drawn)) {
    await page.goto(server.root + address.slice(1));
    const { count, bare } = await page.evaluate((selector) => {
      const elements = [...document.querySelectorAll(selector)];
      const bare = elements.filter((element) => {
        const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(element);
        return borderTopStyle === 'none' || parseFloat(borderTopWidth) < 1 || borderTopColor === backgroundColor || borderTopColor === 'rgba(0, 0, 0, 0)';
      });
      return { count: elements.length, bare: bare.map((element) => element.outerHTML.slice(0, 160)) };
    }, selector);
    if (count === 0) problems.push(`${address} has no ${selector}`);
    problems.push(...bare.map((element) => `${address} has no border: ${element}`));
  }
  await page.close();
  none(problems);
});
