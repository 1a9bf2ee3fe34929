//! Rendered files become one output. Only here are all pages known, so only here can it be said whether a
//! link leads to a place that exists, and who wrote one that does not.

use std::sync::Arc;

use super::blame::Blame;
use super::holes::Holes;
use super::link_end::Place;
use super::meant;
use super::output_file::Recipes;
use super::plan::{Page, Role};
use super::render_cache::RenderedItem;
use super::rendering::{Inputs, Rendering};
use crate::arabic::nfc;
use crate::diagnostic::{Checked, Diagnostic};
use crate::locale::{Text, text};
use crate::output::Output;
use crate::path::{OutputPath, SourcePath, UrlPath, decode};
use crate::schema::{nearest, suggestion};

/// A link of a page that leads out of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outbound {
    /// The address, as the page has it.
    pub address: Arc<str>,
    /// The file that the page is made from.
    pub source: SourcePath,
}

/// A rendered site.
#[derive(Debug, Default)]
pub struct Rendered {
    /// Every file.
    pub output: Output,
    /// The links that lead out of the site, page by page.
    pub outbound: Vec<Outbound>,
    /// What the pictures among them were made of, as far as they show words: a picture cannot be searched.
    pub drawings: Output,
    /// How many of them are pages.
    pub pages: usize,
    /// How many of the pages had to be rendered.
    pub fresh: usize,
    /// Whether everything that is planned is there.
    pub is_whole: bool,
    /// How many pages are not, because of errors in what they would be made of.
    pub left_out: usize,
}

/// Puts the files together. They come in the order of their paths.
pub(super) fn collect(
    rendering: &Rendering<'_>,
    recipes: &Recipes,
    work: &[(&OutputPath, RenderedItem)],
) -> Checked<Rendered> {
    let inputs = rendering.inputs;
    let mut rendered = Rendered {
        is_whole: inputs.holes.is_none(),
        ..Rendered::default()
    };
    let mut diagnostics = Vec::new();
    report_links(inputs, work, &mut diagnostics);
    for (path, item) in work {
        let made = &item.made;
        if let (Some(page), Some(planned)) = (&made.page, inputs.plan.page(path)) {
            rendered
                .outbound
                .extend(page.outbound.iter().map(|address| Outbound {
                    address: address.clone(),
                    source: planned.source.clone(),
                }));
            if inputs.plan.role(path) == Role::Page {
                rendered.pages += 1;
                rendered.fresh += usize::from(item.is_fresh);
            }
        }
        if let Some(drawing) = &made.drawing {
            rendered.drawings.insert((*path).clone(), drawing.clone());
        }
        diagnostics.extend_from_slice(&made.problems);
        let bytes = made.bytes.clone();
        rendered.output.insert((*path).clone(), bytes);
    }
    // They are made of all others.
    let derived = recipes.derived.iter().filter(|_| inputs.holes.is_none());
    for derived in derived {
        let files = derived.make(rendering, work, &rendered.output);
        for (path, bytes) in files {
            rendered.output.insert(path, bytes);
        }
    }
    Checked::new(rendered, diagnostics)
}

/// Reports links that lead nowhere, and those that lead to no place of the page they name.
fn report_links(
    inputs: Inputs<'_>,
    work: &[(&OutputPath, RenderedItem)],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let ids = |place: &Place| {
        let at = work.binary_search_by_key(&&place.path, |(path, _)| path);
        let made = at.ok().map(|at| &work[at].1.made);
        // A page that could not be rendered has no ids to look for, and has been reported.
        let made = made.filter(|made| !made.bytes.is_empty());
        made.and_then(|made| made.page.as_ref())
            .map(|page| &page.ids)
    };
    let leads = |(place, _): &&(Place, String)| {
        ids(place).is_none_or(|ids| ids.binary_search(&place.id).is_ok())
    };
    let mut blame = Blame::new(inputs);
    for (path, work) in work {
        let Some(page) = &work.made.page else {
            continue;
        };
        let astray: Vec<_> = page.places.iter().filter(|place| !leads(place)).collect();
        let absolute = page.absolute.iter();
        let wrong: Vec<_> = absolute
            .filter(|_| !inputs.holes.is_some_and(Holes::have_addresses))
            .filter_map(|href| Some((href, mistaken(inputs, &mut blame, href)?)))
            .collect();
        let is_known = |href: &&String| {
            let mut holes = inputs.holes.iter();
            !holes.any(|holes| holes.may_hide(href, inputs.site))
        };
        let missing: Vec<_> = page.missing.iter().filter(is_known).collect();
        if missing.is_empty() && astray.is_empty() && wrong.is_empty() {
            continue;
        }
        let Some(Page { source: own, .. }) = inputs.plan.page(path) else {
            continue;
        };
        for (href, near) in wrong {
            let hint = suggestion(href, &near);
            diagnostics.push(blame.place(own, href, |written| {
                let message = text!("link-leads-nowhere", address = written);
                Diagnostic::error("E205", message).hint(hint.clone())
            }));
        }
        for href in missing {
            diagnostics.push(leads_nowhere(inputs, &mut blame, own, href));
        }
        for (place, written) in astray {
            let (address, id_wanted) = (place.path.url(), &place.id);
            let near = ids(place).into_iter().flatten().map(String::as_str);
            let hint = blame.guesses.nearest(id_wanted, near).map_or_else(
                || {
                    text!(
                        "link-to-no-place-hint",
                        address = address.as_str(),
                        id = &**id_wanted
                    )
                },
                |near| suggestion(id_wanted, near),
            );
            let problem = |written: &str| {
                let message = text!("link-to-no-place", address = written);
                Diagnostic::error("E204", message).hint(hint.clone())
            };
            diagnostics.push(blame.place(own, written, problem));
        }
    }
}

