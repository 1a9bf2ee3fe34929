// In place of a site's service worker: a preview is never kept, and what an earlier visit to this address kept is let go.
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => {
  const ours = (all) => all.filter((name) => name.startsWith('warraq '));
  const gone = caches.keys().then((all) => Promise.all(ours(all).map((name) => caches.delete(name))));
  event.waitUntil(gone.then(() => registration.unregister()));
});
