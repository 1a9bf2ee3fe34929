// A question to its answers: which words of the site are meant, and which pages say most of them.

// What a match is worth: the same word, the same behind the article and particles, another form, a broken plural, another name, a beginning.
const SAME = 1;
const BARE = 0.9;
const STEM = 0.7;
const PLURAL = 0.6;
const NAME = 0.9;
const BEGINNING = 0.4;

// What a word is worth where it stands, in the order of src/search/postings.rs: in a text once, twice, often; in a heading; in another
// name of several words, or alone; in a title of six words or more, of four, of three, of two, alone. Those from NAMING on name the page.
const WORTH = [1, 1.3, 1.6, 1.8, 2.3, 3, 2.1, 2.5, 2.9, 3.3, 3.7];
const NAMING = 4;
const HEADING = 3;
// How far the length of a page counts against what its text says.
const BY_LENGTH = 0.3;
// What it is worth when all of a question is in the name of the page.
const NAMED = 2;

const SHORTEST_TO_CORRECT = 4;

class Search {
  constructor(index) {
    this.index = index;
    Object.assign(this, { language: index.first.language, texts: index.first.texts, plural: index.first.plural });
  }

  // The pages that have every word of a question. Where there are none: those that have every word but for a slip in one, or
  // all words but one.
  async find(query) {
    const asked = words(query).map((found) => fold(found[2])).filter((text) => text).map(asTerm);
    const terms = await this.read(asked);
    let pages = this.pages(terms);
    let corrected = null;
    if (!pages.size) {
      const other = this.corrections(terms).map((other) => ({ terms: other, pages: this.pages(other) })).find((other) => other.pages.size);
      if (other) {
        pages = other.pages;
        corrected = other.terms.map((term) => term.text).join(" ");
        terms.splice(0, terms.length, ...other.terms);
      }
    }
    return this.answer(terms, pages, corrected);
  }

  // The words of a question that count, with what they match; what is called by another name is looked for by both.
  async read(asked) {
    await this.prepare(asked, true);
    const counts = (term) => !this.index.particles.has(term.text);
    const terms = [];
    for (let at = 0; at < asked.length; at++) {
      const named = this.named(asked.slice(at));
      if (!named) {
        terms.push(asked[at]);
        continue;
      }
      await this.prepare(named.own);
      named.own.forEach((term) => this.match(term));
      const own = asked.slice(at, at + named.name.length);
      own.forEach((term) => this.match(term));
      terms.push({ text: own.map((term) => term.text).join(" "), options: [[own, 1], [named.own, NAME]] });
      at += named.name.length - 1;
    }
    const meant = terms.filter((term) => term.options || counts(term));
    const all = meant.length ? meant : terms;
    all.forEach((term, at) => this.match(term, at === all.length - 1));
    return all;
  }

  // The longest other name that these words begin with.
  named(asked) {
    const begins = ({ name }) => name.every((term, at) => asked[at]?.forms.bares.some((bare) => term.forms.bares.includes(bare)));
    const named = asked[0].forms.bares.flatMap((bare) => this.index.names.get(bare) ?? []).filter(begins);
    return named.reduce((longest, one) => (one.name.length > (longest?.name.length ?? 0) ? one : longest), null);
  }

  async prepare(terms, isAsked) {
    const last = isAsked && terms.at(-1);
    const forms = terms.flatMap(({ forms }) => [...forms.readings, ...forms.stems]);
    await this.index.prepare(forms, last && last.text.length >= 3 ? [withoutArticle(last.forms.readings[0] ?? "")] : []);
    await this.index.prepare(forms.flatMap((form) => this.index.partners.get(form) ?? []));
  }

