// MiniSearch: an index made here and loaded as JSON. It knows no language; what is done to words is the site's to say (`processTerm`).

import { mkdirSync, writeFileSync } from 'node:fs';
import MiniSearch from 'minisearch';
import { bundle, versionOf } from '../../bundle.mjs';
import { options } from './options.js';

export const name = 'MiniSearch';
export const title = `MiniSearch ${versionOf('minisearch')}`;

const careful = { every: true };
export const settings = [
  { name: 'as it comes: any word, whole words', words: 'plain' },
  { name: 'every word, beginnings; typos in long words when nothing is found', words: 'plain', ...careful },
  { name: 'the same, marks and hamzas off (NFKD)', words: 'folded', ...careful },
  { name: "the same, with lunr-languages' Arabic stemmer", words: 'stemmed', ...careful },
];

export async function prepare({ pages, setting, folder }) {
  const words = new URL(`words/${setting.words}.js`, import.meta.url);
  const { processTerm } = await import(words);
  const index = new MiniSearch(options(processTerm));
  index.addAll(pages.map(({ address, title, headings, body }) => ({ address, title, headings, body })));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/index.json`, JSON.stringify(index));
  await bundle(new URL('client.js', import.meta.url), folder, { modules: { words } });
}
