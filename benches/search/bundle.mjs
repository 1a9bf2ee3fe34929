// An engine's client and the packages it imports into one minified script, as a site would ship it.
// A script and not a module: the Arabic stemmer of lunr-languages fails where `this` is undefined.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Writes `folder/client.js`. What the setting decides: `modules`, the file that an imported name stands for, and `constants`. */
export async function bundle(client, folder, { modules = {}, constants = {} } = {}) {
  const over = (object, change) => Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
  await build({
    entryPoints: [fileURLToPath(client)],
    outfile: `${folder}/client.js`,
    alias: over(modules, fileURLToPath),
    define: over(constants, JSON.stringify),
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'engine',
    target: 'es2022',
    logLevel: 'warning',
  });
}

/** The version of a package, as installed. */
export function versionOf(name) {
  const [folder] = createRequire(import.meta.url).resolve.paths(name);
  return JSON.parse(readFileSync(`${folder}/${name}/package.json`, 'utf8')).version;
}
