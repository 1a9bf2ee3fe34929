// French and English pages are found by light stems and behind elisions, each in the index of its language; Tamazight as it is written.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openSearch } from './engine.mjs';

const TEXTS = {
  fr: ['Le conseil a conclu deux accords avec des réseaux marocains.', 'Les œuvres des artisanes, et l’école d’Agadir.'],
  en: ['The council reached an agreement and reported it.', 'Countries studying their libraries.'],
  zgh: ['ⵜⴰⵎⴰⵣⵉⵖⵜ ⵏ ⵓⵙⵙⴰⵏ', 'ⴰⴷⵍⵉⵙ ⴰⵎⴰⵢⵏⵓ'],
};

const folder = mkdtempSync(join(tmpdir(), 'warraq-search-'));
after(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'content/notes'), { recursive: true });
mkdirSync(join(folder, 'templates'));
const languages = Object.keys(TEXTS).map((tag) => `[languages.${tag}.search]\ntexts = { none = "?", advice = "?", index = "?", corrected = "?", all = "?", more = "?" }\n`).join('');
writeFileSync(join(folder, 'site.toml'), `[site]
title = "موقع"
base_url = "https://languages.example/"
language = "ar"
[collections.notes]
url = "/{slug}/"
template = "note.html"
[collections.notes.fields]
title = "string"
[search]
${languages}`);
writeFileSync(join(folder, 'templates/note.html'), '<!doctype html><html lang="{{ site.language }}" dir="{{ site.direction }}"><head><meta charset="utf-8"><title>{{ page.title }}</title></head><body><main><h1>{{ page.title }}</h1>{{ page.content }}</main></body></html>\n');
for (const [tag, texts] of Object.entries(TEXTS)) {
  texts.forEach((text, n) => writeFileSync(join(folder, `content/notes/${tag}${n + 1}.${tag}.md`), `+++\ntitle = "${tag.toUpperCase()} ${n + 1}"\n+++\n\n${text}\n`));
}
execFileSync(process.env.WARRAQ, ['build', '--root', folder, '--output-dir', join(folder, 'public')], { stdio: 'pipe' });

for (const [tag, questions] of Object.entries({
  fr: { "l'accord": 1, 'l’accord': 1, accord: 1, 'réseau': 1, reseau: 1, marocaine: 1, oeuvre: 2, artisan: 2, "l'ecole": 2, "d'agadir": 2, 'un accord marocain': 1, traduction: 0 },
  en: { agreements: 1, agreement: 1, reports: 1, reporting: 1, country: 2, study: 2, library: 2, 'the agreements': 1, agony: 0 },
  zgh: { 'ⵜⴰⵎⴰⵣⵉⵖⵜ': 1, 'ⴰⴷⵍⵉⵙ': 2, 'ⵎⴰⵣⵉⵖ': 0 },
})) {
  test(`questions in ${tag} find what they ask for and nothing else`, async () => {
    const search = await openSearch(join(folder, 'public'), `search-index-${tag}`);
    for (const [question, page] of Object.entries(questions)) {
      const { addresses, found } = await search.find(question);
      assert.deepEqual(addresses, page ? [`/${tag}/${tag}${page}/`] : [], question);
      assert.ok(!found.corrected, `${question} is found as it is asked`);
    }
  });
}
