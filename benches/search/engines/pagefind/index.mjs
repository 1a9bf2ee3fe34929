// Pagefind: its own indexing program over the HTML as published, within <main>.

import { close, createIndex } from 'pagefind';
import { bundle, versionOf } from '../../bundle.mjs';

export const name = 'Pagefind';
export const title = `Pagefind ${versionOf('pagefind')}`;

export const settings = [
  { name: 'as it comes: Arabic stemmer, found by `lang`' },
  { name: 'the same, letters that head a list left out', letters: false },
  { name: 'the same, and titles count double, long pages less against', letters: false, options: { ranking: { metaWeights: { title: 10 }, pageLength: 0.4 } } },
  { name: 'the same without a stemmer', letters: false, index: { forceLanguage: 'unknown' } },
];

export async function prepare({ pages, setting, folder }) {
  const { index, errors } = await createIndex({ rootSelector: 'main', excludeSelectors: ['nav', 'svg'], ...setting.index });
  if (!index) throw new Error(errors.join('\n'));
  for (const { address, html } of pages) sound(await index.addHTMLFile({ url: address, content: setting.letters === false ? withoutLetters(html) : html }));
  sound(await index.writeFiles({ outputPath: `${folder}/pagefind` }));
  await close();
  await bundle(new URL('client.js', import.meta.url), folder);
}

// Pagefind takes letters off a word's end until the index knows it, so that a heading of one letter answers whatever begins with it.
const withoutLetters = (html) => html.replace(/<(h[2-6])([^>]*)>(?=\p{L}<\/)/gu, '<$1$2 data-pagefind-ignore>');

function sound({ errors }) {
  if (errors.length > 0) throw new Error(errors.join('\n'));
}