  // Finds the words of the site that a word of the question may mean, each with what the match is worth.
  match(term, isLast) {
    if (term.options || term.matches) return;
    const { forms, text } = term;
    const found = new Map();
    const add = (entry, worth) => found.set(entry, Math.max(worth, found.get(entry) ?? 0));
    const { byForm, partners, vocabulary } = this.index;
    for (const form of [...forms.readings, ...forms.stems]) {
      for (const entry of byForm.get(form) ?? []) add(entry, share(forms.readings, entry.forms.readings) ? SAME : share(forms.bares, entry.forms.bares) ? BARE : STEM);
      for (const partner of partners.get(form) ?? []) {
        for (const entry of byForm.get(partner) ?? []) add(entry, PLURAL);
      }
    }
    if (isLast && !found.size && text.length > 1) {
      const isBegun = (entry) => entry.forms.bares.some((form) => forms.bares.some((beginning) => form.startsWith(beginning)));
      for (const entry of vocabulary.values()) if (isBegun(entry)) add(entry, BEGINNING);
    }
    term.matches = found;
  }

  // Other questions that may have been meant, the likeliest first.
  corrections(terms) {
    const unknown = terms.filter((term) => term.matches && !term.matches.size);
    if (unknown.length > 1) return [];
    const other = [];
    const shortest = terms.length > 1 ? SHORTEST_TO_CORRECT - 1 : SHORTEST_TO_CORRECT;
    for (const term of unknown) {
      for (const entry of this.near(term, shortest)) {
        const meant = { text: entry.text, forms: entry.forms };
        this.match(meant);
        other.push(terms.map((one) => (one === term ? meant : one)));
      }
    }
    if (terms.length > 2) {
      const dropped = unknown.length ? unknown : terms;
      dropped.forEach((term) => other.push(terms.filter((one) => one !== term)));
    }
    return other;
  }

  // The words of the site that one slip of the hand turns into this one, the most frequent first. First letters are seldom mistaken.
  near({ forms }, shortest) {
    const readings = [...new Set(forms.readings.flatMap((reading) => [reading, withoutArticle(reading)]))];
    const isNear = (form) => form.length >= shortest && readings.some((reading) => reading.length >= shortest && isOneSlip(reading, form));
    const near = [];
    for (const entry of this.index.vocabulary.values()) {
      const isMeant = entry.forms.readings.some((form) => isNear(form) || isNear(withoutArticle(form)));
      if (isMeant && !this.index.particles.has(entry.text)) near.push(entry);
    }
    return near.sort((one, other) => other.written.length - one.written.length);
  }

  // The pages that have every one of the terms: what each is worth, and each of its places.
  pages(terms) {
    let pages = null;
    for (const term of terms) {
      const found = term.options ? this.either(term.options) : this.pagesOf(term.matches);
      const both = new Map();
      for (const [number, page] of found) {
        const before = pages ? pages.get(number) : { score: 0, rarity: 0, isNamed: true, places: new Map() };
        if (!before) continue;
        const places = new Map(before.places);
        page.places.forEach((score, place) => places.set(place, score + (places.get(place) ?? 0)));
        both.set(number, { score: before.score + page.score, rarity: before.rarity + page.rarity, isNamed: before.isNamed && page.isNamed, places });
      }
      pages = both;
    }
    return pages ?? new Map();
  }

  either(options) {
    const all = new Map();
    for (const [terms, worth] of options) {
      for (const [number, page] of this.pages(terms)) {
        const places = new Map(Array.from(page.places, ([place, score]) => [place, score * worth]));
        const score = page.score * worth;
        if (!(all.get(number)?.score >= score)) all.set(number, { ...page, score, places });
      }
    }
    return all;
  }

  // The pages that have one of these words. Rare words are worth more.
  pagesOf(matches) {
    const { lengths } = this.index;
    const found = new Map();
    for (const [entry, worth] of matches) {
      entry.read ??= numbers(entry.written);
      let number = 0;
      for (let at = 0; at < entry.read.length; at += 2) {
        number += entry.read[at];
        const kind = entry.read[at + 1] % WORTH.length;
        const place = Math.floor(entry.read[at + 1] / WORTH.length);
        const score = worth * WORTH[kind] / (kind < HEADING ? 1 - BY_LENGTH + BY_LENGTH * lengths[number] : 1);
        let page = found.get(number);
        if (!page) found.set(number, page = { score: 0, isNamed: false, places: new Map() });
        if (kind >= NAMING) page.isNamed = true;
        if (score > page.score) page.score = score;
        if (!(page.places.get(place) >= score)) page.places.set(place, score);
      }
    }
    const rarity = Math.log(1 + this.index.pages / (found.size + 1));
    for (const page of found.values()) {
      page.rarity = rarity;
      page.score *= rarity;
      page.places.forEach((score, place) => page.places.set(place, score * rarity));
    }
    return found;
  }

