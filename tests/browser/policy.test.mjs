// Every page under a strict Content-Security-Policy: nothing is refused, nothing is asked of another origin, and search works.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { POLICY, host } from './hosted.mjs';
import { opened, reachField, type } from './search.mjs';
import { files, launch, none, pages } from './site.mjs';

let browser, server;
before(async () => {
  [browser, server] = await Promise.all([launch(), host()]);
  server.show(files);
});
after(() => Promise.all([browser?.close(), server?.close()]));

/** A tab, and what went wrong in it: refusals of the policy, requests to other origins. */
async function watched() {
  const page = await browser.newPage();
  const problems = [];
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => console.error(`refused: ${effectiveDirective} ${blockedURI} ${sample}`));
  });
  page.on('console', (message) => message.type() === 'error' && problems.push(`${page.url()}: ${message.text()}`));
  page.on('request', (request) => request.url().startsWith(server.root) || problems.push(`${page.url()} asks for ${request.url()}`));
  return { page, problems };
}

test('every page keeps to the policy and to its own host', async () => {
  const { page, problems } = await watched();
  assert.ok(pages.length > 80);
  for (const { address, kind } of pages.filter(({ kind }) => kind !== 'not-found')) {
    const response = await page.goto(server.root + address.slice(1), { waitUntil: 'load' });
    assert.equal(response.status(), 200, kind);
    assert.equal(response.headers()['content-security-policy'], POLICY);
    assert.equal(response.headers()['content-encoding'], 'br');
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).margin), '0px', `${address} has no style`);
  }
  none(problems);
  await page.close();
});

test('search works under it', async () => {
  const { page, problems } = await watched();
  await page.goto(server.root);
  await reachField(page);
  await type(page, 'اتفاق');
  assert.ok((await opened(page)).links.length > 0);
  none(problems);
  await page.close();
});

test('what is against it is noticed', async () => {
  const { page, problems } = await watched();
  await page.goto(server.root);
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<b style="color:red"></b><img src="https://elsewhere.example/a.png">'));
  const isNoticed = (what) => problems.some((problem) => problem.includes(what));
  for (const what of ['style-src-attr', 'img-src']) {
    while (!isNoticed(what)) await page.waitForEvent('console', { timeout: 5000 });
  }
  await page.close();
});
