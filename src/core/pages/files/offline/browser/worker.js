// Keeps what readers have seen, for when there is no network. Pages come from the network while it answers; what has a
// fingerprint in its name never changes, so it is asked for once.
const { version, making, kept, fallback, limit } = SETTINGS;
const PATIENCE = 3000; // milliseconds, before a kept page is shown instead of none
const FILES = 200; // the most files besides pages that are kept
const { scope } = registration;
const OURS = `warraq ${scope} `;
const [FIRST, PAGES, OTHERS] = [`first ${version}`, `pages ${making}`, `others ${making}`].map((name) => OURS + name);
const SAME_FOR_EVER = /\.[0-9a-f]{8}\.\w+$|\/search-index\/[^/]+\?[0-9a-f]{8}$/;
const BESIDES = ['font', 'image', 'script', 'style'];

/** What a page is kept as: one with a question in its address is the same page. */
const name = (url) => url.origin + url.pathname.replace(/(^|\/)index\.html$/, '$1');
const isPage = (response) => response.headers.get('content-type')?.startsWith('text/html');
const isOurs = (url) => url.href.startsWith(scope);

async function find(key) {
  for (const cache of [PAGES, FIRST, OTHERS]) {
    const found = await (await caches.open(cache)).match(key);
    if (found) return found;
  }
}

/** Keeps a whole, good answer, the newest last, and lets the oldest go. */
async function keep(url, response, isVisit = false) {
  if (response.status !== 200 || response.type !== 'basic' || response.redirected) return;
  const page = isPage(response);
  if (isVisit && !page) return;
  const cache = await caches.open(page ? PAGES : OTHERS);
  const key = page ? name(url) : url.href;
  await cache.delete(key);
  await cache.put(key, response);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - (page ? limit : FILES))).map((old) => cache.delete(old)));
}

/** Fetches what is to be there from the start, and the fingerprinted files that a page of it is made of. */
async function fetchFirst(path) {
  const url = new URL(path, scope);
  const response = await fetch(url, { cache: 'no-cache' });
  if (response.status !== 200) throw new Error(`${url}: ${response.status}`);
  const bytes = await response.clone().arrayBuffer();
  const { headers } = response;
  // A copy forgets that the host led here from another address, which no visit may be answered with.
  await (await caches.open(FIRST)).put(isPage(response) ? name(url) : url.href, new Response(bytes, { headers }));
  if (!isPage(response)) return;
  const named = [...(await response.text()).matchAll(/ (?:href|src)="([^"]+)"/g)].map(([, address]) => new URL(address, url));
  await Promise.all(named.filter((file) => isOurs(file) && SAME_FOR_EVER.test(file.pathname)).map(take));
}

/** Keeps what a page has loaded before the worker was there. */
async function take(url) {
  if (await find(url.href)) return;
  await keep(url, await fetch(url));
}

async function visit(event, url) {
  const fresh = fetch(event.request);
  event.waitUntil(fresh.then((response) => keep(url, response.clone(), true)).catch(() => {}));
  const patience = new Promise((late) => setTimeout(late, PATIENCE));
  const inTime = await Promise.race([fresh, patience]).catch(() => {});
  const answer = inTime ?? (await find(name(url))) ?? (await fresh.catch(() => {}));
  if (answer) return answer;
  const page = fallback && (await find(name(new URL(fallback, scope))));
  return page ? new Response(page.body, { status: 503, headers: page.headers }) : Response.error();
}

async function file(event, url) {
  const known = await find(url.href);
  if (known && SAME_FOR_EVER.test(url.pathname + url.search)) return known;
  try {
    const response = await fetch(event.request);
    event.waitUntil(keep(url, response.clone()));
    return response;
  } catch (error) {
    if (known) return known;
    throw error;
  }
}

addEventListener('install', (event) => event.waitUntil(Promise.all(kept.map(fetchFirst)).then(() => skipWaiting())));

addEventListener('activate', (event) => {
  const old = (all) => all.filter((cache) => cache.startsWith(OURS) && ![FIRST, PAGES, OTHERS].includes(cache));
  event.waitUntil(caches.keys().then((all) => Promise.all(old(all).map((cache) => caches.delete(cache)))).then(() => clients.claim()));
});

addEventListener('message', (event) => {
  const urls = event.data.map((address) => new URL(address)).filter(isOurs);
  event.waitUntil(Promise.allSettled(urls.map(take)));
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || !isOurs(url)) return;
  if (request.mode === 'navigate') event.respondWith(visit(event, url));
  else if (BESIDES.includes(request.destination)) event.respondWith(file(event, url));
});
