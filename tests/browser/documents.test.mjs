// What every page's document must be, read by the browser's own HTML parser from the files as published.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileOf, files, launch, moved, none, pages } from './site.mjs';

const SITE = 'http://site';
let browser;
let documents; // file -> what the parser found in it

before(async () => {
  browser = await launch();
  const page = await browser.newPage();
  const html = [...files.keys()].filter((path) => path.endsWith('.html') && !moved.includes(path));
  const sources = html.map((path) => [path, files.get(path).toString('utf8')]);
  await page.evaluate(defineRead);
  documents = new Map(await page.evaluate((list) => list.map(([path, text]) => [path, window.read(text)]), sources));
});
after(() => browser?.close());

function defineRead() {
  const short = (element) => element.cloneNode(false).outerHTML.slice(0, 200);
  window.read = (text) => {
    const document = new DOMParser().parseFromString(text, 'text/html');
    const all = (selector) => [...document.querySelectorAll(selector)];
    const content = (selector) => document.querySelector(selector)?.getAttribute('content') ?? null;
    return {
      lang: document.documentElement.lang,
      dir: document.documentElement.dir,
      title: document.title,
      h1: all('h1').map((h1) => h1.textContent.trim()),
      landmarks: {
        header: all('body > header').length,
        main: all('main#main').length,
        footer: all('body > footer').length,
        unnamed: all('nav:not([aria-label], [aria-labelledby])').length,
        menus: all('nav').length,
      },
      skip: document.body.firstElementChild?.matches('a[href="#main"]') ?? false,
      canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? null,
      robots: content('meta[name=robots]'),
      ogUrl: content('meta[property="og:url"]'),
      description: content('meta[name=description]'),
      structured: all('script[type="application/ld+json"]').map((script) => script.textContent),
      code: [
        ...all('script:not([type="application/ld+json"], [src][defer])'),
        ...all('*').filter((element) => [...element.attributes].some(({ name, value }) => name.startsWith('on') || /^\s*javascript:/i.test(value))),
      ].map(short),
      scripts: all('script[src]').map((script) => script.getAttribute('src')),
      controls: [...document.documentElement.outerHTML.matchAll(/.{0,20}[\u202a-\u202e].{0,20}/gu)].map(([found]) => found.replace(/[\u202a-\u202e]/gu, (c) => `<U+${c.codePointAt(0).toString(16)}>`)),
      repeated: all('p, li, dt, section, div, figure, ul, ol, dl, tr, h2, h3')
        .filter((element) => element.textContent.trim() && [...element.parentElement.children].find((other) => other.outerHTML === element.outerHTML) !== element)
        .map((element) => `${short(element)} "${element.textContent.trim().replace(/\s+/g, ' ').slice(0, 60)}"`),
      ids: all('[id]').map((element) => element.id),
      links: all('[href], [src], [srcset], [poster], [data], [action]')
        .filter((element) => !element.matches('link[rel=canonical], link[rel=alternate]'))
        .flatMap((element) =>
          ['href', 'src', 'srcset', 'poster', 'data', 'action']
            .filter((name) => element.hasAttribute(name))
            .map((name) => ({ value: element.getAttribute(name), loads: !element.matches('a, area'), element: short(element) })),
        ),
    };
  };
}

const each = (judge) => none(pages.flatMap(({ address, ...page }) => judge(documents.get(fileOf(address)), { address, ...page }).map((said) => `${address} ${said}`)));

test('the pages are exactly those of the reference sitemap', () => {
  assert.deepEqual([...documents.keys()].sort(), pages.map(({ address }) => fileOf(address)).sort());
});

test('html lang and dir, one h1, landmarks, skip link, description', () => {
  const languages = { '/fr/': 'fr', '/en/': 'en' };
  each(({ lang, dir, h1, landmarks, skip, description }, { address }) => {
    const language = languages[address] ?? 'ar-MA';
    const direction = address in languages ? 'ltr' : 'rtl';
    const { header, main, footer, unnamed, menus } = landmarks;
    return [
      lang !== language && `html: lang is "${lang}"`,
      dir !== direction && `html: dir is "${dir}"`,
      h1.length !== 1 && `h1: ${h1.length} of them`,
      header !== 1 && `body > header: ${header} of them`,
      main !== 1 && `main#main: ${main} of them`,
      footer !== 1 && `body > footer: ${footer} of them`,
      menus < 2 && `nav: ${menus} of them`,
      unnamed > 0 && `nav: ${unnamed} without a name`,
      !skip && 'body: does not begin with the skip link',
      !description && 'meta[name=description]: empty or missing',
    ].filter(Boolean);
  });
});

