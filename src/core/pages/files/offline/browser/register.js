// Lets readers keep the site: starts the service worker at its root, and tells it what came before it did.
(() => {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  const tell = () => {
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    workers.controller?.postMessage([location.href, ...loaded]);
  };
  if (!workers.controller) workers.addEventListener('controllerchange', tell, { once: true });
  // Where workers are not allowed, as in a folder on disk, the site is read as it is without one.
  workers.register(new URL('../service-worker.js', document.currentScript.src)).catch(() => {});
})();
