// The same queries through several search engines, side by side, as tables in Markdown on standard output.
// node benches/search/compare.mjs SITE QUERIES_FOLDER [ENGINE]

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judge, readQueries, summary } from '../../tests/search/judge.mjs';
import { launch, serve } from './browser.mjs';
import * as lunr from './engines/lunr/index.mjs';
import * as minisearch from './engines/minisearch/index.mjs';
import * as pagefind from './engines/pagefind/index.mjs';
import * as warraq from './engines/warraq/index.mjs';
import { answers, weights } from './measure.mjs';
import { readPages } from './pages.mjs';
import { report } from './report.mjs';

const ENGINES = { warraq, pagefind, minisearch, lunr };

const [site, queriesFolder, only] = process.argv.slice(2);
const engines = Object.values(only ? { [only]: ENGINES[only] } : ENGINES);
if (!queriesFolder || engines.includes(undefined)) {
  console.error(`usage: node benches/search/compare.mjs SITE QUERIES_FOLDER [${Object.keys(ENGINES).join('|')}]`);
  process.exit(2);
}

const queries = readQueries(queriesFolder);
const folder = mkdtempSync(join(tmpdir(), 'search-'));
const browser = await launch();
try {
  const pages = await readPages(browser, site);
  const unknown = queries.flatMap(({ query, relevant }) => [...relevant].filter((address) => !pages.some((page) => page.address === address)).map((address) => `${query}: ${address}`));
  if (unknown.length > 0) throw new Error(`${site} has no page for\n  ${unknown.join('\n  ')}`);

  const compared = [];
  for (const engine of engines) {
    const missing = engine.missing?.(site);
    if (missing) console.error(`skipped: ${engine.name}: ${missing}`);
    else compared.push(await compare(engine, pages));
  }
  if (compared.length > 0) console.log(report(queries, pages.length, compared));
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}

/** Every setting of an engine over all queries; and what the best one must load before it can answer. */
async function compare(engine, pages) {
  const tried = [];
  for (const [number, setting] of engine.settings.entries()) {
    console.error(`${engine.name}: ${setting.name}`);
    const root = join(folder, engine.name, String(number));
    const mounted = await engine.prepare({ site, pages, setting, folder: root });
    const mounts = { '/engine/': root, ...mounted };
    const { rankings, times } = await served(mounts, (server) => answers(browser, server, setting, queries));
    tried.push({ setting, mounts, rankings, times, judgements: queries.map((query, i) => judge(query, rankings[i])) });
  }
  // The best: the highest mean of the four measures.
  const worth = ({ judgements }) => Object.values(summary(judgements)).reduce((sum, value) => sum + value, 0);
  const best = tried.toSorted((a, b) => worth(b) - worth(a))[0];
  const answered = queries.filter((_, i) => best.rankings[i].length > 0);
  const sizes = await served(best.mounts, (server) => weights(browser, server, best.setting, answered));
  return { name: engine.name, title: engine.title, tried, best, sizes };
}

async function served(mounts, measure) {
  const server = await serve(mounts);
  try {
    return await measure(server);
  } finally {
    server.close();
  }
}
