// The published search of a built site, without a browser: its own client, its own files, read from the disk.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';

const ROOT = 'https://site.example/';

/** Opens the search of the site in a folder, or of one of its languages. `bytes()` says what its reader has loaded, compressed. */
export async function openSearch(folder, index = 'search-index') {
  const context = createContext({ URL, document: {} });
  let bytes = 0;
  const run = (name) => {
    const script = readFileSync(join(folder, index, name), 'utf8');
    bytes += gzipSync(script).length;
    runInContext(script, context);
  };
  // The part of the client that shows results asks for a page, and there is none.
  context.document.querySelectorAll = () => [];
  context.document.currentScript = { src: `${ROOT}${index}/client.js` };
  context.addEventListener = context.document.addEventListener = () => {};
  run(readdirSync(join(folder, index)).find((name) => /^client\.[0-9a-f]+\.js$/.test(name)));
  const load = async (url) => run(new URL(url).pathname.split('/').at(-1));
  const search = await context.warraqSearch.open(`${ROOT}${index}/`, load);
  return {
    bytes: () => bytes,
    /** The addresses of the pages that are found, the best first, and the whole answer. Only so many are described as are shown. */
    async find(query, shown = Infinity) {
      const found = await search.find(query);
      const results = found.groups.flatMap((group) => group.results).sort((one, other) => other.score - one.score);
      await search.describe(results.slice(0, shown), found);
      const addresses = Array.from(results.slice(0, shown), ({ url }) => decodeURI(new URL(url).pathname).replace(/index\.html$/, ''));
      return { addresses, results, found };
    },
    marks: search.marks.bind(search),
  };
}
