//! Slips that come of habits from other programs, and of haste.

use super::Mend::Hint;
use super::Mistake;
use super::strangers::{slip, then};

const COPYING: &str = "content/terms/copying.md";
const CONFIG: &str = "site.toml";
const HOME: &str = "templates/home.html";
const BASE: &str = "templates/base.html";
const OPENING: &str = "content/news/opening.md";

#[rustfmt::skip]
pub(super) const MISTAKES: &[Mistake] = &[
    slip("a question mark inside a list", [CONFIG, "\"list(ref(terms))?\"", "\"list(ref(terms)?)\""],
        "E105", "list(ref(terms)?)", ["not a field type", "نوع حقل"], then(&["list(ref(terms))?"], [CONFIG, "\"list(ref(terms)?)\"", "\"list(ref(terms))?\""])),
    slip("words behind each other without a bracket", [COPYING, "see_also = [\"collation\"]", "see_also = \"collation\"، \"binding\""],
        "E101", "، \"binding\"", ["nothing may follow", "لا يجوز"], Hint),
    slip("a reference to a file", [OPENING, "ref:terms/copying", "ref:terms/copying.md"],
        "E201", "ref:terms/copying.md", ["copying.md", "copying.md"], then(&["terms/copying"], [OPENING, "copying.md", "copying"])),
    slip("a reference written like an address", [OPENING, "ref:terms/copying", "ref:/terms/copying/"],
        "E201", "ref:/terms/copying/", ["no entry", "أي مدخل"], then(&["ref:terms/copying"], [OPENING, "ref:/terms/copying/", "ref:terms/copying"])),
    slip("an address without its strokes", [COPYING, "order = 1", "url = \"books/copying\"\norder = 1"],
        "E207", "\"books/copying\"", ["does not start", "لا يبدأ"], then(&["/books/copying/"], [COPYING, "\"books/copying\"", "\"/books/copying/\""])),
    slip("an asset without the name of its argument", [BASE, "asset(path=\"css/site.css\")", "asset(\"css/site.css\")"],
        "E401", "asset(\"css/site.css\")", ["without its name", "بلا اسم"], Hint),
    slip("a plural without the name of its argument", [HOME, "plural(of=\"term\")", "plural(\"term\")"],
        "E401", "plural(\"term\")", ["without its name", "بلا اسم"], Hint),
];