/// The problem of a link in a page that `own` is made from.
pub(super) fn leads_nowhere<'a>(
    inputs: Inputs<'a>,
    blame: &mut Blame<'a>,
    own: &SourcePath,
    href: &str,
) -> Diagnostic {
    let hint = match entry_file(inputs, own, href) {
        Some(name) => text!("link-to-file-hint", name),
        None => meant::whole(href)
            .map(|right| text!("write-instead", words = right))
            .or_else(|| file_near(inputs, own, href))
            .unwrap_or_else(|| address_near(inputs, blame, href)),
    };
    blame.place(own, href, |written| {
        let message = text!("link-leads-nowhere", address = written);
        Diagnostic::error("E205", message).hint(hint.clone())
    })
}

/// The address that an absolute one below that of the site was meant as, where nothing is published at it. What is not like
/// any page of the site may have been published there by another program.
fn mistaken<'a>(inputs: Inputs<'a>, blame: &mut Blame<'a>, href: &str) -> Option<String> {
    let base = &inputs.site.config.base_url;
    let below = href.get(base.len()..)?;
    let (path, rest) = below.split_at(below.find(['#', '?']).unwrap_or(below.len()));
    let path = format!("/{path}");
    if inputs.plan.at(&nfc(&decode(&path))).is_some() {
        return None;
    }
    let near = page_near(inputs, blame, &path)?;
    Some(format!("{}{rest}", inputs.site.config.absolute(near)))
}

/// The entry whose file or id a link names, where a link to its page is meant: `bukhala.md` beside the text, `../books/bukhala.md`,
/// `books/bukhala`.
fn entry_file(inputs: Inputs<'_>, own: &SourcePath, href: &str) -> Option<String> {
    let path = href.split(['#', '?']).next()?;
    let stem = path.strip_suffix(".md");
    let beside = stem.and_then(|stem| super::address::join(&format!("/{}", own.as_str()), stem));
    let paths = [beside.as_deref(), Some(stem.unwrap_or(path))];
    paths.into_iter().flatten().find_map(|path| {
        let (folders, slug) = path.rsplit_once('/')?;
        let folder = folders.rsplit('/').next()?;
        // The file of a translation has the name of its language as well.
        let name_of = |slug: &str| format!("{folder}/{slug}");
        let is_language = |tag: &str| inputs.site.config.language_tagged(tag).is_some();
        let neutral = slug.rsplit_once('.').filter(|(_, tag)| is_language(tag));
        let names = [neutral.map(|(slug, _)| slug), Some(slug)];
        let mut names = names.into_iter().flatten().map(name_of);
        names.find(|name| inputs.site.named(name).is_some())
    })
}

/// Where the file is that an address means, or where it belongs: beside the text of an entry.
fn file_near(inputs: Inputs<'_>, own: &SourcePath, href: &str) -> Option<Text> {
    let path = href.split(['#', '?']).next()?;
    let name = path.rsplit(['/', '\\']).next()?;
    let (stem, extension) = name.rsplit_once('.')?;
    let is_file = !stem.is_empty() && !["html", "htm", "md"].contains(&extension);
    if !is_file || extension.len() > 5 || path.starts_with('/') {
        return None;
    }
    let (folder, file) = own.as_str().rsplit_once('/')?;
    let is_bundle = file.starts_with("index.");
    if is_bundle {
        let beside = inputs.snapshot.below(folder);
        let beside = beside.filter_map(|source| source.path().as_str().strip_prefix(folder));
        let beside: Vec<&str> = beside.map(|rest| rest.trim_start_matches('/')).collect();
        let others = beside.iter().copied().filter(|other| *other != file);
        let is_there = others.clone().any(|other| other == name);
        if is_there {
            return Some(text!("write-instead", words = name));
        }
        let same = others
            .clone()
            .find(|other| other.eq_ignore_ascii_case(path));
        let near = same.or_else(|| nearest(path, others));
        return Some(match near {
            Some(near) => text!("did-you-mean", name = near),
            None => text!("link-to-no-file-hint", place = format!("{folder}/{name}")),
        });
    }
    let (entry, extension) = file.rsplit_once('.')?;
    let index = format!("{folder}/{entry}/index.{extension}");
    let place = format!("{folder}/{entry}/{name}");
    Some(text!("file-needs-folder-hint", index, place))
}

/// What may be meant by an address of the site at which nothing is: that of the page whose address differs least.
fn address_near<'a>(inputs: Inputs<'a>, blame: &mut Blame<'a>, href: &str) -> Text {
    let (path, rest) = href.split_at(href.find(['#', '?']).unwrap_or(href.len()));
    let is_absolute = path.starts_with('/');
    let near = is_absolute.then(|| page_near(inputs, blame, path));
    match near.flatten() {
        Some(near) => text!("did-you-mean", name = format!("{near}{rest}")),
        None => text!("link-leads-nowhere-hint"),
    }
}

/// The page whose address differs least. Each address is held against those of all pages once, however many pages name it, and
/// not thousands of them.
fn page_near<'a>(inputs: Inputs<'a>, blame: &mut Blame<'a>, path: &str) -> Option<&'a str> {
    if let Some(known) = blame.near.get(path) {
        return *known;
    }
    let pages = inputs.site.entries.iter();
    let pages = pages.filter_map(|entry| entry.page.as_ref().map(UrlPath::as_str));
    let near = blame.guesses.nearest(path, pages);
    blame.near.insert(path.to_owned(), near);
    near
}
