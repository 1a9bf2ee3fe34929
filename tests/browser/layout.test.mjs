// Every page at the narrowest widths: nothing sticks out sideways, no text is cut off or torn apart.

import { after, before, test } from 'node:test';
import { launch, none, pages, serve, torn } from './site.mjs';

let browser, server;
before(async () => ([browser, server] = await Promise.all([launch(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** In the page: what does not fit. What scrolls inside a wrapper of its own may be wider. */
function misfits() {
  const short = (element) => `${element.cloneNode(false).outerHTML.slice(0, 160)} "${element.textContent.trim().slice(0, 40)}"`;
  const scrolls = (element) => element && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const spoken = (element) => element && (getComputedStyle(element).clipPath !== 'none' || spoken(element.parentElement)); // for screen readers only
  document.querySelectorAll('details').forEach((fold) => (fold.open = true));

  const elements = [...document.body.querySelectorAll('*')].filter((element) => element.checkVisibility() && !spoken(element));
  const width = document.scrollingElement.scrollWidth;
  const out = elements.filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.left < -0.5 || box.right > innerWidth + 0.5) && !scrolls(element.parentElement);
  });
  const cut = elements.filter((element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    return (
      (/hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 2) ||
      (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 2)
    );
  });
  const heading = document.querySelector('h1');
  const text = document.createRange();
  text.selectNodeContents(heading);
  const box = heading.getBoundingClientRect();
  const lines = [...text.getClientRects()].filter((line) => line.left < box.left - 0.5 || line.right > box.right + 0.5);
  const tight = parseFloat(getComputedStyle(heading).lineHeight) < 1.35 * parseFloat(getComputedStyle(heading).fontSize); // would cut dots and marks
  // A field cuts off what stands below its line: the dots of a last ya. Of `normal`, nobody knows how much that is.
  const fields = elements.filter((element) => element.matches('input:not([type=checkbox], [type=radio]), textarea'));
  const narrow = fields.filter((field) => !(parseFloat(getComputedStyle(field).lineHeight) >= 1.8 * parseFloat(getComputedStyle(field).fontSize)));

  return [
    ...narrow.map((field) => `has a line too low for its letters: ${short(field)}`),
    ...(width > innerWidth ? [`scrolls sideways: ${width} of ${innerWidth} px`] : []),
    ...out.map((element) => `sticks out (${Math.round(element.getBoundingClientRect().left)} to ${Math.round(element.getBoundingClientRect().right)}): ${short(element)}`),
    ...cut.map((element) => `is cut off (${element.scrollWidth} × ${element.scrollHeight} in ${element.clientWidth} × ${element.clientHeight}): ${short(element)}`),
    ...lines.map((line) => `h1 text leaves its box (${line.left} to ${line.right}): ${short(heading)}`),
    ...(tight ? [`h1 line height is too small: ${short(heading)}`] : []),
  ];
}

for (const width of [320, 360, 768, 1280]) {
  test(`layout: nothing sticks out or is cut off at ${width} px on ${pages.length} pages`, async () => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    const problems = [];
    for (const { address } of pages) {
      await page.goto(server.root + address.slice(1));
      await page.evaluate(() => document.fonts.ready);
      const found = [...(await page.evaluate(misfits)), ...(await page.evaluate(torn))];
      problems.push(...found.map((misfit) => `${address} ${misfit}`));
    }
    await page.close();
    none(problems);
  });
}

// As readers set it in their browser, whose media queries follow.
for (const percent of [130, 200]) {
  test(`layout: nothing scrolls sideways on 320 px with text of ${percent} %`, async () => {
    const large = await launch(`--blink-settings=defaultFontSize=${(16 * percent) / 100}`);
    const page = await large.newPage({ viewport: { width: 320, height: 800 } });
    const problems = [];
    for (const { address } of pages) {
      await page.goto(server.root + address.slice(1));
      await page.evaluate(() => document.fonts.ready);
      const { size, width } = await page.evaluate(() => {
        document.querySelectorAll('details').forEach((fold) => (fold.open = true));
        return { size: parseFloat(getComputedStyle(document.documentElement).fontSize), width: document.scrollingElement.scrollWidth };
      });
      if (Math.abs(size - (16 * percent) / 100) > 1) problems.push(`${address} has text of ${size} px`);
      if (width > 320) problems.push(`${address} scrolls sideways: ${width} px`);
    }
    await large.close();
    none(problems);
  });
}
