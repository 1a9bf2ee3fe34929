// Writes language.json: what CLDR has numbers, dates, lists, plurals, ordinals, quotation marks and order look like, by
// two judges that share no code with warraq: the Intl of Node.js (ICU4C), and CLDR's own JSON.
//
//   npm install --prefix /tmp/cldr cldr-core@48 cldr-rbnf@48 cldr-misc-full@48
//   node tests/reference/language.mjs /tmp/cldr/node_modules > tests/reference/language.json
//
// The file says which versions made it. A newer CLDR may differ: read the diff.

import { readFileSync } from "node:fs";

const packages = process.argv[2];
if (!packages) throw new Error("usage: node language.mjs FOLDER-OF-CLDR-PACKAGES");
const json = (path) => JSON.parse(readFileSync(`${packages}/${path}`, "utf8"));

const TAGS = ["ar", "ar-MA", "ar-EG", "fa", "he", "fr", "fr-MA", "en", "en-GB", "zgh"];

const day = (year, month, date) => {
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, date);
  return time;
};
const iso = (time) => time.toISOString().slice(0, 10);

// Every month, a week, leap days, years of few digits, and a day in about twenty months of two centuries.
const dates = [
  ...Array.from({ length: 12 }, (_, month) => day(2025, month + 1, 9)),
  ...Array.from({ length: 7 }, (_, at) => day(2025, 11, 24 + at)),
  day(2024, 2, 29), day(2000, 2, 29), day(1, 1, 1), day(999, 1, 2), day(1582, 10, 10), day(9999, 12, 31),
  ...Array.from({ length: 120 }, (_, at) => new Date(day(1900, 1, 1).getTime() + at * 613 * 86_400_000)),
];

const ranges = [
  [day(2025, 11, 24), day(2025, 11, 27)], [day(2025, 11, 2), day(2025, 11, 25)],
  [day(2025, 11, 28), day(2025, 12, 3)], [day(2025, 1, 1), day(2025, 12, 31)],
  [day(2025, 12, 30), day(2026, 1, 2)], [day(2025, 11, 24), day(2026, 11, 24)],
  [day(2025, 11, 24), day(2025, 11, 24)],
];

const numbers = [
  0, 1, 2, 7, 10, 11, 45, 99, 100, 999, 1000, 1234, 9999, 10000, 12500, 123456, 1200000, 1234567890, 9007199254740991,
  -1, -45, -1234, -1200000, 0.5, 0.1, 1.5, 3.14159, 1234.5, -12500.25, 0.001, 99.995, 1e15,
];

const shares = [0, 0.01, 0.07, 0.45, 0.453, 0.5, 1, 1.25, 12.5, -0.45, -0.005];

const counts = [
  ...Array.from({ length: 201 }, (_, n) => n),
  299, 300, 1000, 1001, 1002, 1003, 1010, 1011, 1099, 1100, 12345, 100000, 1000000, 1000003, 9007199254740991,
  0.1, 0.5, 0.9, 1.5, 2.5, 3.5, 10.5, 11.5, 99.9, 100.25, 1000003.5,
];

