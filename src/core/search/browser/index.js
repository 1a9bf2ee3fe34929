// The index, as it is published: files that call `warraqSearch` with what they hold. Written by src/core/search/files.rs.

// Files that are being waited for, by name and version, so that two indexes do not mix; a first file, whose version nobody knows yet, by name.
const awaited = new Map();

globalThis.warraqSearch = (name, version, content) => (awaited.get(name + version) ?? awaited.get(name))?.(Object.assign(content, { version }));

// By a script element and not by a request, because a page on a disk may load the one and not the other.
const loadScript = (url) => new Promise((resolve, reject) => {
  const script = document.createElement("script");
  script.src = url;
  script.onload = resolve;
  script.onerror = () => reject(new Error(url));
  document.head.append(script);
});

const ONE = 45;
const BY_LENGTH = 0.3;

// Numbers, as src/core/search/postings.rs writes them.
const numbers = (written) => {
  const read = new Uint32Array(written.length);
  let count = 0;
  let number = 0;
  let unit = 1;
  for (let at = 0; at < written.length; at++) {
    const code = written.charCodeAt(at);
    const digit = code - 35 - (code > 92);
    number += digit % ONE * unit;
    unit *= ONE;
    if (digit < ONE) {
      read[count++] = number;
      number = 0;
      unit = 1;
    }
  }
  return read.subarray(0, count);
};

class Index {
  constructor(base, load) {
    this.base = base;
    this.load = load;
    this.asked = new Map();
    // Word to its postings, form to words, reading to its partners in broken plurals.
    this.vocabulary = new Map();
    this.byForm = new Map();
    this.partners = new Map();
    // First word of another name, as it may be read, to the words of the name and what the site calls it.
    this.names = new Map();
    this.described = new Map();
  }

  // A file's content, loaded once. The first says what version the others have to be of: what is of another is not heard.
  file(name) {
    if (!this.asked.has(name)) {
      const version = this.first?.version ?? "";
      const content = new Promise((resolve, reject) => {
        awaited.set(name + version, resolve);
        this.load(`${this.base}${name}.js?${version}`).then(() => reject(new Error(name)), reject);
      });
      content.catch(() => this.asked.delete(name));
      this.asked.set(name, content);
    }
    return this.asked.get(name);
  }

  async open() {
    this.first = await this.file("index");
    this.particles = new Set(this.first.particles.split(" "));
    this.take(this.first);
    this.first.pages?.forEach((page, number) => this.described.set(number, page));
    // The number of the first page of each group, and of the end.
    let start = 0;
    this.starts = this.first.sizes.map((size) => (start += size) - size);
    this.pages = start;
    const lengths = Array.from(this.first.lengths, (c) => 2 ** ((c.charCodeAt(0) - 35) / 2));
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    // By how much the length of a page counts against what its text says.
    this.lengths = lengths.map((length) => 1 - BY_LENGTH + BY_LENGTH * length / mean);
    return this;
  }

  // Takes in the words of a file.
  take({ words: texts, postings, plurals, names }) {
    const language = SEVERAL && this.first.language;
    const written = postings.split(" ");
    let before = "";
    texts.split(/(?=[A-Z])/).forEach((text, at) => {
      const shared = text.charCodeAt(0) - 65;
      before = [...before].slice(0, shared).join("") + text.slice(1);
      if (this.vocabulary.has(before)) return;
      const { forms } = asTerm(before, language);
      const entry = { text: before, forms, written: written[at] };
      this.vocabulary.set(before, entry);
      for (const form of [...forms.readings, ...forms.stems]) push(this.byForm, form, entry);
    });
    const pairs = plurals ? plurals.split(" ") : [];
    for (let at = 0; at < pairs.length; at += 2) {
      push(this.partners, pairs[at], pairs[at + 1]);
      push(this.partners, pairs[at + 1], pairs[at]);
    }
    for (const pair of names ? names.split("|") : []) {
      const [name, own] = pair.split("=").map((text) => text.split(" ").map((word) => asTerm(word, language)));
      for (const bare of name[0].forms.bares) push(this.names, bare, { name, own });
    }
  }

  // Loads the parts in which these forms have their place, and with `beginnings` all that begins with them.
  async prepare(forms, beginnings = []) {
    const { bounds } = this.first;
    if (!bounds) return;
    const place = (key) => bounds.findLastIndex((bound) => bound <= key) + 1;
    const wanted = new Set(forms.map((form) => place(withoutArticle(form))));
    for (const beginning of beginnings) {
      for (let at = place(beginning); at <= Math.min(place(`${beginning}\uFFFF`), place(beginning) + 1); at++) wanted.add(at);
    }
    const parts = await Promise.all(Array.from(wanted, (at) => this.file(`words-${at}`)));
    parts.forEach((part) => part.taken || (part.taken = true, this.take(part)));
  }

  // The description of a page: address, title, what it says of itself, then places and what stands above them.
  async page(number) {
    if (!this.described.has(number)) {
      const { pagesInAFile } = this.first;
      const at = number / pagesInAFile | 0;
      const pages = await this.file(`pages-${at}`);
      pages.forEach((page, offset) => this.described.set(at * pagesInAFile + offset, page));
    }
    return this.described.get(number);
  }
}

// A word of a question, folded.
const asTerm = (text, language) => ({ text, forms: SEVERAL ? formsOf(text, language) : formsOf(text) });

const push = (map, key, value) => map.has(key) ? map.get(key).push(value) : map.set(key, [value]);
