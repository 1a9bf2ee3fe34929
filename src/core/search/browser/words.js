// Words to the forms by which they find each other. A port of src/core/arabic/search/, and held against it by tests: what
// either does, the other has to do.

const DROPPED = "\\u0610-\\u061A\\u064B-\\u065F\\u0670\\u06D6-\\u06ED\\u0640\\u200B-\\u200F\\u061C\\u202A-\\u202E\\u2066-\\u2069";
const dropped = new RegExp(`[${DROPPED}]`, "g");
const word = new RegExp(`[\\p{Alphabetic}\\p{N}\\u0300-\\u036F${DROPPED}]+`, "gu");
const letter = /[\p{Alphabetic}\p{N}]/u;

// Each letter with the one that stands for it.
const EXCHANGED = Object.fromEntries("آا أا إا ٱا ىي یي ےي ةه ہه ھه کك ڭك گك".split(" ").map((pair) => [...pair]));
const PREFIXES = "وبال ولل وال بال كال فال ال لل و ب ل ف ك".split(" ");
const WITH_ARTICLE = PREFIXES.slice(0, 8);
const ACCUSATIVE = "ا";
const SUFFIXES = "هما هم ها كم ه ان ات ون ين ا ي".split(" ");
const REMAIN = 3;

// The last four bits of a digit's code are what it counts.
const exchange = (c) => /[٠-٩۰-۹]/.test(c) ? c.charCodeAt() & 15 : EXCHANGED[c] ?? c.toLowerCase();

// The words of a text: [start, end, word].
const words = (text) => Array.from(text.matchAll(word), (m) => [m.index, m.index + m[0].length, m[0]]).filter((found) => letter.test(found[2]));

const fold = (text) => {
  const kept = text.normalize("NFKC").replace(dropped, "");
  return Array.from(kept, exchange).join("").normalize("NFD").replace(/[\u0300-\u036F]/g, "").normalize("NFC");
};

const isEnough = (stem) => /^\d/.test(stem) || [...stem].length >= REMAIN;

const strip = (of, prefixes) => {
  const prefix = prefixes.find((one) => of.startsWith(one) && isEnough(of.slice(one.length)));
  return prefix && of.slice(prefix.length);
};

const withoutArticle = (of) => strip(of, WITH_ARTICLE) ?? of;

const addEndings = (of, hasHamza, stems) => {
  for (const suffix of SUFFIXES) {
    const stem = of.slice(0, -suffix.length);
    if (!of.endsWith(suffix) || !isEnough(stem) || (hasHamza && suffix === ACCUSATIVE)) continue;
    stems.push(stem);
    of = stem;
    // An ending opens ة.
    const opened = stem.slice(0, -1);
    if (stem.endsWith("ت") && !opened.endsWith("ا")) {
      stems.push(`${opened}ه`);
      if (isEnough(opened)) stems.push(of = opened);
    }
  }
};

// The language whose light stems there are besides (stems.js) stands in the place of LANGUAGE where a script is made for one:
// what Arabic does not need is not in its script. Where SEVERAL is true, an index says what language its words are in.

// Of a folded word: how it may be read, the same without what stands before it, and what is left without affixes.
const formsOf = (folded, tag) => {
  const seat = folded.replace(/[ؤئء]/g, (c) => ({ "ؤ": "و", "ئ": "ي" })[c] ?? "");
  const hamza = folded.replace(/[ؤئ]/g, "ء");
  const readings = [...new Set([seat, hamza])].filter((reading) => reading);
  const hasHamza = folded.endsWith("ء");
  const bares = [];
  const stems = [];
  for (const reading of readings) {
    const bare = strip(reading, PREFIXES);
    if (bare) {
      bares.push(bare);
      stems.push(bare);
    }
    addEndings(reading, hasHamza, stems);
    if (bare) addEndings(bare, hasHamza, stems);
  }
  return { readings, bares: [...readings, ...bares], stems: [...new Set(SEVERAL ? stems.concat(stemsOf(tag.split('-')[0], folded)) : LANGUAGE ? stems.concat(stemsOf(LANGUAGE, folded)) : stems)].filter((stem) => !readings.includes(stem)) };
};