const words = {
  // Without ال and without hamza, where warraq goes its own way on purpose.
  ar: ["كتاب", "باب", "مدينة", "تونس", "زيتون", "حرف", "بيت", "نهر", "يد", "وقت", "جبل", "شمس", "قمر", "لسان", "كتب", "هرم"],
  fa: ["گل", "کتاب", "پدر", "بابا", "ژاله", "زن", "چای", "جام", "وطن", "هوا", "یار", "نان", "مادر", "آب", "ابر", "سیب"],
  fr: ["État", "étape", "été", "eau", "œuvre", "zone", "Œil", "cœur", "côte", "cote", "coté", "côté", "Maroc", "Fès", "fesses", "ça"],
  en: ["résumé", "resume", "Zone", "apple", "Apple", "co-op", "coop", "naïve", "naive", "Kenya", "Mali", "Morocco", "a", "I", "it's", "its"],
  zgh: ["ⵜⴰⵎⴰⵣⵉⵖⵜ", "ⴰⵡⴰⵍ", "ⵎⵕⵕⴰⴽⵛ", "ⴼⴰⵙ", "ⵟⴰⵏⵊⴰ", "ⵜⴰⵏⴳⵉ", "ⴹⴰⵔ", "ⴷⴰⵔ", "ⵚⴱⴰⵃ", "ⵙⴱⴰ", "ⵥⵕⴰ", "ⵣⵔⵉ", "ⵕⴰⵢ", "ⵔⴰⵢ", "ⴻⴼⴽ", "ⴳⵯⵎⴰ"],
  he: ["ספר", "בית", "אבא", "תורה", "שלום", "רוח", "קול", "צבא", "עיר", "נהר", "מים", "לב", "כלב", "יד", "טוב", "חבר"],
};

const letters = {
  he: ["א", "ב", "ג", "ד", "ה"],
  fr: ["a", "b", "c", "d", "e"],
  en: ["a", "b", "c", "d", "e"],
  zgh: ["ⴰ", "ⴱ", "ⴳ", "ⴷ", "ⵀ"],
};

// Intl knows no lists in zgh, and would take those of the language it runs in: there, CLDR's own patterns.
const joins = (tag, type) => {
  if (tag !== "zgh") {
    const list = new Intl.ListFormat(tag, { type, style: "long" });
    return (items) => list.format(items);
  }
  const { listPatterns } = json(`cldr-misc-full/main/${tag}/listPatterns.json`).main[tag];
  const { start, middle, end, 2: two } = listPatterns[{ conjunction: "listPattern-type-standard", disjunction: "listPattern-type-or" }[type]];
  const put = (pattern, a, b) => pattern.replace("{0}", a).replace("{1}", b);
  return (items) => {
    if (items.length < 2) return items[0] ?? "";
    if (items.length === 2) return put(two, ...items);
    const last = put(end, items.at(-2), items.at(-1));
    return items.slice(0, -2).reduceRight((rest, item, at) => put(at ? middle : start, item, rest), last);
  };
};

const language = (tag) => {
  const format = (options) => new Intl.DateTimeFormat(tag, { calendar: "gregory", timeZone: "UTC", ...options });
  const styles = {
    long: format({ dateStyle: "long" }),
    full: format({ dateStyle: "full" }),
    day_month: format({ day: "numeric", month: "long" }),
    month_year: format({ month: "long", year: "numeric" }),
    month: format({ month: "long" }),
    weekday: format({ weekday: "long" }),
  };
  const number = (options) => new Intl.NumberFormat(tag, { maximumFractionDigits: 20, ...options });
  const numberStyles = {
    usual: number({}),
    plain: number({ useGrouping: false }),
    signed: number({ signDisplay: "exceptZero" }),
    two_decimals: number({ minimumFractionDigits: 2, maximumFractionDigits: 2, roundingMode: "halfEven", signDisplay: "negative" }),
  };
  const percent = number({ style: "percent" });
  const items = letters[tag.split("-")[0]] ?? ["أ", "ب", "ج", "د", "ه"];
  const lists = (type) => {
    const join = joins(tag, type);
    return Array.from({ length: 6 }, (_, length) => join(items.slice(0, length)));
  };
  // Where CLDR has no rules for a language there is one category. Intl would take those of the language it runs in.
  const has_plurals = tag.split("-")[0] in json("cldr-core/supplemental/plurals.json").supplemental["plurals-type-cardinal"];
  const plurals = has_plurals ? new Intl.PluralRules(tag) : { select: () => "other", resolvedOptions: () => ({ pluralCategories: ["other"] }) };
  const { delimiters } = json(`cldr-misc-full/main/${tag}/delimiters.json`).main[tag];
  const own = words[tag.split("-")[0]];
  return {
    dates: dates.map((time) => [iso(time), ...Object.values(styles).map((style) => style.format(time))]),
    ranges: ranges.map(([from, to]) => [
      iso(from), iso(to), ...["long", "full", "month_year"].map((style) => styles[style].formatRange(from, to)),
    ]),
    numbers: numbers.map((n) => [n, ...Object.values(numberStyles).map((style) => style.format(n))]),
    percentages: shares.map((share) => [share, percent.format(share)]),
    items,
    and: lists("conjunction"),
    or: lists("disjunction"),
    categories: plurals.resolvedOptions().pluralCategories,
    plurals: counts.map((n) => [n, plurals.select(n)]),
    quotes: ["quotationStart", "quotationEnd", "alternateQuotationStart", "alternateQuotationEnd"].map((key) => delimiters[key]),
    order: own.toSorted(new Intl.Collator(tag).compare),
  };
};

