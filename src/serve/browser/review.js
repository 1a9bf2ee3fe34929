// The page on which drafts are reviewed: a click or a key decides, the server writes, and the page is asked for anew.

const keys = { a: 'accept', d: 'drop', r: 'rename', m: 'merge' };
const drafts = () => [...document.querySelectorAll('.draft')];
let token;
let busy = false;
let isAway = false;

const status = () => document.querySelector('[role=status]');

/** Says what came of a choice. */
const tell = (words) => {
  const place = status();
  if (place) place.textContent = words;
};

/** Says that the server does not answer. Until it does, nothing can be decided. */
function miss() {
  isAway = true;
  token = undefined;
  trust();
  tell(status()?.dataset.away);
}

/** Puts the page in the place of this one as the files have it now. The draft at `at` is the next to be decided. */
async function renew(at) {
  const response = await fetch(location.href);
  const next = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('main');
  next.querySelectorAll('script').forEach((script) => script.remove());
  const told = status()?.textContent ?? '';
  document.querySelector('main').replaceWith(next);
  tell(told);
  trust();
  if (at !== undefined) drafts().at(Math.min(at, drafts().length - 1))?.focus();
}

/** Without the token, nothing can be written: the buttons say so. */
function trust() {
  document.querySelectorAll('[data-choice]').forEach((button) => {
    button.disabled = !token;
  });
}

async function decide(draft, choice) {
  if (busy || !token) return;
  const value = (name) => draft.querySelector(`[name=${name}]`).value;
  const headers = { 'content-type': 'application/json', 'x-warraq-token': token };
  const body = JSON.stringify({ choice, id: draft.dataset.id, title: value('title'), into: value('into') });
  busy = true;
  draft.ariaBusy = 'true';
  const at = drafts().indexOf(draft);
  try {
    const response = await fetch('/.warraq/review', { method: 'POST', headers, body });
    tell(await response.text());
    if (response.ok) await renew(at);
  } catch {
    miss();
  } finally {
    busy = false;
    draft.ariaBusy = null;
  }
}

document.addEventListener('click', ({ target }) => {
  const { choice } = target.dataset ?? {};
  if (choice) decide(target.closest('.draft'), choice);
});

document.addEventListener('keydown', (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  const draft = target.closest?.('.draft');
  if (ctrlKey || metaKey || altKey) return;
  if (target.localName === 'input') {
    if (key === 'Enter') decide(draft, target.name === 'title' ? 'rename' : 'merge');
    if (key === 'Escape') draft.focus();
    return;
  }
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[key];
  if (step && (draft || key === 'j' || key === 'k')) {
    const all = drafts();
    all[Math.max(0, Math.min(all.length - 1, all.indexOf(draft) + step))]?.focus();
    event.preventDefault();
  }
  const choice = draft && target.localName !== 'button' && keys[key];
  if (!choice) return;
  event.preventDefault();
  const field = { rename: 'title', merge: 'into' }[choice];
  if (field) draft.querySelector(`[name=${field}]`).select();
  else decide(draft, choice);
});

function connect() {
  const socket = new WebSocket(`ws://${location.host}/.warraq/events`);
  let first = true;
  socket.addEventListener('open', () => socket.send(JSON.stringify({ address: location.pathname, state: 'gone' })));
  socket.addEventListener('message', ({ data }) => {
    const told = JSON.parse(data);
    if (told.token) token = told.token;
    trust();
    const wasAway = isAway;
    isAway = false;
    if (wasAway) tell('');
    // What is being written is not taken away.
    if ((!first || wasAway) && !busy && document.activeElement?.localName !== 'input') renew().catch(miss);
    first = false;
  });
  socket.addEventListener('close', () => {
    miss();
    setTimeout(connect, 1000);
  });
}

trust();
connect();
