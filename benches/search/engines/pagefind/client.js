const PAGEFIND = '/engine/pagefind/pagefind.js';

export async function open({ options }) {
  const pagefind = await import(PAGEFIND);
  await pagefind.options({ baseUrl: '/', ...options });
  return async (query) => {
    const { results } = await pagefind.search(query);
    return results.map((result) => async () => {
      const { url, meta } = await result.data();
      return { url, title: meta.title };
    });
  };
}
