// What axe-core says of a page: WCAG 2.2 AA and its best practices.

import assert from 'node:assert/strict';
import axe from 'axe-core';

const OPTIONS = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
};

// axe takes text for an icon if its letters look otherwise together than one by one, as all Arabic ones do, and then leaves its contrast alone.
const IS_ICON = 'function _isIconLigature(textVNode) {';
assert.ok(axe.source.includes(IS_ICON), 'axe-core looks for icons in another way than it did');
/** axe-core, which looks at the contrast of Arabic text, too. */
export const SOURCE = axe.source.replace(IS_ICON, `${IS_ICON} return false;`);

const run = async (page, options) => {
  const { violations, passes } = await page.evaluate((options) => window.axe.run(document, options), options);
  const looked = (rule) => passes.some(({ id }) => id === rule);
  assert.ok(looked('color-contrast') && (options !== OPTIONS || looked('target-size')), `axe did not look: ${page.url()}`);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html, failureSummary }) => `${id}: ${target.join(' ')} ${html}\n    ${failureSummary.replace(/\n\s*/g, ' ')}`));
};

/** One line a violation. Folds are open, so that it sees what is in them. */
export async function violations(page) {
  await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)));
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(SOURCE);
  return run(page, OPTIONS);
}

/** What is to be said of its colours in the other look, where all else is as it was: the page asks for reduced motion, so that they change at once. */
export async function inTheOtherLook(page, colorScheme) {
  await page.emulateMedia({ colorScheme });
  return run(page, { ...OPTIONS, runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } });
}
