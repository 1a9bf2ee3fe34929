// lunr with lunr-languages: an index made here and loaded as JSON, with the titles beside it, since lunr keeps no texts.

import { mkdirSync, writeFileSync } from 'node:fs';
import { bundle, versionOf } from '../../bundle.mjs';

export const name = 'lunr';
export const title = `lunr ${versionOf('lunr')} with lunr-languages ${versionOf('lunr-languages')}`;

const careful = { every: true };
export const settings = [
  { name: '`lunr.ar` as it comes: any word, stems', language: 'arabic' },
  { name: '`lunr.ar`, every word, beginnings; typos in long words when nothing is found', language: 'arabic', ...careful },
  { name: '`lunr.multiLanguage("en", "ar")` as it comes', language: 'both' },
  { name: '`lunr.multiLanguage("en", "ar")`, every word, beginnings; typos in long words when nothing is found', language: 'both', ...careful },
];

export async function prepare({ pages, setting, folder }) {
  const language = new URL(`language/${setting.language}.js`, import.meta.url);
  const { lunr, plugin } = await import(language);
  const index = lunr(function () {
    this.use(plugin);
    this.ref('address');
    this.field('title', { boost: 4 });
    this.field('headings', { boost: 2 });
    this.field('body');
    for (const page of pages) this.add(page);
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/index.json`, JSON.stringify(index));
  writeFileSync(`${folder}/titles.json`, JSON.stringify(Object.fromEntries(pages.map(({ address, title }) => [address, title]))));
  await bundle(new URL('client.js', import.meta.url), folder, { modules: { language } });
}
