import lunr from 'lunr';
import arabic from 'lunr-languages/lunr.ar.js';
import support from 'lunr-languages/lunr.stemmer.support.js';

support(lunr);
arabic(lunr);

export { lunr };
export const plugin = lunr.ar;
