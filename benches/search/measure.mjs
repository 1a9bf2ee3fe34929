// One engine, served and ready, into its answers, and what they cost in time and bytes.
//
// An engine is a script at /engine/client.js: `engine.open(setting)` loads what it needs and gives `find(query)`, which gives the results, best
// first, as functions; each, when called, resolves to `{ url, title }`. So an engine that fetches its results one by one pays for those it shows.

import { addressOf } from '../../tests/search/judge.mjs';

const REPEATS = 5;
const SHOWN = 10;

/** For each query the addresses found, and the milliseconds until the first ten are known: everything loaded before, the median of five. */
export async function answers(browser, server, setting, queries) {
  const page = await browser.newPage();
  await load(page, server);
  const found = await page.evaluate(run, { setting, queries: queries.map(({ query }) => query), repeats: REPEATS, shown: SHOWN });
  await page.close();
  return {
    rankings: found.map(({ urls }) => urls.map((url) => addressOf(url, server.root))),
    times: found.map(({ times }) => times.sort((a, b) => a - b)[times.length >> 1]),
  };
}

/** For each query the bytes that a reader's browser loads, starting with nothing, until it can show the first result. The server lets nothing be cached. */
export async function weights(browser, server, setting, queries) {
  const page = await browser.newPage();
  const sizes = [];
  for (const { query } of queries) {
    server.sent();
    await load(page, server);
    await page.evaluate(first, { setting, query });
    sizes.push(server.sent());
  }
  await page.close();
  return sizes;
}

async function load(page, server) {
  await page.goto(`${server.root}blank`);
  await page.addScriptTag({ url: `${server.root}engine/client.js` });
}

/** Runs in the browser, where `engine` is what the script left. */
async function run({ setting, queries, repeats, shown }) {
  const find = await engine.open(setting);
  const found = [];
  for (const query of queries) {
    const results = await Promise.all((await find(query)).map((result) => result()));
    const times = [];
    for (let i = 0; i < repeats; i++) {
      const start = performance.now();
      await Promise.all((await find(query)).slice(0, shown).map((result) => result()));
      times.push(performance.now() - start);
    }
    found.push({ urls: results.map(({ url }) => new URL(url, location.href).href), times });
  }
  return found;
}

/** Runs in the browser. */
async function first({ setting, query }) {
  const find = await engine.open(setting);
  const [result] = await find(query);
  await result?.();
}
