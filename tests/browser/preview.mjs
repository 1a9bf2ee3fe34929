// A preview under test: `warraq serve` on a copy of a site, its files to edit, and what it says. `WARRAQ` names the program.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, afterEach, before, beforeEach } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch } from './site.mjs';

const repository = fileURLToPath(new URL('../../', import.meta.url));

function program() {
  if (!process.env.WARRAQ) throw new Error('WARRAQ is not set: run these tests with tests/run browser');
  return resolve(process.env.WARRAQ);
}

/** A copy of a site: the dossier, or a folder of tests/cases. */
export class Site {
  constructor(name) {
    this.folder = mkdtempSync(join(tmpdir(), 'warraq-preview-'));
    const from = name ? join(repository, 'tests/cases', name) : repository;
    for (const part of ['content', 'templates', 'site.toml']) cpSync(join(from, part), join(this.folder, part), { recursive: true });
  }

  read(path) {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  write(path, text) {
    writeFileSync(join(this.folder, path), text);
  }

  /** Replaces words of a file, which must be there, and returns how to undo it. */
  edit(path, from, to) {
    const text = this.read(path);
    if (!text.includes(from)) throw new Error(`${from} is not in ${path}`);
    this.write(path, text.replace(from, to));
    return () => this.write(path, text);
  }

  remove(path) {
    rmSync(join(this.folder, path), { recursive: true });
  }
}

/** Serves a site, at a free port or at this one. */
export async function preview(site, { port = 0, options = [] } = {}) {
  const server = spawn(program(), ['serve', '-p', String(port), ...options], { cwd: site.folder });
  let said = '';
  const root = await new Promise((ready, failed) => {
    const listen = (text) => {
      said += text;
      const address = said.includes('Ctrl-C ends it') && /serving (\S+)/.exec(said);
      if (address) ready(address[1]);
    };
    server.stdout.setEncoding('utf8').on('data', listen);
    server.stderr.setEncoding('utf8').on('data', listen);
    server.once('exit', (code) => failed(new Error(`warraq serve ended with ${code}\n${said}`)));
    server.once('error', failed);
  });
  return {
    root,
    port: Number(new URL(root).port),
    said: () => said,
    end: (signal = 'SIGINT') => new Promise((done) => (server.once('exit', done), server.kill(signal))),
  };
}

/** For each test of a file a fresh copy of the dossier, a preview of it, and a tab. */
export function desk() {
  const desk = {};
  before(async () => (desk.browser = await launch()));
  after(() => desk.browser?.close());
  beforeEach(async () => {
    desk.site = new Site();
    desk.server = await preview(desk.site);
    desk.tab = await desk.browser.newPage({ viewport: { width: 1280, height: 800 } });
  });
  afterEach(async () => {
    await desk.tab.close();
    await desk.server.end();
    desk.site.remove('');
  });
  return desk;
}

/** Opens a page in a tab, marks this very document, and waits until it listens. */
export async function open(tab, address) {
  const listens = tab.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived'));
  await tab.goto(address);
  await listens;
  await tab.waitForSelector('warraq-preview', { state: 'attached' });
  await tab.evaluate(() => (window.marker = 'the same document'));
  tab.loads = 0;
  tab.removeAllListeners('framenavigated').on('framenavigated', () => (tab.loads += 1));
}

/** The page was never left since it was opened. */
export async function assertSameDocument(tab) {
  assert.equal(await tab.evaluate(() => window.marker), 'the same document');
  assert.equal(tab.loads, 0, 'the page was loaded again');
}

/** Waits until a page says this, or no longer does. */
export const shows = (tab, text) => tab.waitForFunction((text) => document.body.textContent.includes(text), text);
export const lacks = (tab, text) => tab.waitForFunction((text) => !document.body.textContent.includes(text), text);
