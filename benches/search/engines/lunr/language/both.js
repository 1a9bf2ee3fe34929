import multi from 'lunr-languages/lunr.multi.js';
import { lunr } from './arabic.js';

multi(lunr);

export { lunr };
/** What lunr-languages advises for pages with Latin words in them. */
export const plugin = lunr.multiLanguage('en', 'ar');
