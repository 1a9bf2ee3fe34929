// Makes the scripts that the search publishes of those that people read: `npm run minify` after each change to one of them.
// What it makes is kept in the repository, so that building a site needs no Node.js.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';

const FOLDER = new URL('../../src/core/search/browser/', import.meta.url);
const read = (name) => readFileSync(new URL(name, FOLDER), 'utf8');

/** What is published, by its name below `published/`, and what it is made of. */
const PUBLISHED = {
  'start.js': { parts: ['start.js'] },
  'client.js': { parts: ['words.js', 'index.js', 'engine.js', 'field.js'], language: '' },
  'client.fr.js': { parts: ['words.js', 'stems.js', 'index.js', 'engine.js', 'field.js'], language: 'fr' },
  'client.en.js': { parts: ['words.js', 'stems.js', 'index.js', 'engine.js', 'field.js'], language: 'en' },
  'client.several.js': { parts: ['words.js', 'stems.js', 'index.js', 'engine.js', 'field.js'], language: '', isOfSeveral: true },
};
/** Names of properties that stand in these scripts and nowhere else: not in the index, in no page, in no interface of the browser. */
const OWN = ['readings', 'bares', 'stems', 'meanings', 'variants', 'scores', 'named', 'rarity', 'vocabulary', 'byForm', 'partners', 'asked', 'described', 'starts', 'written', 'taken', 'together', 'findPlaces', 'isNamed', 'pagesOf', 'either', 'corrections', 'prepare', 'first', 'answer', 'near', 'page', 'place', 'passage', 'number', 'own', 'closely', 'typed', 'base', 'load', 'read', 'file', 'take', 'match', 'meant', 'correct', 'places', 'weigh', 'forms', 'label', 'shown', 'excerpt', 'heading', 'total'];
const optionsIn = (language, isOfSeveral = false) => ({ ecma: 2022, compress: { passes: 3, unsafe_arrows: true, unsafe_methods: true, global_defs: { LANGUAGE: language, SEVERAL: isOfSeveral } }, mangle: { properties: { builtins: true, regex: new RegExp(`^(${OWN.join('|')})$`) } }, format: { comments: false } });

/** The scripts to publish, by name. The parts of one share a scope, and leave the page's alone. */
export async function published() {
  const made = Object.entries(PUBLISHED).map(async ([name, { parts, language, isOfSeveral }]) => {
    const { code } = await minify(`(()=>{"use strict";\n${parts.map(read).join('\n')}})()`, optionsIn(language, isOfSeveral));
    return [name, `${code}\n`];
  });
  return new Map(await Promise.all(made));
}

/** Where a published script is kept. */
export const keptAt = (name) => new URL(`published/${name}`, FOLDER);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, script] of await published()) writeFileSync(keptAt(name), script);
}
