// warraq's own: the index and the client that the site was published with.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../../bundle.mjs';

const INDEX = 'search-index';

export const name = 'warraq';
export const title = name;
export const settings = [{ name: 'as it comes' }];

const client = (site) => existsSync(join(site, INDEX)) && readdirSync(join(site, INDEX)).find((file) => /^client\.[^.]+\.js$/.test(file));

/** Why a site cannot be searched, if it cannot. */
export const missing = (site) => (client(site) ? null : `${join(site, INDEX)} has no client.….js`);

export async function prepare({ site, folder }) {
  await bundle(new URL('client.js', import.meta.url), folder, { constants: { CLIENT: `/${INDEX}/${client(site)}` } });
  return { '/': site };
}
