// A question to its answers: which words of the site are meant, and which pages say most of them.

// What a match is worth: the same word, the same behind the article and particles, another form, a broken plural, another name, a beginning.
const SAME = 1;
const BARE = 0.9;
const STEM = 0.7;
const PLURAL = 0.6;
const NAME = 0.9;
const BEGINNING = 0.4;

// What a word is worth where it stands, in the order of src/core/search/postings.rs: in a text once, twice, often; in a heading; in another
// name of several words, or alone; in a title of six words or more, of four, of three, of two, alone. Those from NAMING on name the page: one
// word of another name does not, since the site itself does not use it.
const WORTH = [1, 1.3, 1.6, 1.8, 2.3, 3, 2.1, 2.5, 2.9, 3.3, 3.7];
const NAMING = 5;
const HEADING = 3;
// What it is worth when all of a question is in the name of the page; what it costs when some of it is there as a broken plural only.
const NAMED = 2;

const SHORTEST_TO_CORRECT = 4;
const NEARLY = 0.6;
// How many results are looked at closely.
const CLOSELY = 100;
// For one word among those of a page: more than how rare it is, and than that it names the page.
const MANY = 1e3;
// More than any page has places.
const PLACES = 2 ** 20;

class Search {
  constructor(index) {
    this.index = index;
    const { language, texts, plural, others } = index.first;
    Object.assign(this, SEVERAL ? { language, texts, plural, others } : { language, texts, plural });
  }

  // The pages that have every word of a question. Where there are none: those that have what may be meant, if more than its words is asked for.
  async find(query, isLiteral) {
    const asked = words(query).map(([, , typed]) => ({ ...asTerm(fold(typed), SEVERAL && this.language), typed })).filter(({ text }) => text);
    let terms = await this.read(asked);
    let pages = this.weigh(terms);
    const corrected = !(SEVERAL && isLiteral) && !isAny(pages);
    if (corrected) {
      terms = await this.meant(terms);
      pages = this.weigh(terms);
    }
    return this.answer(terms, pages, corrected && terms.length);
  }

  // The words of a question that count, with what they match; what is called by another name is looked for by both.
  async read(asked) {
    await this.prepare(asked, true);
    const terms = [];
    for (let at = 0; at < asked.length; at++) {
      const named = this.named(asked.slice(at));
      if (!named) {
        terms.push(asked[at]);
        continue;
      }
      await this.prepare(named.own);
      const own = asked.slice(at, at + named.name.length);
      [...own, ...named.own].forEach((term) => this.match(term));
      terms.push({ typed: own.map(({ typed, text }) => typed ?? text).join(" "), variants: [own, named.own] });
      at += own.length - 1;
    }
    const meant = terms.filter((term) => term.variants || !this.index.particles.has(term.text));
    const all = meant.length ? meant : terms;
    all.forEach((term, at) => this.match(term, at === all.length - 1));
    return all;
  }

  // The longest other name that these words begin with.
  named(asked) {
    const begins = ({ name }) => name.every((term, at) => asked[at]?.forms.bares.some((bare) => term.forms.bares.includes(bare)));
    const named = asked[0].forms.bares.flatMap((bare) => this.index.names.get(bare) ?? []).filter(begins);
    return named.sort((one, other) => other.name.length - one.name.length)[0];
  }

  async prepare(terms, isAsked) {
    const last = isAsked && terms.at(-1);
    const forms = terms.flatMap(({ forms }) => [...forms.readings, ...forms.stems]);
    await this.index.prepare(forms, last && last.text.length >= 3 ? [withoutArticle(last.forms.readings[0])] : []);
    await this.index.prepare(forms.flatMap((form) => this.index.partners.get(form) ?? []));
  }

  // Finds the words of the site that a word of the question may mean, each with what the match is worth.
  match(term, isLast) {
    if (term.variants || term.meanings) return;
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
    term.meanings = found;
  }

  // What may be meant where no page has all of a question: unknown words without a typo, and else as many of the words as a page has
  // together, if they are most of them or name a page.
  async meant(terms) {
    // What else is asked for says which word is meant.
    const shortest = SHORTEST_TO_CORRECT - (terms.length > 1);
    const known = terms.filter(isKnown);
    const likely = [];
    for (const term of terms) likely.push(...(isKnown(term) ? [term] : await this.correct(term, shortest, known)));
    const some = this.together(likely);
    return some.length * 2 > terms.length || this.weigh(some).closely.includes(NAMED) ? some : [];
  }

