// A change of a page's HTML becomes the same change of the page on screen.
//
// The new HTML is compared with the HTML as it was served before, never with the page on screen: what readers and scripts did
// there (a fold opened, words typed, an element added) is in neither and stays. Nothing is touched that is the same in both, and
// nothing is moved, so focus, selection and scroll position stay as well.

/** How long a new style sheet may take before the old one goes all the same. */
const PATIENCE = 5000;

const isSheet = (node) => node.nodeName === 'LINK' && node.relList.contains('stylesheet');

export class Morph {
  /** From each node of the HTML to the node on screen that was made of it. */
  #shown = new WeakMap();
  #arriving = [];
  #leaving = [];

  /** `served` is the HTML that `page`, the document on screen, was made of. */
  constructor(served, page) {
    this.served = served;
    this.#find(served.documentElement, page.documentElement);
  }

  /** Makes the page what `next` says. Done when its style sheets are. */
  async become(next) {
    this.#element(this.served.documentElement, next.documentElement);
    const arriving = this.#arriving.splice(0);
    const leaving = this.#leaving.splice(0);
    const late = new Promise((done) => setTimeout(done, arriving.length && PATIENCE));
    await Promise.race([Promise.all(arriving), late]);
    for (const sheet of leaving) sheet.remove();
  }

  /** Looks for what was made of a node and its children, on a page that scripts may have changed since. */
  #find(node, shown) {
    this.#shown.set(node, shown);
    const candidates = [...shown.childNodes];
    let from = 0;
    const next = (isIt) => {
      let at = from;
      while (at < candidates.length && !isIt(candidates[at])) at += 1;
      return at;
    };
    for (const child of node.childNodes) {
      let at = next((one) => one.isEqualNode(child));
      const isSame = at < candidates.length;
      if (!isSame) at = next((one) => kind(one) === kind(child));
      if (at === candidates.length) continue;
      if (isSame) this.#pair(child, candidates[at]);
      else this.#find(child, candidates[at]);
      from = at + 1;
    }
  }

  /** Notes that two equal nodes belong to each other, and their children. */
  #pair(node, shown) {
    this.#shown.set(node, shown);
    node.childNodes.forEach((child, i) => this.#pair(child, shown.childNodes[i]));
  }

  #node(node, next) {
    if (node.isEqualNode(next)) return;
    if (node.nodeType === Node.ELEMENT_NODE) this.#element(node, next);
    else for (const one of this.#both(node)) replaceText(one, next.data);
  }

  #element(node, next) {
    for (const name of new Set([...node.getAttributeNames(), ...next.getAttributeNames()])) {
      const attribute = next.getAttributeNode(name);
      if (node.getAttribute(name) === (attribute?.value ?? null)) continue;
      for (const one of this.#both(node)) {
        if (attribute) one.setAttributeNode(attribute.cloneNode());
        else one.removeAttribute(name);
      }
    }
    const children = [...node.childNodes];
    const nextChildren = [...next.childNodes];
    const matches = match(children, nextChildren);
    const kept = new Set(matches);
    for (const child of children) if (!kept.has(child)) this.#remove(child);
    let before = null;
    nextChildren.forEach((child, i) => {
      const match = matches[i];
      if (match) this.#node(match, child);
      before = match ?? this.#insert(child, node, before);
    });
  }

  /** A node of the HTML, and the one on screen while there is one. */
  #both(node) {
    const shown = this.#shown.get(node);
    return shown ? [node, shown] : [node];
  }

  #remove(node) {
    const shown = this.#shown.get(node);
    node.remove();
    // The old sheet stays until the new one is there: a page without style would flash.
    if (shown && isSheet(shown)) this.#leaving.push(shown);
    else shown?.remove();
  }

  #insert(next, parent, before) {
    const node = this.served.importNode(next, true);
    if (before) before.after(node);
    else parent.prepend(node);
    const shownParent = this.#shown.get(parent);
    if (!shownParent) return node;
    const shown = shownParent.ownerDocument.importNode(next, true);
    this.#pair(node, shown);
    this.#await(shown);
    while (before && this.#shown.get(before)?.parentNode !== shownParent) before = before.previousSibling;
    if (before) this.#shown.get(before).after(shown);
    else shownParent.prepend(shown);
    return node;
  }

  /** Waits for the style sheets that come with a node. One that is disabled is not loaded. */
  #await(shown) {
    const links = shown.querySelectorAll?.('link') ?? [];
    for (const sheet of [shown, ...links].filter((node) => isSheet(node) && !node.disabled)) {
      this.#arriving.push(new Promise((done) => ['load', 'error'].forEach((end) => sheet.addEventListener(end, done))));
    }
  }
}

/** What a node may turn into another of. A style sheet of another address is another. */
const kind = (node) => [node.nodeName, node.id, isSheet(node) && node.getAttribute('href')].join(' ');

/** For each of `next` the one of `nodes` that it was, in the same order, or undefined. */
function match(nodes, next) {
  const matches = Array(next.length);
  let [start, end, nextEnd] = [0, nodes.length, next.length];
  const isMore = () => start < end && start < nextEnd;
  for (; isMore() && nodes[start].isEqualNode(next[start]); start += 1) matches[start] = nodes[start];
  while (isMore() && nodes[end - 1].isEqualNode(next[nextEnd - 1])) matches[(nextEnd -= 1)] = nodes[(end -= 1)];
  // Between nodes that are the same, what is of one kind is taken for one node that changed.
  let [i, j] = [start, start];
  for (const fixed of [...unchanged(nodes.slice(start, end), next.slice(start, nextEnd)), [end - start, nextEnd - start]]) {
    const [fixedI, fixedJ] = [fixed[0] + start, fixed[1] + start];
    for (; j < fixedJ; j += 1) {
      const wanted = kind(next[j]);
      let at = i;
      while (at < fixedI && kind(nodes[at]) !== wanted) at += 1;
      if (at < fixedI) [matches[j], i] = [nodes[at], at + 1];
    }
    if (fixedJ < nextEnd) matches[fixedJ] = nodes[fixedI];
    [i, j] = [fixedI + 1, fixedJ + 1];
  }
  return matches;
}

/** The most nodes that are the same in both, come once and kept their order: pairs of indices. */
function unchanged(nodes, next) {
  const text = (node) => node.outerHTML ?? node.data;
  const indices = new Map();
  nodes.forEach((node, i) => indices.set(text(node), indices.has(text(node)) ? -1 : i));
  // `ends[n]` is the pair with the smallest index that ends a row of n + 1 pairs in order.
  const ends = [];
  next.forEach((node, j) => {
    const i = indices.get(text(node)) ?? -1;
    if (i < 0) return;
    let n = ends.findIndex((end) => end.i >= i);
    if (n < 0) n = ends.length;
    ends[n] = { i, j, before: ends[n - 1] };
  });
  const row = [];
  for (let end = ends.at(-1); end; end = end.before) row.push([end.i, end.j]);
  return row.reverse();
}

/** Replaces the part of a text that differs, so that a caret or a selection in the rest of it stays where it is. */
function replaceText(node, next) {
  const text = node.data;
  const most = Math.min(text.length, next.length);
  let start = 0;
  while (start < most && text[start] === next[start]) start += 1;
  let end = 0;
  while (end < most - start && text.at(-1 - end) === next.at(-1 - end)) end += 1;
  node.replaceData(start, text.length - start - end, next.slice(start, next.length - end));
}