test('title and h1 are the page\'s own', () => {
  each(({ title, h1 }, page) => {
    const home = ['home', 'summary'].includes(page.kind); // whose title begins with that of the site
    return [
      !home && !title.startsWith(`${page.title} | `) && `title: "${title}" instead of "${page.title} | …"`,
      !home && h1[0] !== page.title && `h1: "${h1[0]}" instead of "${page.title}"`,
    ].filter(Boolean);
  });
  const titles = [...documents.values()].map(({ title }) => title);
  assert.equal(new Set(titles).size, titles.length, 'two pages have one title');
});

test('canonical and og:url are the page\'s address; 404.html is kept out of indexes', () => {
  const base = documents.get('/index.html').canonical;
  assert.match(base, /^https:\/\/.+\/$/);
  each(({ canonical, ogUrl, robots }, { address, kind }) => {
    if (kind === 'not-found') return [canonical && 'has a canonical address', robots !== 'noindex' && `robots: ${robots}`].filter(Boolean);
    const expected = base + address.slice(1);
    return [
      canonical !== expected && `link[rel=canonical]: ${canonical}`,
      ogUrl !== expected && `meta[property="og:url"]: ${ogUrl}`,
      robots && `robots: ${robots}`,
    ].filter(Boolean);
  });
});

test('nothing stands twice in one place', () => {
  each(({ repeated }) => repeated.map((element) => `twice under one parent: ${element}`));
});

test('no bidirectional control characters U+202A–U+202E', () => {
  each(({ controls }) => controls.map((found) => `near ${found}`));
});

test('no scripts but what waits for a search, and the three of the theme', () => {
  each(({ code }) => code.map((element) => `runs code: ${element}`));
  const name = (script) => script.match(/^(?:\.\.\/|\/)*(search-index\/start|assets\/js\/\w+)\.\w+\.js$/)?.[1];
  const everywhere = ['assets/js/cites', 'assets/js/copy'];
  each(({ scripts }, { kind }) => {
    // Summaries are in languages that are not searched.
    const expected = [...everywhere, ...(kind === 'summary' ? [] : ['search-index/start']), ...(kind === 'countries-index' ? ['assets/js/table'] : [])];
    return String(scripts.map(name).sort()) === String(expected.sort()) ? [] : [`scripts: ${scripts}`];
  });
  const others = [...files.keys()].filter((path) => /\.m?js$/.test(path) && !path.startsWith('/search-index/'));
  assert.deepEqual(others.map(name).sort(), ['assets/js/cites', 'assets/js/copy', 'assets/js/table']);
});

test('structured data parses and names its context and type', () => {
  each(({ structured }, { kind }) => {
    if (kind !== 'not-found' && structured.length === 0) return ['no structured data'];
    return structured.flatMap((text) => {
      try {
        const data = JSON.parse(text);
        return [data].flat().flatMap((item) => [item['@context'] !== 'https://schema.org' && `@context: ${item['@context']}`, !(item['@type'] ?? item['@graph']) && 'no @type'].filter(Boolean));
      } catch (error) {
        return [`application/ld+json: ${error.message}`];
      }
    });
  });
});

// A link names a file, so that it works in a folder on disk too. 404.html is shown at any depth: its links start at the root.
const target = (value, address) => {
  const url = new URL(value, SITE + fileOf(address));
  const path = decodeURIComponent(url.pathname);
  // What comes behind `:~:` is for the browser, and no part of the id.
  const [id] = url.hash.slice(1).split(':~:');
  return { inside: url.origin === SITE, file: address === '/404.html' ? fileOf(path) : path, id: decodeURIComponent(id) };
};

test('every internal link leads to a file, every fragment to an id', () => {
  each(({ links }, { address }) =>
    links.flatMap(({ value, loads, element }) => {
      const { inside, file, id } = target(value, address);
      if (!inside) return loads ? [`loads from elsewhere: ${element}`] : [];
      if (!files.has(file)) return [`leads nowhere (${file}): ${element}`];
      return id && !documents.get(file)?.ids.includes(id) ? [`no id "${id}" in ${file}: ${element}`] : [];
    }),
  );
});

test('every page can be reached from the home page', () => {
  const reached = new Set(['/index.html']);
  for (const file of reached) {
    for (const { value, loads } of documents.get(file).links) {
      const { inside, file: next } = target(value, file);
      if (inside && !loads && documents.has(next)) reached.add(next);
    }
  }
  none(pages.filter(({ address, kind }) => kind !== 'not-found' && !reached.has(fileOf(address))).map(({ address }) => address));
});