  // The likeliest word of the site that one typo makes this one, among those that stand with all that is known.
  async correct(term, shortest, known) {
    for (const text of this.near(term, shortest)) {
      const meant = await this.read([asTerm(text, SEVERAL && this.language)]);
      if (isAny(this.weigh([...known, ...meant]))) return known.push(...meant), meant;
    }
    return [];
  }

  // As many of these terms as one page has; of as many those that name it, then the rarest.
  together(terms) {
    const found = terms.map((term) => this.weigh([term]));
    const weights = new Float32Array(this.index.pages);
    found.forEach(({ scores, rarity, closely }) => scores.forEach((score, page) => weights[page] += score && MANY + rarity + 9 * closely[page]));
    let best = 0;
    weights.forEach((weight, page) => weight > weights[best] && (best = page));
    return terms.filter((_, at) => found[at].scores[best]);
  }

  // The words of the site, and other names, that one typo turns into this one, the most frequent first. First letters are seldom mistaken.
  near({ text }, shortest) {
    const isNear = (one, other) => one.length >= shortest && other.length >= shortest && isOneSlip(one, other, this.index.first.alike);
    const near = new Map();
    const own = withoutArticle(text);
    const { vocabulary, names, particles } = this.index;
    const named = [...names.values()].flat().flatMap(({ name }) => (name[1] ? [] : name));
    for (const entry of [...vocabulary.values(), ...named]) {
      // The article is no part of the typo.
      const bare = withoutArticle(entry.text);
      const meant = isNear(entry.text, text) ? entry.text : isNear(bare, own) && text.slice(0, -own.length) + bare;
      if (meant && !particles.has(entry.text)) near.set(meant, (near.get(meant) ?? 0) + (entry.written?.length ?? 0));
    }
    return [...near.keys()].sort((one, other) => near.get(other) - near.get(one));
  }

  // What each page is worth to a question that asks for all of these terms: 0 where one is missing.
  weigh(terms) {
    return terms.map((term) => (term.variants ? this.either(term.variants) : this.pagesOf(term))).reduce(both, null) ?? { scores: [], closely: [], rarity: 0 };
  }

  // What each is worth to a question by one name or by another.
  either(variants) {
    const [first, other] = variants.map((terms) => this.weigh(terms));
    other.scores.forEach((score, page) => {
      if (score * NAME > first.scores[page]) {
        first.scores[page] = score * NAME;
        first.closely[page] = other.closely[page];
      }
    });
    return first;
  }

  // The pages that have one of the words that a term matches. Rare words are worth more.
  pagesOf(term) {
    const { lengths, pages: count } = this.index;
    const scores = new Float32Array(count);
    const closely = scores.map(() => -NAMED);
    let found = 1;
    each(term.meanings, (page, place, kind, worth) => {
      const score = worth * WORTH[kind] / (kind < HEADING ? lengths[page] : 1);
      if (!scores[page]) found++;
      if (score > scores[page]) scores[page] = score;
      if (worth > PLURAL) closely[page] = Math.max(closely[page], kind >= NAMING && NAMED - (worth <= STEM) / 9);
    });
    term.rarity = Math.log(1 + count / found);
    scores.forEach((score, page) => scores[page] = score * term.rarity);
    return { scores, rarity: term.rarity, closely };
  }

  // For each of some results, the place that says most of the question, and how much.
  findPlaces(results, terms) {
    const byPage = new Map(results.map((result) => [result.number, result]));
    results.forEach((result) => result.places = new Map());
    for (const { meanings, rarity } of terms) {
      const best = new Map();
      each(meanings, (page, place, kind, worth) => {
        if (!byPage.has(page)) return;
        const key = page * PLACES + place;
        const score = worth * WORTH[kind] * rarity / (kind < HEADING ? this.index.lengths[page] : 1);
        if (!(best.get(key) >= score)) best.set(key, score);
      });
      for (const [key, score] of best) {
        const { places } = byPage.get(key / PLACES | 0);
        places.set(key % PLACES, score + (places.get(key % PLACES) ?? 0));
      }
    }
    for (const result of results) {
      const inOrder = [...result.places].sort(([one], [other]) => one - other);
      const [place, together] = inOrder.reduce((best, one) => (one[1] > best[1] ? one : best));
      // A page that is not about the question leads to the block that is, if one says nearly as much; to the last of those that say the same,
      // since blocks come behind those around them.
      const [block, said] = inOrder.reduce((best, one) => (one[0] && one[1] >= best[1] ? one : best), [0, 0]);
      result.place = !result.isNamed && said > together * NEARLY ? block : place;
      result.together = together;
    }
  }

