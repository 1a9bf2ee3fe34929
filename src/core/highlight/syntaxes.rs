//! Code to pieces with classes, by the grammars that `two-face` collects for `syntect`. They are unpacked when the first code
//! block asks for them.

use std::sync::LazyLock;

use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

use super::pieces::{Class, Piece};

/// Lines beyond this are those of programs, and take long.
const MOST_BYTES_OF_A_LINE: usize = 2000;

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_newlines);

/// Names that authors use and the grammars do not know.
const ALIASES: [(&str, &str); 13] = [
    ("console", "sh"),
    ("csharp", "cs"),
    ("docker", "dockerfile"),
    ("fsharp", "fs"),
    ("golang", "go"),
    ("hcl", "tf"),
    ("jsonc", "js"),
    ("jsonl", "json"),
    ("jsx", "tsx"),
    ("objc", "m"),
    ("shell", "sh"),
    ("shellsession", "sh"),
    ("typst", "typ"),
];

fn syntax(language: &str) -> Option<&'static SyntaxReference> {
    let language = language.to_lowercase();
    let mut aliases = ALIASES.iter();
    let alias = aliases.find(|(alias, _)| *alias == language);
    let token = alias.map_or(&*language, |(_, token)| token);
    SYNTAXES.find_syntax_by_token(token)
}

/// Whether there is a grammar for the language.
pub(crate) fn is_known(language: &str) -> bool {
    syntax(language).is_some()
}

/// The names of languages, for suggestions.
pub(crate) fn names() -> Vec<String> {
    let aliases = ALIASES.iter().map(|(alias, _)| (*alias).to_owned());
    let named = SYNTAXES.syntaxes().iter().flat_map(|syntax| {
        let tokens = syntax.file_extensions.iter().cloned();
        tokens.chain([syntax.name.to_lowercase()])
    });
    aliases.chain(named).collect()
}

/// The lines of some code, in pieces. None where they are too long, or the language is not known.
pub(super) fn lines<'a>(code: &'a str, language: &str) -> Option<Vec<Vec<Piece<'a>>>> {
    let mut lines = code.split_inclusive('\n');
    if lines.any(|line| line.len() > MOST_BYTES_OF_A_LINE) {
        return None;
    }
    let mut state = ParseState::new(syntax(language)?);
    let mut scopes = ScopeStack::new();
    let lines = code.split_inclusive('\n').map(|line| {
        let mut pieces = Vec::new();
        let mut done = 0;
        let mut push = |range: std::ops::Range<usize>, scopes: &ScopeStack| {
            let text = line.get(range).unwrap_or_default();
            let (text, end) = match text.strip_suffix('\n') {
                Some(before) => (before, &text[before.len()..]),
                None => (text, ""),
            };
            let (class, is_mark) = class(scopes, text);
            let piece = |text, class, is_mark| Piece {
                text,
                class,
                is_mark,
            };
            let parts = [piece(text, class, is_mark), piece(end, None, true)];
            pieces.extend(parts.into_iter().filter(|piece| !piece.text.is_empty()));
        };
        for (at, change) in state.parse_line(line, &SYNTAXES).ok()? {
            push(done..at, &scopes);
            done = done.max(at);
            scopes.apply(&change).ok()?;
        }
        push(done..line.len(), &scopes);
        Some(pieces)
    });
    lines.collect()
}

/// What the scopes of the grammars are to a reader, by their beginnings; an earlier line goes before a later one.
const CLASSES: &[(&str, Option<Class>)] = &[
    ("punctuation.definition.comment", Some(Class::Comment)),
    ("punctuation.definition.string", Some(Class::String)),
    ("punctuation.definition.heading", Some(Class::Heading)),
    ("punctuation.definition.keyword", Some(Class::Keyword)),
    ("punctuation.definition.inserted", Some(Class::Inserted)),
    ("punctuation.definition.deleted", Some(Class::Deleted)),
    ("comment", Some(Class::Comment)),
    ("meta.string", Some(Class::String)),
    ("string", Some(Class::String)),
    ("constant.character.escape", Some(Class::String)),
    ("constant.character.entity", Some(Class::Constant)),
    ("constant.numeric", Some(Class::Number)),
    ("constant", Some(Class::Constant)),
    ("support.constant", Some(Class::Constant)),
    ("variable.language", Some(Class::Constant)),
    ("keyword", Some(Class::Keyword)),
    ("storage", Some(Class::Keyword)),
    ("support.type.property-name", Some(Class::Attribute)),
    ("entity.name.tag", Some(Class::Tag)),
    ("entity.other.attribute-name", Some(Class::Attribute)),
    ("entity.name.function", Some(Class::Function)),
    ("variable.function", Some(Class::Function)),
    ("support.function", Some(Class::Function)),
    ("support.macro", Some(Class::Function)),
    ("entity.name.macro", Some(Class::Function)),
    ("entity.name.constant", Some(Class::Constant)),
    ("entity.name.section", Some(Class::Heading)),
    ("entity.name.class", Some(Class::Type)),
    ("entity.name.enum", Some(Class::Type)),
    ("entity.name.impl", Some(Class::Type)),
    ("entity.name.interface", Some(Class::Type)),
    ("entity.name.namespace", Some(Class::Type)),
    ("entity.name.struct", Some(Class::Type)),
    ("entity.name.trait", Some(Class::Type)),
    ("entity.name.type", Some(Class::Type)),
    ("entity.other.inherited-class", Some(Class::Type)),
    ("support.class", Some(Class::Type)),
    ("support.type", Some(Class::Type)),
    ("markup.heading", Some(Class::Heading)),
    ("markup.inserted", Some(Class::Inserted)),
    ("markup.deleted", Some(Class::Deleted)),
    ("markup.bold", Some(Class::Strong)),
    ("markup.italic", Some(Class::Emphasis)),
    ("markup.raw", Some(Class::String)),
    ("markup.underline.link", Some(Class::String)),
    ("meta.diff.header", Some(Class::Heading)),
    ("meta.diff.range", Some(Class::Heading)),
    // What is of another language within a string is no string.
    ("meta.template.expression", None),
    ("source", None),
    ("text", None),
];

/// Scopes of signs, which are not worth a colour.
static SIGNS: LazyLock<[Scope; 3]> = LazyLock::new(|| {
    [
        "keyword.operator",
        "punctuation",
        "keyword.declaration.operator",
    ]
    .map(scope)
});

static TABLE: LazyLock<Vec<(Scope, Option<Class>)>> = LazyLock::new(|| {
    let classes = CLASSES.iter();
    classes.map(|(name, class)| (scope(name), *class)).collect()
});

/// The scope of this name. There is room for more parts of names than any grammar has.
fn scope(name: &str) -> Scope {
    Scope::new(name).unwrap_or_default()
}

/// The class of the innermost scope that has one, and whether the text is a sign that opens or closes it.
fn class(scopes: &ScopeStack, text: &str) -> (Option<Class>, bool) {
    let scopes = scopes.as_slice();
    let is_word = text.contains(char::is_alphabetic);
    let is_sign = |scope: &Scope| !is_word && SIGNS.iter().any(|sign| sign.is_prefix_of(*scope));
    let found = scopes.iter().rev().find_map(|scope| {
        let known = TABLE.iter().find(|(prefix, _)| prefix.is_prefix_of(*scope));
        let class = known.map(|(_, class)| *class);
        class.filter(|class| !(is_sign(scope) && *class == Some(Class::Keyword)))
    });
    let is_mark = scopes.last().is_some_and(is_sign);
    (found.flatten(), is_mark)
}
