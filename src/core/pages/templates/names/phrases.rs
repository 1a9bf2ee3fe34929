//! Calls of the function `text`, held against `[texts]`: the key, and what the text has to be given.

use std::sync::Arc;

use super::missing::Kind;
use super::verdict::Findings;
use super::walk::Walk;
use crate::config::{Config, KEY};
use crate::diagnostic::Diagnostic;
use crate::locale::text;
use crate::pages::templates::syntax::{Call, Expression, Name};
use crate::schema::{LIKENED, nearest};

impl<'a, 'set> Walk<'a, 'set> {
    /// Goes through a call of `text`.
    pub(super) fn phrase(&mut self, call: &'set Call<'a>) {
        let mut keys = Vec::new();
        let is_known = call.argument(KEY).is_some_and(|key| quoted(key, &mut keys));
        for argument in &call.arguments {
            let shape = self.shape(&argument.value);
            self.shown(&shape);
        }
        if !is_known {
            self.findings.asks_for_any_text = true;
            return;
        }
        let phrases = &self.shapes.0.phrases;
        let mut taken = vec![KEY];
        let mut is_sure = true;
        for (key, range) in keys {
            self.findings.texts.insert((*key).to_owned());
            let place = (self.file, range.start, range.end);
            let Some(phrase) = phrases.get(key) else {
                is_sure = false;
                if phrases.is_unread(key) {
                    self.findings.unsure(place);
                } else {
                    let known = phrases.keys().map(Arc::from);
                    self.findings.missing(place, key, Kind::Phrase, known);
                }
                continue;
            };
            self.findings.sound(place);
            taken.extend(phrase.arguments());
            let is_given = |name: &&str| call.argument(name).is_some();
            if let Some(name) = phrase.arguments().find(|name| !is_given(name)) {
                let (_, range) = &call.name;
                let place = (self.file, range.start, range.end);
                let kind = Kind::Ungiven((*key).to_owned());
                self.findings.missing(place, name, kind, []);
            }
        }
        for argument in call.arguments.iter().filter(|_| is_sure) {
            self.argument(call.name.0, &taken, &argument.name);
        }
    }
}

/// The texts of site.toml that neither a theme declares nor a template asks for.
pub(super) fn unasked(findings: &Findings, config: &Config) -> Vec<Diagnostic> {
    let missing = findings.missing_phrases();
    let unasked = config.phrases.undeclared();
    let unasked = unasked.filter(|(key, _)| {
        // One that a misspelt name may be meant for is asked for.
        let is_meant = |missing: &&str| nearest(missing, [*key]).is_some();
        !findings.texts.contains(*key) && !missing.iter().any(is_meant)
    });
    let problems = unasked.enumerate().filter_map(|(number, (key, span))| {
        let others = config.phrases.keys().filter(|other| *other != key);
        let others = others.take(if number < LIKENED { usize::MAX } else { 0 });
        let hint = match nearest(key, others) {
            Some(near) => text!("did-you-mean", name = near),
            None if findings.asks_for_any_text => return None,
            None => text!("template-text-unasked-hint"),
        };
        let message = text!("template-text-unasked", key);
        let problem = Diagnostic::error("E102", message);
        Some(problem.at(span.clone()).hint(hint))
    });
    problems.collect()
}

/// Whether a value is one of some texts that are written out, which are added.
pub(super) fn quoted<'e, 'a>(value: &'e Expression<'a>, all: &mut Vec<&'e Name<'a>>) -> bool {
    match value {
        Expression::Quoted(name) => {
            all.push(name);
            true
        }
        Expression::Either(ways, Some(_)) => ways.iter().all(|way| quoted(way, all)),
        _ => false,
    }
}
