//! `redirect_from` of entries and `[redirects]` of site.toml become redirects, held against the plan of everything
//! else: none leads to another, to itself, or to nothing.

use super::page::claim_page;
use crate::config::PointerKind;
use crate::diagnostic::{Diagnostic, Span};
use crate::graph::Site;
use crate::locale::{Text, text};
use crate::pages::claims::{Claimant, Claims};
use crate::pages::plan::{Page, Plan, REDIRECT_TEMPLATE, Redirect, Role, Subject};
use crate::path::{SourcePath, UrlPath};
use crate::schema::LanguageId;

/// Claims the paths of all redirects. Comes last, since they may lead to whatever else is published.
pub(super) fn claim(site: &Site, claims: &mut Claims) {
    let mut asked = asked(site, claims);
    asked.extend(to_first_language(site, claims));
    asked.sort_by(|one, other| one.from.cmp(&other.from));
    let mut claimed = Vec::new();
    for one in asked {
        let page = Page {
            address: one.from.clone(),
            template: REDIRECT_TEMPLATE.to_owned(),
            subject: Subject::Redirect(claimed.len()),
            source: one.source().clone(),
            language: one.language,
        };
        let (from, path) = (one.from.as_str(), one.source().as_str());
        let name = text!("claimant-redirect", from, path);
        let claimant = Claimant::new(name, one.at.clone());
        if claim_page(page, Role::Redirect, claimant, claims) {
            claimed.push(one);
        }
    }
    for one in claimed {
        let to = match one.kind {
            PointerKind::Entry | PointerKind::Url => one.to,
            PointerKind::Address => on_the_site(&one, &claims.plan).unwrap_or_else(|problem| {
                claims.diagnostics.push(problem);
                one.to
            }),
        };
        let from = one.from;
        claims.plan.redirects.push(Redirect { from, to });
    }
}

/// A redirect as it is asked for.
struct RequestedRedirect {
    from: UrlPath,
    /// Where `from` is written.
    at: Span,
    to: String,
    /// Where `to` is written; for an entry's own redirects, where they are.
    target: Span,
    kind: PointerKind,
    /// The language of the page that leads on.
    language: LanguageId,
}

impl RequestedRedirect {
    /// The file that asks for it.
    fn source(&self) -> &SourcePath {
        &self.at.path
    }
}

fn asked(site: &Site, claims: &mut Claims) -> Vec<RequestedRedirect> {
    let mut asked = Vec::new();
    // Hosts say of what is in the folder of a language that it is in that language.
    let below = |from: &UrlPath| site.config.language_below(from);
    for entry in &site.entries {
        for from in &entry.document.redirect_from {
            let Some(url) = &entry.url else {
                let message = text!(
                    "redirect-without-page",
                    name = &*entry.name,
                    from = from.value.as_str()
                );
                let hint = text!("redirect-without-page-hint");
                let problem = problem(message, &from.span, hint);
                claims.diagnostics.push(problem);
                continue;
            };
            if entry.page.as_ref() == Some(&from.value) {
                let message = text!("redirect-from-itself", address = url);
                let hint = text!("redirect-from-itself-hint");
                claims.diagnostics.push(problem(message, &from.span, hint));
                continue;
            }
            asked.push(RequestedRedirect {
                from: from.value.clone(),
                at: from.span.clone(),
                to: url.clone(),
                target: from.span.clone(),
                kind: PointerKind::Entry,
                language: below(&from.value).unwrap_or(entry.document.language),
            });
        }
    }
    for redirect in &site.config.redirects {
        let language = below(&redirect.from.value).unwrap_or(LanguageId::OWN);
        let to = match redirect.target.kind {
            // One that is not there has been reported.
            PointerKind::Entry => site
                .named(&redirect.target.text.value)
                .and_then(|id| site.entry(site.version(id, language)).url.clone()),
            PointerKind::Address | PointerKind::Url => Some(redirect.target.text.value.clone()),
        };
        asked.extend(to.map(|to| RequestedRedirect {
            from: redirect.from.value.clone(),
            at: redirect.from.span.clone(),
            to,
            target: redirect.target.text.span.clone(),
            kind: redirect.target.kind,
            language,
        }));
    }
    asked
}

/// Where all languages have a folder, the site's own address leads on to the first, unless something else is there.
fn to_first_language(site: &Site, claims: &mut Claims) -> Option<RequestedRedirect> {
    let prefix = site.config.prefix.as_ref()?;
    let home = prefix.value.as_str();
    if claims.plan.at(home).is_none() {
        let message = text!("language-without-home", address = home);
        let problem = Diagnostic::error("E205", message).at(prefix.span.clone());
        let hint = text!("language-without-home-hint", address = home);
        claims.diagnostics.push(problem.hint(hint));
        return None;
    }
    let from = UrlPath::root();
    if claims.plan.at(from.as_str()).is_some() {
        return None;
    }
    Some(RequestedRedirect {
        from,
        at: prefix.span.clone(),
        to: home.to_owned(),
        target: prefix.span.clone(),
        kind: PointerKind::Address,
        language: LanguageId::OWN,
    })
}

/// The address as the plan has it: that of a folder with its slash.
fn on_the_site(one: &RequestedRedirect, plan: &Plan) -> Result<String, Diagnostic> {
    let (path, place) = one.to.split_at(one.to.find('#').unwrap_or(one.to.len()));
    match plan.at(path) {
        None => {
            let message = text!("redirect-to-nothing", from = one.from.as_str(), to = path);
            let problem = Diagnostic::error("E205", message).at(one.target.clone());
            Err(problem.hint(text!("address-of-something-hint")))
        }
        Some((to, file)) if file.role == Role::Redirect => {
            let hint = text!("redirect-end-hint");
            let to = to.url();
            if to == one.from {
                let message = text!("redirect-to-itself", address = to.as_str());
                return Err(problem(message, &one.target, hint));
            }
            let message = text!(
                "redirect-to-redirect",
                from = one.from.as_str(),
                to = to.as_str()
            );
            let mut problem = problem(message, &one.target, hint);
            if let Some(source) = &file.source {
                problem = problem.note(text!("redirect-to-redirect-note", path = source.as_str()));
            }
            Err(problem)
        }
        Some((to, _)) => Ok(format!("{}{place}", to.url())),
    }
}

fn problem(message: Text, at: &Span, hint: Text) -> Diagnostic {
    Diagnostic::error("E218", message).at(at.clone()).hint(hint)
}
