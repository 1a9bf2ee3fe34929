//! The calls in bodies are made: what a component prints, or a value of the site, takes the place of the element that stands
//! for the call. A component in prose sees its arguments and its body, and nothing of the page, so that a text is the same
//! wherever it is shown: on its own page, in a list, in a feed.

mod caller;
mod component;
mod condition;
mod directed;
mod headings;
mod problems;
mod value;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use caller::Caller;
use directed::directed;
use headings::Headings;
use problems::Once;

use super::templates::Templates;
use super::templates::names::Names;
use crate::diagnostic::{Checked, Diagnostic};
use crate::graph::{EntryId, Site};
use crate::html::{Token, Tokens};
use crate::markdown::{Body, CALL, Call};
use crate::memo::ByPointer;
use crate::path::SourcePath;

/// What calls came to in the last run.
#[derive(Default)]
pub struct MadeCalls {
    templates: Option<ByPointer<Templates>>,
    bodies: BTreeMap<SourcePath, Made>,
}

/// A body in which calls were made.
#[derive(Clone)]
struct Made {
    from: Arc<Body>,
    to: Arc<Body>,
    /// Whether it comes to the same for the same templates: no value of the site stands in it, and nothing is wrong.
    is_settled: bool,
    /// Whether all calls could be made.
    is_whole: bool,
}

/// The bodies of a site, with their calls made.
pub struct Called {
    /// In the order in which the documents were linked.
    pub bodies: Vec<Arc<Body>>,
    /// The entries in whose bodies a call could not be made.
    pub(super) unmade: BTreeSet<EntryId>,
}

/// Makes the calls in all bodies of a site, which come in the order in which its documents were linked. What comes out as it
/// did the last time is the same value.
#[must_use]
pub fn make_calls(
    site: &Site,
    (templates, names): (&Arc<Templates>, &Names),
    mut bodies: Vec<Arc<Body>>,
    last: &mut MadeCalls,
) -> Checked<Called> {
    let now = Some(ByPointer::new(templates));
    let is_known = last.templates == now;
    let before = std::mem::take(&mut last.bodies);
    last.templates = now;
    let with_calls = site.ids().filter_map(|id| {
        let entry = site.entry(id);
        let body = bodies.get(entry.position)?;
        // What stands in for a translation shows the body of its original.
        let calls = !body.calls.is_empty() || !body.near_calls.is_empty();
        (!entry.document.is_stand_in() && calls).then_some((id, entry, body))
    });
    let with_calls: Vec<_> = with_calls.collect();
    let made = with_calls.into_par_iter().map(|(id, entry, body)| {
        let path = &entry.document.path;
        let last = before.get(path);
        let settled =
            last.filter(|last| is_known && last.is_settled && Arc::ptr_eq(&last.from, body));
        if let Some(last) = settled {
            return (id, last.clone(), Vec::new());
        }
        let caller = Caller {
            site,
            templates,
            names,
            language: entry.document.language,
            path,
        };
        let mut diagnostics = Once::default();
        let (to, is_whole) = made(&caller, body, &mut diagnostics);
        let to = Arc::new(to);
        let diagnostics = diagnostics.into_all();
        let known = last.filter(|last| last.to == to);
        let is_of_site = body.calls.iter().any(|call| call.subject.is_some());
        let made = Made {
            from: body.clone(),
            to: known.map_or(to, |last| last.to.clone()),
            is_settled: !is_of_site && diagnostics.is_empty(),
            is_whole,
        };
        (id, made, diagnostics)
    });
    let mut diagnostics = Vec::new();
    let mut unmade = BTreeSet::new();
    for (id, made, problems) in made.collect::<Vec<_>>() {
        let entry = site.entry(id);
        unmade.extend((!made.is_whole).then_some(id));
        bodies[entry.position] = made.to.clone();
        diagnostics.extend(problems);
        last.bodies.insert(entry.document.path.clone(), made);
    }
    Checked::new(Called { bodies, unmade }, diagnostics)
}

/// A body with its calls made, and whether all could be.
fn made(caller: &Caller<'_>, body: &Body, diagnostics: &mut Once<Diagnostic>) -> (Body, bool) {
    let mut is_whole = true;
    diagnostics.extend(body.near_calls.iter().filter_map(|near| caller.near(near)));
    let here = caller.site.config.in_language(caller.language);
    let mut html = String::with_capacity(body.html.len() * 2);
    let mut headings = Headings::of(body);
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
                    let printed = comes_to(caller, call, &inside, diagnostics);
                    is_whole &= printed.is_some();
                    let printed = printed.unwrap_or(inside);
                    // What calls in one another print is looked at as a whole.
                    let isolation = here.prose.isolation.as_ref();
                    let isolation = isolation.filter(|_| around.is_empty());
                    html.push_str(&match isolation {
                        Some(isolation) => directed(printed, isolation, here.language.tag()),
                        None => printed,
                    });
                    headings.call_is_made();
                }
            }
            token => {
                if let Token::Start(tag) = &token {
                    headings.begin(tag, html.len());
                }
                html.push_str(token.text());
                if let Token::End(tag) = &token {
                    headings.end(tag, &html);
                }
            }
        }
    }
    while let Some((_, before)) = around.pop() {
        html = before + &html;
    }
    let body = Body {
        html,
        headings: headings.all,
        calls: Vec::new(),
        near_calls: Vec::new(),
    };
    (body, is_whole)
}

/// What a call comes to, if it can be made.
fn comes_to(
    caller: &Caller<'_>,
    call: &Call,
    body: &str,
    diagnostics: &mut Once<Diagnostic>,
) -> Option<String> {
    let made = if let Some(subject) = &call.subject {
        caller.value(call, subject)
    } else {
        caller.component(call, body).map(|printed| {
            // What a component does wrong, it does at each call.
            diagnostics.extend(printed.diagnostics);
            printed.value
        })
    };
    match made {
        Ok(html) if call.is_inline => Some(html.trim().to_owned()),
        Ok(html) => Some(html.trim().to_owned() + "\n"),
        Err(problems) => {
            diagnostics.extend(problems);
            None
        }
    }
}
