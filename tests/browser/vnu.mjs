// What the Nu Html Checker says of a site: errors, warnings and remarks.

import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, extname, join, relative } from 'node:path';
import { readSite } from './site.mjs';

const jar = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

// Container queries are in every browser since 2023, and `attr()` with a type (CSS Values 5), which browsers without it pass over, in
// Chromium since 2025; the checker's CSS part knows neither yet.
const UNKNOWN_TO_VNU = [
  'CSS: “container-type”: Property “container-type” doesn\'t exist.',
  'CSS: Unrecognized at-rule “@container”',
  'CSS: “--tint”: Parse Error.',
];

/** One line a message on the pages, drawings and style sheets in some folders, and on what was not read. */
export async function said(...folders) {
  const checked = (folder) => [...readSite(folder).keys()].filter((path) => ['.html', '.svg', '.css'].includes(extname(path)));
  const paths = folders.flatMap((folder) => checked(folder).map((path) => join(folder, path)));
  const { report, log } = await new Promise((done) =>
    execFile(
      'java',
      ['-jar', jar, '--stdout', '--verbose', '--format', 'json', '--also-check-css', '--also-check-svg', ...paths],
      { maxBuffer: 1 << 28 },
      (_, stdout, stderr) => done({ report: stdout, log: stderr }),
    ),
  );
  const { messages } = JSON.parse(report || `{"messages":[{"type":"non-document-error","message":${JSON.stringify(log)}}]}`);
  const unread = paths.filter((path) => !log.split('\n').includes(path)).map((path) => `${path}: vnu did not read it`);
  const said = messages
    .filter(({ message }) => !UNKNOWN_TO_VNU.includes(message))
    .map(({ url = '', type, subType, message, extract = '', lastLine }) => {
      const page = url && '/' + relative(folders.length > 1 ? join(folders[0], '../..') : folders[0], decodeURIComponent(new URL(url).pathname));
      return `${page}:${lastLine} ${subType ?? type}: ${message} at ${extract.trim()}`;
    });
  return [...unread, ...said];
}
