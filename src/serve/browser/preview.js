// A page that is being edited keeps up with its files: the server says what changed, and the page changes in place.

import { Page } from './page.js';
import { Panel } from './panel.js';
import { keepPlace } from './place.js';

const EVENTS = `ws://${location.host}/.warraq/events`;
/** Milliseconds until the next attempt to connect: the first, and the longest after many failures. */
const [SOON, LATER] = [250, 2000];

const page = new Page();
const panel = new Panel(page);
let socket;
let timer;
let patience = SOON;

function connect() {
  clearTimeout(timer);
  socket = new WebSocket(EVENTS);
  socket.addEventListener('open', () => {
    patience = SOON;
    socket.send(JSON.stringify({ address: location.pathname, state: page.state }));
    page.remember();
  });
  socket.addEventListener('message', ({ data }) => {
    const { words, token, state, problems, changedFiles, allFilesChanged } = JSON.parse(data);
    if (words) panel.speak(words);
    if (token) panel.trust(token);
    if (state) page.become(state);
    if (changedFiles || allFilesChanged) page.renew(changedFiles);
    panel.show(problems);
  });
  socket.addEventListener('close', () => {
    timer = setTimeout(connect, patience);
    patience = Math.min(patience * 2, LATER);
  });
}

connect();
keepPlace();
// A policy that came with a change may keep us from asking for the next. Loaded again, the page is at least what the server has.
document.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
  if (blockedURI === location.href.split('#')[0]) location.reload();
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && socket.readyState === WebSocket.CLOSED) {
    patience = SOON;
    connect();
  }
});
