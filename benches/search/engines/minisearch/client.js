import MiniSearch from 'minisearch';
import { processTerm } from 'words';
import { options } from './options.js';

export async function open({ every }) {
  const json = await (await fetch('/engine/index.json')).text();
  const index = MiniSearch.loadJSON(json, options(processTerm));
  const search = (query) => {
    if (!every) return index.search(query);
    const careful = { combineWith: 'AND', prefix: true };
    const exact = index.search(query, careful);
    return exact.length > 0 ? exact : index.search(query, { ...careful, fuzzy: (word) => word.length >= 5 && 0.2 });
  };
  return async (query) => search(query).map(({ id, title }) => async () => ({ url: id, title }));
}