  async answer(terms, pages, corrected) {
    const { first, starts } = this.index;
    const groups = new Map();
    const results = Array.from(pages, ([number, { score, rarity, isNamed, places }]) => {
      const [place, together] = [...places].reduce((best, one) => (one[1] > best[1] ? one : best));
      return { number, score: score + together / 2 + (isNamed ? NAMED * rarity : 0), place };
    });
    results.sort((one, other) => other.score - one.score || one.number - other.number);
    for (const result of results) push(groups, starts.findLastIndex((start) => start <= result.number), result);
    const found = terms.flatMap((term) => (term.options ? term.options.flatMap(([terms]) => terms) : term));
    const matched = new Set(found.flatMap((term) => Array.from(term.matches.keys(), (entry) => entry.text)));
    const answer = Array.from(groups, ([group, results]) => ({ label: first.groups[group][0], forms: first.groups[group][1], results }));
    if (!first.bounds) await this.describe(results);
    return { corrected, total: results.length, groups: answer, words: matched };
  }

  // Puts into results what is shown of them: address, title, heading and excerpt.
  async describe(results) {
    const site = new URL("../", this.index.base);
    await Promise.all(results.filter((result) => !result.url).map(async (result) => {
      const [address, title, excerpt, ...places] = await this.index.page(result.number);
      const [id, heading] = result.place ? places.slice(2 * result.place - 2) : [];
      const url = new URL(encodeURI(address), site);
      if (id) url.hash = id;
      Object.assign(result, { url: url.href, title, excerpt, heading: heading ?? "" });
    }));
  }

  // The words of a text that an answer is about: [start, end] of each.
  marks(text, found) {
    return words(text).filter((one) => found.words.has(fold(one[2]))).map(([start, end]) => [start, end]);
  }

  // Some words of a page around those that were found there.
  async passage(result, found) {
    const response = await fetch(result.url);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const main = page.querySelector("main") ?? page.body;
    const { hash } = new URL(result.url);
    const place = hash && page.getElementById(decodeURIComponent(hash.slice(1)));
    for (const text of [place, main].filter((one) => one).flatMap(blocks)) {
      const [mark] = this.marks(text, found);
      if (mark) return cut(text, mark[0]);
    }
    return null;
  }
}

const WORDS_BEFORE = 6;
const WORDS_AFTER = 14;

// The texts of the smallest blocks of an element.
const blocks = (element) => Array.from(element.querySelectorAll("p, li, td, th, dd, dt, h2, h3, figcaption, blockquote"), (block) => block.textContent.replace(/\s+/g, " ").trim());

// The words of a text around a place in it.
const cut = (text, at) => {
  const all = words(text);
  const number = all.findIndex((found) => found[1] > at);
  const start = all[number - WORDS_BEFORE]?.[0] ?? 0;
  const end = all[number + WORDS_AFTER]?.[1] ?? text.length;
  return `${start ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
};

const share = (some, others) => some.some((one) => others.includes(one));

// Whether one letter left out, put in, changed or exchanged with its neighbour makes one word of the other.
const isOneSlip = (one, other) => {
  if (one[0] !== other[0] || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const rest = (text, skip) => text.slice(start + skip);
  return rest(one, 1) === rest(other, 1) || rest(one, 1) === rest(other, 0) || rest(one, 0) === rest(other, 1)
    || (one[start] === other[start + 1] && one[start + 1] === other[start] && rest(one, 2) === rest(other, 2));
};

globalThis.warraqSearch.open = async (base, load = loadScript) => new Search(await new Index(base, load).open());
