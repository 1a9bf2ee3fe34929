// Waits on every page until somebody is about to search, and then brings the client and its style sheet.
(() => {
  const here = document.currentScript.src;
  let client;
  const load = () => {
    if (client) return;
    client = document.createElement('script');
    client.src = new URL('CLIENT', here);
    document.head.append(client);
    const style = document.querySelector('[data-search-style]');
    if (style) Object.assign(style, { rel: 'stylesheet', disabled: false });
  };
  document.addEventListener('focusin', ({ target }) => target.closest('form[data-search]') && load());
  // The field may have been quicker than this script; and whoever comes back to results finds them.
  if (history.state?.search || document.querySelector('form[data-search]:focus-within, form[data-search=page]')) load();
})();
