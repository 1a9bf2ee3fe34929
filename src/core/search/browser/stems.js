// Folded words of French and English to their stems. A port of src/core/arabic/search/light.rs, and held against it by a test: what
// either does, the other has to do. The scripts of other languages are made without it.

const stemsOf = (() => {
  const REMAIN = 3;
  const pairs = (text) => text.split(" ").map((pair) => pair.split(">"));
  const RULES = {
    fr: [
      pairs("eaux>eau aux>al eux>eu oux>ou ss>ss us>us s>"),
      pairs("trice>teur euse>eur elle>el enne>en onne>on ette>et ive>if iere>ier e>"),
      pairs("issant>ir aient> ait> ant> ez> er> ee> e>"),
    ],
    en: [pairs("ies>y sses>ss xes>x ches>ch shes>sh zes>z ss>ss us>us is>is s>"), pairs("ied>y ing> ed> e>")],
  };

  const exchanged = (word, endings) => {
    const found = endings.find(([ending, other]) => word.endsWith(ending) && word.length - ending.length + other.length >= REMAIN);
    return found && word.slice(0, word.length - found[0].length) + found[1];
  };

  return (language, folded) => {
    const rules = RULES[language];
    if (!rules) return [];
    const spelled = folded.replaceAll("œ", "oe").replaceAll("æ", "ae");
    const stems = new Set([spelled]);
    if (/^[a-z]*$/.test(spelled)) {
      const singular = exchanged(spelled, rules[0]) ?? spelled;
      stems.add(singular);
      for (const endings of rules.slice(1)) {
        const stem = exchanged(singular, endings);
        if (stem === undefined || (language === "en" && !/[aeiouy]/.test(stem))) continue;
        stems.add(stem);
        // `running` is `run`.
        if (language === "en" && !singular.endsWith("e") && /([^aeiouls])\1$/.test(stem)) stems.add(stem.slice(0, -1));
      }
    }
    stems.delete(folded);
    return [...stems];
  };
})();
