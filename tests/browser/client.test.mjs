// The scripts that sites publish are those that people read, made small, and small enough.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { keptAt, published } from './minify.mjs';

const BUDGETS = { 'start.js': 400, 'client.js': 6272, 'client.fr.js': 6656, 'client.en.js': 6656, 'client.several.js': 7168 };

test('what is kept is what the sources make: npm run minify', async (t) => {
  for (const [name, script] of await published()) {
    assert.equal(readFileSync(keptAt(name), 'utf8'), script, `${name} is not of its sources: npm run minify`);
    const size = gzipSync(script, { level: 9 }).length;
    t.diagnostic(`${name}: ${size} bytes compressed`);
    assert.ok(size <= BUDGETS[name], `${name}: ${size} bytes compressed, of ${BUDGETS[name]}`);
  }
});
