//! The calls in bodies are made: what a component prints, or a value of the site, takes the place of the element that stands
//! for the call. A component in prose sees its arguments and its body, and nothing of the page, so that a text is the same
//! wherever it is shown: on its own page, in a list, in a feed.

mod caller;
mod component;
mod value;

use std::collections::BTreeMap;
use std::sync::Arc;

use caller::Caller;

use super::templates::Templates;
use crate::diagnostic::{Checked, Diagnostic};
use crate::graph::Site;
use crate::html::{Token, Tokens};
use crate::markdown::{Body, CALL, Call};
use crate::path::SourcePath;

/// The bodies that calls were made in by the last run, by their files.
pub type MadeCalls = BTreeMap<SourcePath, Arc<Body>>;

/// Makes the calls in all bodies of a site, which come in the order in which its documents were linked. What comes out as it
/// did the last time is the same value.
#[must_use]
pub fn make_calls(
    site: &Site,
    templates: &Templates,
    mut bodies: Vec<Arc<Body>>,
    last: &mut MadeCalls,
) -> Checked<Vec<Arc<Body>>> {
    let mut diagnostics = Vec::new();
    let before = std::mem::take(last);
    for id in site.ids() {
        let entry = site.entry(id);
        let Some(body) = bodies.get_mut(entry.position) else {
            continue;
        };
        if body.calls.is_empty() {
            continue;
        }
        let caller = Caller {
            site,
            templates,
            language: entry.document.language,
            path: &entry.document.path,
        };
        let made = Arc::new(made(&caller, body, &mut diagnostics));
        let known = before.get(caller.path).filter(|known| **known == made);
        *body = known.cloned().unwrap_or(made);
        last.insert(caller.path.clone(), body.clone());
    }
    Checked::new(bodies, diagnostics)
}

/// A body with its calls made.
fn made(caller: &Caller<'_>, body: &Body, diagnostics: &mut Vec<Diagnostic>) -> Body {
    let mut html = String::with_capacity(body.html.len() * 2);
    // The calls around, and what stood before each.
    let mut around: Vec<(&Call, String)> = Vec::new();
    let mut tokens = Tokens::of(&body.html);
    while let Some(token) = tokens.read() {
        match token {
            Token::Start(tag) if tag.is(CALL) => {
                let number = tag.value("n").and_then(|n| n.parse::<usize>().ok());
                if let Some(call) = number.and_then(|n| body.calls.get(n)) {
                    around.push((call, std::mem::take(&mut html)));
                }
            }
            Token::End(tag) if tag.is(CALL) => {
                if let Some((call, before)) = around.pop() {
                    let inside = std::mem::replace(&mut html, before);
                    html.push_str(&comes_to(caller, call, &inside, diagnostics));
                }
            }
            token => html.push_str(token.text()),
        }
    }
    while let Some((_, before)) = around.pop() {
        html = before + &html;
    }
    Body {
        html,
        headings: body.headings.clone(),
        calls: Vec::new(),
    }
}

/// What a call comes to, and its body where it comes to nothing.
fn comes_to(
    caller: &Caller<'_>,
    call: &Call,
    body: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> String {
    let made = match &call.subject {
        Some(subject) => caller.value(call, subject),
        None => caller.component(call, body),
    };
    match made {
        Ok(html) if call.is_inline => html.trim().to_owned(),
        Ok(html) => html.trim().to_owned() + "\n",
        Err(problems) => {
            diagnostics.extend(problems);
            body.to_owned()
        }
    }
}
