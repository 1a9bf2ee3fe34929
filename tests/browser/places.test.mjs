// The same files work wherever they lie: in a folder on disk, below a path of a host, without JavaScript; and 404.html at any depth.

import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { fileOf, folder, folderBelow, launch, none, pages, readSite, serve } from './site.mjs';

const SUBPATH = '/some/sub/path/'; // as in tests/run

let browser, server, below;
before(async () => ([browser, server, below] = await Promise.all([launch(), serve(), serve({ prefix: SUBPATH })])));
after(() => Promise.all([browser?.close(), server?.close(), below?.close()]));

// What a browser says of a request still under way when one walks on to the next page.
const LEFT_BEHIND = 'net::ERR_ABORTED';

// No browser lets a page on disk preload a font. The style sheet loads it all the same, and `look` sees that it did.
const PRELOAD_ON_DISK = /(console: .*|failed: )file:\S+\.woff2/;

/** A page, and the list of all that goes wrong on it: failed or foreign requests, messages on the console. */
async function watched(root, options) {
  const page = await browser.newPage(options);
  const problems = [];
  const note = (problem) => problems.push(`${decodeURIComponent(page.url())} ${problem}`);
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && note(`console: ${message.text()} (${message.location().url})`));
  page.on('pageerror', (error) => note(`error: ${error.message}`));
  page.on('request', (request) => !request.url().startsWith(root) && !request.url().startsWith('data:') && note(`asks elsewhere: ${request.url()}`));
  page.on('requestfailed', (request) => request.failure().errorText !== LEFT_BEHIND && note(`failed: ${request.url()} ${request.failure().errorText}`));
  page.on('response', (response) => response.status() >= 400 && note(`${response.status()}: ${response.url()}`));
  return { page, problems };
}

/** What is wrong with the page shown: its heading, style sheet and fonts must be there. */
async function look(page, title) {
  const { heading, styled, faces } = await page.evaluate(async () => {
    await document.fonts.ready;
    return {
      heading: document.querySelector('h1')?.textContent.trim(),
      styled: getComputedStyle(document.body).backgroundColor !== 'rgba(0, 0, 0, 0)' && getComputedStyle(document.body).margin === '0px',
      faces: [...document.fonts].filter(({ family }) => !family.endsWith(' fallback')).map(({ status }) => status),
    };
  });
  const at = decodeURIComponent(page.url());
  return [
    (title ? heading !== title : !heading) && `${at} h1 is "${heading}" instead of "${title ?? '…'}"`,
    !styled && `${at} has no style`,
    (!faces.includes('loaded') || faces.includes('error')) && `${at} has not all its fonts: ${faces}`,
  ].filter(Boolean);
}

const places = {
  'a folder on disk': { root: () => `${pathToFileURL(folder)}/`, of: fileOf, expected: PRELOAD_ON_DISK },
  'a path of a host': { root: () => below.root, of: (address) => address },
  'a host, without JavaScript': { root: () => server.root, of: (address) => address, options: { javaScriptEnabled: false } },
};

for (const [name, { root, of, options, expected }] of Object.entries(places)) {
  describe(`opened from ${name}`, () => {
    test('every page has its heading, style and fonts, and asks for nothing else', async () => {
      const { page, problems } = await watched(root(), options);
      for (const { address, title, kind } of pages) {
        if (kind === 'not-found') continue; // below: its links are those of the host's root
        await page.goto(root() + of(address).slice(1));
        problems.push(...(await look(page, kind === 'home' ? null : title))); // the list has home's name in menus
      }
      await page.close();
      none(problems.filter((problem) => !expected?.test(problem)));
    });

    test('home, menu, region, country, citation, and back', async () => {
      const { page, problems } = await watched(root(), options);
      const main = page.locator('main');
      const follow = async (link, address, title) => {
        await link.click();
        await page.waitForURL(root() + fileOf(address).slice(1));
        problems.push(...(await look(page, title)));
      };
      await page.goto(root() + of('/').slice(1));
      await follow(page.locator('header nav').getByRole('link', { name: 'المناطق', exact: true }), '/regions/', 'المناطق');
      await follow(main.getByRole('link', { name: 'إفريقيا', exact: true }).first(), '/regions/africa/', 'إفريقيا');
      await follow(main.getByRole('link', { name: 'مالي', exact: true }).first(), '/countries/mali/', 'مالي');
      // With scripts the address ends in the quoted words.
      await main.locator('figure a[href*="#p4s1"]').first().click();
      await page.waitForURL(({ href }) => href.startsWith(`${root()}source/index.html#p4s1`));
      problems.push(...(await look(page, 'المقال فقرة فقرة')));
      const paragraph = await page.evaluate(() => {
        const target = document.querySelector(':target');
        return { id: target?.closest('.para').id, top: target?.getBoundingClientRect().top, height: innerHeight };
      });
      assert.equal(paragraph.id, 'p4');
      assert.ok(paragraph.top >= 0 && paragraph.top < paragraph.height, `the paragraph is not in sight: ${paragraph.top}`);
      await page.goBack();
      assert.equal(page.url(), root() + fileOf('/countries/mali/').slice(1));
      problems.push(...(await look(page, 'مالي')));
      await page.close();
      none(problems.filter((problem) => !expected?.test(problem)));
    });
  });
}

describe('an address that does not exist', () => {
  const unknown = 'no/such/page/';
  const ways = {
    'at the root of a host': () => serve(),
    'below a path, built for it': () => serve({ prefix: SUBPATH, site: readSite(folderBelow) }),
  };
  for (const [name, start] of Object.entries(ways)) {
    test(name, async () => {
      const host = await start();
      const { page, problems } = await watched(host.root);
      const response = await page.goto(host.root + unknown);
      assert.equal(response.status(), 404);
      problems.push(...(await look(page, pages.at(-1).title)));
      await page.locator('main').getByRole('link').first().click();
      assert.equal(page.url(), host.root);
      await page.close();
      host.close();
      const itself = new RegExp(`(404: |console: .* 404 .*)${host.root}${unknown}`);
      none(problems.filter((problem) => !itself.test(problem)));
    });
  }
});
