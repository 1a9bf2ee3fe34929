// Chromium, and a server on this machine that counts what it sends as a host would send it: compressed.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json' };

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });

/** Serves folders, each below an address; `/blank` is an empty page. `sent()`: bytes since the last call, gzipped where that makes them fewer. */
export async function serve(folders) {
  const mounts = Object.entries(folders).sort(([a], [b]) => b.length - a.length);
  const sizes = new Map();
  let bytes = 0;

  const read = (path) => {
    const mount = mounts.find(([address]) => path.startsWith(address));
    const file = mount && join(mount[1], path.slice(mount[0].length));
    return file && existsSync(file) && statSync(file).isFile() ? readFileSync(file) : null;
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const blank = path === '/blank';
    const body = blank ? Buffer.from('<!doctype html><html lang="ar" dir="rtl"><link rel="icon" href="data:,"><title>search</title>') : read(path);
    if (body && !blank) {
      if (!sizes.has(path)) sizes.set(path, Math.min(body.length, gzipSync(body, { level: 9 }).length));
      bytes += sizes.get(path);
    }
    // The two policies give the page clocks of 5 instead of 100 microseconds.
    response.writeHead(body ? 200 : 404, {
      'content-type': blank ? TYPES['.html'] : (TYPES[extname(path)] ?? 'application/octet-stream'),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cache-control': 'no-store',
    });
    response.end(body);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    root: `http://127.0.0.1:${server.address().port}/`,
    sent: () => [bytes, (bytes = 0)][0],
    close: () => (server.closeAllConnections(), server.close()),
  };
}
