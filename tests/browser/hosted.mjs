// The site as a host serves it that does what it should: compressed, cached by name, and under a policy that lets nothing in.

import { createServer } from 'node:http';
import { extname } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { TYPES, fileOf } from './site.mjs';

/** Nothing from elsewhere, nothing inline (Content Security Policy Level 3). */
export const POLICY = [
  "default-src 'none'",
  ...['script', 'style', 'img', 'font', 'connect', 'manifest'].map((kind) => `${kind}-src 'self'`),
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': POLICY,
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
};

const COMPRESSED = new Set(['.css', '.csv', '.html', '.js', '.json', '.svg', '.txt', '.webmanifest', '.xml']);

/** What a file is answered with. A name with a fingerprint changes with what it names. */
function answer(path, bytes) {
  const isFingerprinted = /\.[0-9a-f]{8}\.\w+$/.test(path);
  const headers = {
    ...HEADERS,
    'cache-control': isFingerprinted ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
    'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
  };
  if (!COMPRESSED.has(extname(path))) return { headers, body: bytes };
  return { headers: { ...headers, 'content-encoding': 'br', vary: 'accept-encoding' }, body: brotliCompressSync(bytes) };
}

/** Waits for a free port of this machine; `show` then says which files to answer with. A site may so be built for its address. */
export async function host() {
  let answers = new Map();
  const server = createServer((request, response) => {
    const file = fileOf(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    const shown = answers.has(file) ? file : '/404.html';
    const { headers, body } = answers.get(shown);
    response.writeHead(shown === file ? 200 : 404, headers);
    response.end(body);
  });
  server.unref();
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    root: `http://127.0.0.1:${server.address().port}/`,
    show: (site) => (answers = new Map([...site].map(([path, bytes]) => [path, answer(path, bytes)]))),
    close: () => (server.closeAllConnections(), server.close()),
  };
}
