export async function open() {
  await new Promise((resolve, reject) => {
    const script = document.createElement('script');
    Object.assign(script, { src: CLIENT, onload: resolve, onerror: reject });
    document.head.append(script);
  });
  const base = new URL('.', new URL(CLIENT, location.href)).href;
  const search = await window.warraqSearch.open(base);
  return async (query) => {
    const found = await search.find(query);
    // Readers see results in groups; scores are comparable across them.
    const results = found.groups.flatMap(({ results }) => results).sort((a, b) => b.score - a.score);
    await search.describe(results, found);
    return results.map(({ url, title }) => async () => ({ url: new URL(url, base).href, title }));
  };
}
