//! The program's own source files, as `tidy` and `diagnostics` look at them.

use std::collections::BTreeSet;

use crate::site::{Files, repository};

/// One file of a package.
pub(crate) struct SourceFile {
    /// Its path below the package's folder, `src/` or `src/core/`: `graph/order.rs`.
    pub(crate) path: String,
    /// All of it.
    pub(crate) text: String,
}

/// All Rust files of both packages, but for build scripts. The rooms are those of one house: no two have one name.
pub(crate) fn all() -> Vec<SourceFile> {
    let files = Files::below(&repository().join("src"));
    let files = files.texts(&["rs"]);
    let files = files.filter(|(path, _)| !path.starts_with("core/build/"));
    let read = files.map(|(path, text)| SourceFile {
        path: path.trim_start_matches("core/").to_owned(),
        text: text.to_owned(),
    });
    read.collect()
}

impl SourceFile {
    /// The folder or file of its package that it belongs to: `graph`, `pipeline`.
    pub(crate) fn room(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.trim_end_matches(".rs")
    }

    /// Whether it is nothing but tests: a module that its parent declares under `#[cfg(test)]`.
    pub(crate) fn is_test(&self) -> bool {
        let stem = self.path.trim_end_matches(".rs");
        stem.split('/').any(|name| name == "tests")
    }

    /// What is compiled into the program, line by line from 1: comments and test modules left out.
    pub(crate) fn program(&self) -> impl Iterator<Item = (usize, &str)> {
        let end = if self.is_test() {
            Some(0)
        } else {
            self.text.find("\n#[cfg(test)]\nmod tests {")
        };
        let program = &self.text[..end.unwrap_or(self.text.len())];
        let lines = program.lines().enumerate().map(|(at, line)| (at + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

/// Every code that a diagnostic of the program has: `"E201"`.
pub(crate) fn codes() -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    // The table of codes uses none of them.
    for file in all()
        .iter()
        .filter(|file| file.path != "diagnostic/codes.rs")
    {
        for (_, line) in file.program() {
            // Between quotation marks every second part is a literal.
            let literals = line.split('"').skip(1).step_by(2);
            codes.extend(literals.filter(|text| is_code(text)).map(str::to_owned));
        }
    }
    codes
}

/// `E` or `W` and three digits.
pub(crate) fn is_code(text: &str) -> bool {
    let digits = text.strip_prefix(['E', 'W']);
    digits.is_some_and(|digits| digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit()))
}
