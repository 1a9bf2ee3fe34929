// Words, a line of JSON each, to what src/core/search/browser/words.js makes of them. An argument names a language with light stems. Run by tests/it/search.rs.

import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';

const read = (name) => readFileSync(new URL(`../../src/core/search/browser/${name}`, import.meta.url), 'utf8');
const script = `const SEVERAL = false; const LANGUAGE = ${JSON.stringify(process.argv[2] ?? '')}; ${read('words.js')}${read('stems.js')}`;
const { words, fold, formsOf, withoutArticle } = runInThisContext(`(() => { ${script}\nreturn { words, fold, formsOf, withoutArticle } })()`);

const lines = readFileSync(0, 'utf8').split('\n').slice(0, -1);
const answers = lines.map((line) => {
  const text = JSON.parse(line);
  const folded = fold(text);
  const { readings, stems } = formsOf(folded);
  const found = words(text).map(([start, end, word]) => [word, text.slice(start, end) === word]);
  return JSON.stringify([found, folded, readings, stems, withoutArticle(folded)]);
});
process.stdout.write(`${answers.join('\n')}\n`);
