//! What the program writes in a language, against what CLDR has for it: `tests/reference/language.json`, which other
//! programs made. And what templates get of it, and say of wrong use.

mod reference;
mod slugs;
mod templates;
