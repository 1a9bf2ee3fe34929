// What was measured into tables in Markdown.

import { MEASURES, summary } from '../../tests/search/judge.mjs';

export function report(queries, pages, compared) {
  return [
    `${queries.length} queries over ${pages} pages.`,
    overall(compared),
    kinds(queries, compared),
    settings(compared),
  ].join('\n\n');
}

function overall(compared) {
  const head = ['engine', ...MEASURES, 'bytes to the first result: median', 'most', 'ms: median', '95%'];
  return table(
    head,
    compared.map(({ title, best: { judgements, times }, sizes }) => [
      title,
      ...Object.values(summary(judgements)).map(share),
      kilobytes(quantile(sizes, 0.5)),
      kilobytes(Math.max(...sizes)),
      quantile(times, 0.5).toFixed(2),
      quantile(times, 0.95).toFixed(2),
    ]),
  );
}

/** Recall, precision, first by kind; and over all but aliases, which only an engine that was told them can know. */
function kinds(queries, compared) {
  const row = (name, chosen) => {
    const numbers = queries.flatMap((query, i) => (chosen(query) ? [i] : []));
    const cell = ({ best: { judgements } }) => {
      const { recall, precision, first, nothing } = summary(numbers.map((i) => judgements[i]));
      return recall === null ? share(nothing) : [recall, precision, first].map(share).join(' ');
    };
    return [name, numbers.length, ...compared.map(cell)];
  };
  return table(
    ['kind: recall precision first', 'queries', ...compared.map(({ name }) => name)],
    [...[...new Set(queries.map(({ kind }) => kind))].map((name) => row(name, ({ kind }) => kind === name)), row('all but alias', ({ kind }) => kind !== 'alias')],
  );
}

function settings(compared) {
  return table(
    ['settings tried', ...MEASURES, 'ms: median'],
    compared.flatMap(({ name, tried, best }) =>
      tried.map((one) => [
        `${name}: ${one.setting.name}${one === best ? ' **(best)**' : ''}`,
        ...Object.values(summary(one.judgements)).map(share),
        quantile(one.times, 0.5).toFixed(2),
      ]),
    ),
  );
}

const share = (value) => (value === null ? '–' : value.toFixed(3).replace(/^0/, ''));
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
const quantile = (values, part) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];

const line = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [line(head), line(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
