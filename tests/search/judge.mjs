// Holds a search against queries.tsv and accepted.tsv: what was found for each query, into recall, precision, first and nothing.
// Knows no engine and no browser. README.md says what the columns and the measures mean.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const MEASURES = ['recall', 'precision', 'first', 'nothing'];

/** The queries of a folder, in order: `{ query, kind, best: address or null, relevant: Set, accepted: Set }`. Throws with every slip there is. */
export function readQueries(folder) {
  const slips = [];
  const rows = table(folder, 'queries.tsv', ['query', 'kind', 'best', 'relevant'], slips);
  const accepted = new Map(table(folder, 'accepted.tsv', ['query', 'also_accepted'], slips).map(({ query, also_accepted }) => [query, also_accepted.split(' ')]));
  const queries = rows.map(({ query, kind, best, relevant }) => {
    const named = relevant === '-' ? [] : relevant.split(' ');
    const open = named.at(-1) === '*';
    if (open) named.pop();
    if (open !== accepted.has(query)) slips.push(`${query}: ${open ? 'has *, but accepted.tsv does not name it' : 'is in accepted.tsv, but has no *'}`);
    if (best !== '-' && !named.includes(best)) slips.push(`${query}: best is not among the relevant`);
    if ((kind === 'nothing') !== (named.length === 0)) slips.push(`${query}: pages, and the kind ${kind}`);
    return { query, kind, best: best === '-' ? null : best, relevant: new Set(named), accepted: new Set(accepted.get(query)) };
  });
  const known = new Set(rows.map(({ query }) => query));
  if (known.size < rows.length) slips.push('queries.tsv: a query twice');
  slips.push(...[...accepted.keys()].filter((query) => !known.has(query)).map((query) => `accepted.tsv: ${query} is not in queries.tsv`));
  if (slips.length > 0) throw new Error(`${folder}\n  ${slips.join('\n  ')}`);
  return queries;
}

function table(folder, name, columns, slips) {
  const [head, ...lines] = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
  if (head !== columns.join('\t')) slips.push(`${name}: the first line is not ${columns.join(', ')}`);
  return lines.flatMap((line, i) => {
    const cells = line.split('\t');
    if (cells.length === columns.length && cells.every((cell) => cell !== '' && cell === cell.trim())) return [Object.fromEntries(columns.map((column, c) => [column, cells[c]]))];
    slips.push(`${name}:${i + 2}: not ${columns.length} columns, or one of them empty or with blanks around it`);
    return [];
  });
}

/** The page of a result: its address below the site's root, without `index.html` and anchor. */
export function addressOf(url, root) {
  const path = (address) => decodeURI(new URL(address, root).pathname);
  return path(url).replace(path(root), '/').replace(/index\.html$/, '');
}

/** What one query's results are worth: a number from 0 to 1 for each measure that applies, null for the others. `addresses`: pages, best first. */
export function judge({ kind, best, relevant, accepted }, addresses) {
  const found = [...new Set(addresses)];
  const hits = found.filter((address) => relevant.has(address)).length;
  const right = found.filter((address) => relevant.has(address) || accepted.has(address)).length;
  const silent = kind === 'nothing' ? Number(found.length === 0) : null;
  return {
    recall: relevant.size > 0 ? hits / relevant.size : null,
    precision: silent ?? (found.length > 0 ? right / found.length : null),
    first: best === null ? null : Number(found[0] === best),
    nothing: silent,
  };
}

/** The mean of each measure over the judgements it applies to, null where there are none. */
export function summary(judgements) {
  const mean = (values) => (values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null);
  return Object.fromEntries(MEASURES.map((measure) => [measure, mean(judgements.map((judgement) => judgement[measure]).filter((value) => value !== null))]));
}