  async answer(terms, { scores, rarity, closely }, corrected) {
    const { first, starts } = this.index;
    const results = Array.from(scores, (score, number) => ({ number, score: score && score + rarity * closely[number], isNamed: closely[number] > 0 })).filter(({ score }) => score);
    const better = (one, other) => other.score - one.score;
    results.sort(better);
    const asked = terms.flatMap((term) => term.variants?.flat() ?? term);
    // Words that stand together count, among those that come first anyway.
    const best = results.slice(0, CLOSELY);
    this.findPlaces(best, asked);
    best.forEach((result) => result.score += result.together / 2);
    results.sort(better);
    const groups = new Map();
    results.forEach((result) => push(groups, starts.findLastIndex((start) => start <= result.number), result));
    const found = {
      corrected,
      total: results.length,
      groups: Array.from(groups, ([group, results]) => ({ label: first.groups[group][0], forms: first.groups[group][1], results })),
      words: new Set(asked.flatMap((term) => [...term.meanings.keys()].map((entry) => entry.text))),
      asked,
    };
    if (corrected) {
      const some = results.slice(0, 8);
      await this.describe(some, found);
      found.corrected = terms.map((term) => asWritten(term, some)).join(" ");
    }
    return found;
  }

  // Puts into results what is shown of them: address, title, heading and excerpt.
  async describe(results, { asked }) {
    this.findPlaces(results.filter((result) => result.place === undefined), asked);
    const site = new URL("../", this.index.base);
    await Promise.all(results.filter((result) => !result.url).map(async (result) => {
      const [address, title, excerpt, ...places] = await this.index.page(result.number);
      const [id, heading] = result.place ? places.slice(2 * result.place - 2) : [];
      const url = new URL(encodeURI(address), site);
      if (id) url.hash = id;
      Object.assign(result, { url: url.href, title, excerpt, heading });
    }));
  }

  // The words of a text that an answer is about: [start, end, word] of each.
  marks(text, found) {
    return words(text).filter((one) => found.words.has(fold(one[2])));
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
  }
}

const WORDS_BEFORE = 6;
const WORDS_AFTER = 14;

// The texts of the smallest blocks of an element.
const blocks = (element) => Array.from(element.querySelectorAll("p,li,td,th,dd,dt"), (block) => block.textContent.replace(/\s+/g, " ").trim());

// The words of a text around a place in it.
const cut = (text, at) => {
  const all = words(text);
  const number = all.findIndex((found) => found[1] > at);
  const start = all[number - WORDS_BEFORE]?.[0] ?? 0;
  const end = all[number + WORDS_AFTER]?.[1] ?? text.length;
  return `${start ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
};

// A word of the site, which the index has folded, as results write it.
const asWritten = ({ text, typed }, results) =>
  typed ?? words(results.map(({ title, excerpt }) => title + " " + excerpt).join(" ")).find((found) => fold(found[2]) === text)?.[2] ?? text;

const isKnown = ({ variants, meanings }) => variants || meanings.size;

const isAny = ({ scores }) => scores.some((score) => score);

// What pages are worth to two terms together.
const both = (one, other) => !one ? other : ({
  scores: one.scores.map((score, page) => score && other.scores[page] && score + other.scores[page]),
  closely: one.closely.map((one, page) => Math.min(one, other.closely[page])),
  rarity: one.rarity + other.rarity,
});

// Goes through the places of all words that a term matches.
const each = (meanings, visit) => {
  for (const [entry, worth] of meanings) {
    const read = entry.read ??= numbers(entry.written);
    let page = 0;
    for (let at = 0; at < read.length; at += 2) {
      page += read[at];
      const kind = read[at + 1] % WORTH.length;
      visit(page, (read[at + 1] - kind) / WORTH.length, kind, worth);
    }
  }
};

const share = (some, others) => some.some((one) => others.includes(one));

// Whether one letter left out, put in, exchanged with its neighbour or for one that is `alike` makes one word of the other.
const isOneSlip = (one, other, alike) => {
  if (one[0] !== other[0]) return false;
  let start = 1;
  while (start < one.length && one[start] === other[start]) start++;
  const rest = (text, skip) => text.slice(start + skip);
  return (rest(one, 1) === rest(other, 1) && alike.includes(one[start] + other[start])) || rest(one, 1) === rest(other, 0) || rest(one, 0) === rest(other, 1)
    || (rest(one, 2) === rest(other, 2) && one[start] + one[start + 1] === other[start + 1] + other[start]);
};

globalThis.warraqSearch.open = async (base, load = loadScript) => new Search(await new Index(base, load).open());
