// Pairs of a language and a folded word, a line of JSON each, to the stems that src/core/search/browser/stems.js makes. Run by
// tests/it/search.rs.

import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';

const script = readFileSync(new URL('../../src/core/search/browser/stems.js', import.meta.url), 'utf8');
const stemsOf = runInThisContext(`(() => { ${script}\nreturn stemsOf })()`);

const lines = readFileSync(0, 'utf8').split('\n').slice(0, -1);
const answers = lines.map((line) => JSON.stringify(stemsOf(...JSON.parse(line))));
process.stdout.write(`${answers.join('\n')}\n`);
