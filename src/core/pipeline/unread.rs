//! What is said where site.toml cannot be read as a whole: what of the rest is checked all the same, and what is not.

use crate::config::{self, Extent};
use crate::diagnostic::Diagnostic;
use crate::graph::Site;
use crate::locale::text;
use crate::pages::{Plan, Rendered, Role};
use crate::schema::Address;

/// What a file has wrong by itself, whatever site.toml may say: how it is written, its prose, its typography; the syntax of
/// templates and style sheets.
const BY_ITSELF: [&str; 43] = [
    "E101", "E106", "E107", "E109", "E110", "E112", "E211", "E212", "E213", "W214", "W215", "W216",
    "W217", "E219", "W220", "W221", "W222", "W223", "W224", "E401", "E405", "E701", "E702", "E703",
    "E704", "W705", "W706", "W707", "W708", "W709", "W710", "W711", "W712", "W713", "W714", "E716",
    "W717", "W719", "W720", "W721", "W722", "W723", "W242",
];

/// Leaves out, of what was found after the first `before` problems, what may follow from something that could not be read.
pub(super) fn leave_out_consequences(diagnostics: &mut Vec<Diagnostic>, before: usize) {
    let found = diagnostics.split_off(before);
    let own = found
        .into_iter()
        .filter(|one| BY_ITSELF.contains(&one.code));
    diagnostics.extend(own);
}

/// Says, at the first error of site.toml, what is not checked because of it.
pub(super) fn note(diagnostics: &mut [Diagnostic], extent: Extent) {
    let note = match extent {
        Extent::Whole => return,
        Extent::WithoutNames => text!("unchecked-names"),
        Extent::WithoutSchema => text!("unchecked-entries"),
    };
    let path = config::path();
    let is_here = |one: &&mut Diagnostic| {
        one.is_error() && one.span.as_ref().is_some_and(|span| span.path == path)
    };
    let errors = diagnostics.iter_mut().filter(is_here);
    let first = errors.min_by_key(|one| one.span.as_ref().map_or(0, |span| span.range.start));
    if let Some(first) = first {
        first.notes.push(note);
    }
}

/// How many pages were not made, those of files among them that cannot be read.
pub(super) fn pages_left_out(site: &Site, plan: &Plan, rendered: &Rendered) -> usize {
    let planned = plan.files.values();
    let planned = planned.filter(|file| file.role == Role::Page).count();
    let unread = site.unread().iter().filter(|one| {
        let collection = site.config.schema.collection(one.collection);
        matches!(collection.address, Address::Pattern(_))
    });
    planned - rendered.pages + unread.count()
}
