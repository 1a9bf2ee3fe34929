//! The modules of the program and who imports whom, read from the sources: every `use`, groups over several lines
//! included, and every path in an expression or a type. A name that a module re-exports leads to the module that
//! defines it. Tests are left out.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::sources;

/// The path of a module below the crate: `["graph", "order"]`.
pub(super) type Path = Vec<String>;

/// What one file says of other modules.
#[derive(Default)]
struct Module {
    /// The names that `use` brings in, each with its path.
    names: BTreeMap<String, Path>,
    /// The paths of imports that only hand a name on.
    handed_on: BTreeSet<String>,
    /// All other paths.
    paths: BTreeSet<Path>,
}

/// All modules, by path, each with the modules that it needs.
pub(super) fn imports() -> BTreeMap<Path, BTreeSet<Path>> {
    let files = sources::all().into_iter();
    let files = files.filter(|file| !file.is_test() && !["lib", "main"].contains(&file.room()));
    let files = files.map(|file| {
        let program: Vec<&str> = file.program().map(|(_, line)| line).collect();
        (path_of(&file.path), program.join("\n"))
    });
    imports_of(files)
}

pub(super) fn imports_of(
    files: impl Iterator<Item = (Path, String)>,
) -> BTreeMap<Path, BTreeSet<Path>> {
    let read = |(path, text): (Path, String)| (path.clone(), Reader::read(&path, &tokens(&text)));
    let modules: BTreeMap<Path, Module> = files.map(read).collect();
    let imports = modules.iter().map(|(path, module)| {
        let used = module.names.iter();
        let used = used.filter(|(name, _)| !module.handed_on.contains(*name));
        let named = used.map(|(_, named)| named).chain(&module.paths);
        let needed = named.filter_map(|named| definition(&modules, named, 0));
        let needed = needed.filter(|needed| needed != path);
        (path.clone(), needed.collect())
    });
    imports.collect()
}

/// `graph/order.rs` and `graph/order/mod.rs` are both `graph::order`.
pub(super) fn path_of(file: &str) -> Path {
    let path = file.trim_end_matches(".rs").trim_end_matches("/mod");
    path.split('/').map(str::to_owned).collect()
}

/// The module that defines what an absolute path names. Re-exports are followed as far as sane code goes.
fn definition(modules: &BTreeMap<Path, Module>, path: &[String], depth: usize) -> Option<Path> {
    let is_module = |length: &usize| modules.contains_key(&path[..*length]);
    let length = (1..=path.len()).rev().find(is_module)?;
    let (module, rest) = path.split_at(length);
    if let Some(name) = rest.first()
        && let Some(named) = modules[module].names.get(name)
        && depth < 8
    {
        let whole: Path = named.iter().chain(&rest[1..]).cloned().collect();
        if let Some(definition) = definition(modules, &whole, depth + 1) {
            return Some(definition);
        }
    }
    Some(module.to_vec())
}

/// Words, `::` and single signs. Strings, characters and comments say nothing.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = text;
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            'r' if rest
                .trim_start_matches('r')
                .trim_start_matches('#')
                .starts_with('"') =>
            {
                raw(rest)
            }
            '"' => literal(rest, '"'),
            '\'' => match rest[1..].chars().nth(1) {
                _ if rest[1..].starts_with('\\') => literal(rest, '\''),
                Some('\'') => literal(rest, '\''),
                _ => 1,
            },
            _ if is_word(first) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
            _ if rest.starts_with("::") => 2,
            _ => first.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        if !token.starts_with(['/', '"', '\'', ' ', '\n']) || token == "/" {
            tokens.push(token.to_owned());
        }
        rest = after;
    }
    tokens
}

/// How long a literal is that begins and ends with `mark`.
fn literal(text: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if c == mark && !escaped {
            return at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    text.len()
}

/// How long a raw string is: `r"…"`, `r#"…"#`.
fn raw(text: &str) -> usize {
    let open = text.find('"').unwrap_or_default();
    let close = format!("\"{}", &text[1..open]);
    let length = text[open + 1..].find(&close);
    length.map_or(text.len(), |length| open + 1 + length + close.len())
}

/// Reads the tokens of one file.
struct Reader<'a> {
    tokens: &'a [String],
    at: usize,
    module: Module,
    /// The names of imports that can be seen from outside.
    visible: BTreeSet<String>,
    /// The words outside of imports.
    words: BTreeSet<&'a str>,
}