// Rules of CLDR's rule-based number format, as far as the Arabic ordinals up to 99 need them: literal text, →rules→ for
// the rest, →→ for the rest by the same rules, =rules= for the number itself.
const rules = json("cldr-rbnf/rbnf/ar.json").rbnf.rbnf.SpelloutRules;
const spell = (set, n) => {
  const steps = rules[set].map(([base, text]) => [base, text.replace(/;$/, "")]).filter(([base]) => /^\d+$/.test(base));
  const [base, text] = steps.filter(([base]) => Number(base) <= n).at(-1);
  const rest = n % 10 ** (base.length - 1);
  return text
    .replace(/→(%%?[\w-]+)?→/g, (_, other) => spell(other ?? set, rest))
    .replace(/=(%%?[\w-]+)=/g, (_, other) => spell(other, n));
};
const spelled = (gender) => Array.from({ length: 99 }, (_, at) => spell(`%spellout-ordinal-${gender}`, at + 1));

// Ordinals in digits: `=#,##0=$(ordinal,one{er}other{e})$` is a number and what its plural category as an ordinal puts behind it.
const places = [...Array.from({ length: 125 }, (_, at) => at + 1), 1000, 1001, 1111, 2023, 12000, 1000000];
const abbreviated = (tag, set) => {
  const sets = json(`cldr-rbnf/rbnf/${tag}.json`).rbnf.rbnf.OrdinalRules;
  const rule = sets[set].find(([base]) => base === "0")[1];
  const endings = Object.fromEntries([...rule.matchAll(/(\w+)\{(\w+)\}/g)].map(([, category, ending]) => [category, ending]));
  const [number, plurals] = [new Intl.NumberFormat(tag), new Intl.PluralRules(tag, { type: "ordinal" })];
  return places.map((place) => [place, number.format(place) + endings[plurals.select(place)]]);
};

const version = (name) => json(`${name}/package.json`).version;
const result = {
  made_by: `Node.js ${process.versions.node}, ICU ${process.versions.icu}, CLDR ${process.versions.cldr}; cldr-rbnf ${version("cldr-rbnf")}, cldr-misc-full ${version("cldr-misc-full")}`,
  languages: Object.fromEntries(TAGS.map((tag) => [tag, language(tag)])),
  ordinals: { masculine: spelled("masculine"), feminine: spelled("feminine") },
  abbreviated: {
    fr: { masculine: abbreviated("fr", "%digits-ordinal-masculine"), feminine: abbreviated("fr", "%digits-ordinal-feminine") },
    en: { masculine: abbreviated("en", "%digits-ordinal"), feminine: abbreviated("en", "%digits-ordinal") },
  },
};
// One row a line, so that a diff can be read.
const lines = JSON.stringify(result, null, 1).replace(/\[\n\s+((?:[^[\]{}]|\\.)*?)\n\s+\]/g, (_, inner) => `[${inner.replace(/,\n\s+/g, ", ")}]`);
process.stdout.write(`${lines}\n`);