impl<'a> Reader<'a> {
    fn read(path: &Path, tokens: &'a [String]) -> Module {
        let mut reader = Self {
            tokens,
            at: 0,
            module: Module::default(),
            visible: BTreeSet::new(),
            words: BTreeSet::new(),
        };
        reader.block(path);
        let words = reader.words;
        let handed_on = reader.visible.into_iter();
        let handed_on = handed_on.filter(|name| !words.contains(&**name));
        reader.module.handed_on = handed_on.collect();
        reader.module
    }

    fn next(&mut self) -> Option<&'a str> {
        let token = self.tokens.get(self.at)?;
        self.at += 1;
        Some(token)
    }

    fn looks_at(&self, tokens: &[&str]) -> bool {
        let ahead = self.tokens[self.at..].iter();
        ahead
            .map(String::as_str)
            .take(tokens.len())
            .eq(tokens.iter().copied())
    }

    /// Reads to the end of a block, the one of a file or of a module within it.
    fn block(&mut self, path: &Path) {
        let mut depth = 0_usize;
        let mut is_visible = false;
        while let Some(token) = self.next() {
            match token {
                "{" => depth += 1,
                "}" if depth == 0 => return,
                "}" => depth -= 1,
                "pub" => {
                    if self.looks_at(&["("]) {
                        while self.next().is_some_and(|token| token != ")") {}
                    }
                    is_visible = true;
                    continue;
                }
                "fn" => self.at += 1,
                "mod" => {
                    let name = self.next().unwrap_or_default().to_owned();
                    if self.next() == Some("{") {
                        self.block(&[path.as_slice(), &[name]].concat());
                    }
                }
                "use" if !self.looks_at(&["<"]) => self.tree(path, &[], is_visible),
                word => self.path(word, path),
            }
            is_visible = false;
        }
    }

    /// A path that begins with this word, or the word alone.
    fn path(&mut self, word: &'a str, module: &Path) {
        let before = self.at.checked_sub(2).map(|at| &*self.tokens[at]);
        if matches!(before, Some("::" | ".")) {
            return;
        }
        self.words.insert(word);
        let mut named = vec![word.to_owned()];
        while self.looks_at(&["::"]) {
            let Some(next) = self.tokens.get(self.at + 1) else {
                break;
            };
            if !next.starts_with(|c: char| c.is_alphabetic() || c == '_') {
                break;
            }
            named.push(next.clone());
            self.at += 2;
        }
        if named.len() > 1 {
            self.module.paths.insert(absolute(module, &named));
        }
    }

    /// One branch of a `use`, up to the comma, bracket or semicolon that ends it.
    fn tree(&mut self, module: &Path, stem: &[String], is_visible: bool) {
        let mut named = stem.to_vec();
        let mut alias = None;
        while let Some(token) = self.next() {
            match token {
                "::" => {}
                "{" => {
                    while !self.looks_at(&["}"]) {
                        self.tree(module, &named, is_visible);
                        if self.looks_at(&[","]) {
                            self.at += 1;
                        }
                    }
                    self.at += 1;
                    return;
                }
                "as" => alias = self.next(),
                "," | "}" => {
                    self.at -= 1;
                    break;
                }
                ";" => break,
                word => named.push(word.to_owned()),
            }
        }
        if named.last().is_some_and(|last| last == "self") {
            named.pop();
        }
        let name = match alias.or(named.last().map(String::as_str)) {
            // A trait for its methods; no name, and so none that another could be taken for.
            None | Some("_") => named.join("::"),
            Some(name) => name.to_owned(),
        };
        if is_visible {
            self.visible.insert(name.clone());
        }
        self.module.names.insert(name, absolute(module, &named));
    }
}

/// A path as seen from a module, from the crate on. What does not begin with a keyword is taken for a child: if it
/// is none, no module by that name is found.
fn absolute(module: &[String], named: &[String]) -> Path {
    let mut base = module;
    let mut rest = named;
    match rest[0].as_str() {
        "crate" => return rest[1..].to_vec(),
        "self" => rest = &rest[1..],
        _ => {
            while rest.first().is_some_and(|first| first == "super") {
                base = &base[..base.len().saturating_sub(1)];
                rest = &rest[1..];
            }
        }
    }
    [base, rest].concat()
}
