//! A site becomes its files: what will be published is planned first, then each page is rendered from
//! its context, and its links are checked against the plan.
//!
//! `plan` is what all later stages know: every path with its role, media type, page and source.
//! `output_file` is how a file is made, and `files` has a module for each kind of file: it claims
//! paths (`claims`), and makes what it claimed (`render`). A page is a thing of its own, not an
//! entry: `context/page.rs` alone knows what each subject of a page gives its template. Files made
//! of all others, the search index and the service worker, come last (`collect`).

mod address;
mod artifact;
mod blame;
mod calls;
mod channel;
mod claims;
mod collect;
mod context;
mod data;
mod dependencies;
mod files;
mod filters;
mod holes;
mod html;
mod in_progress;
mod link_end;
mod links;
mod meant;
mod output_file;
mod page;
mod picture;
mod plan;
mod render;
mod render_cache;
mod rendering;
mod repeated;
mod templates;
#[cfg(test)]
mod tests;
mod unmade;
mod unshown;

pub use calls::{Called, MadeCalls, make_calls};
pub use collect::{Outbound, Rendered};
pub(crate) use data::data_of;
pub(crate) use files::is_entry;
pub use files::{Planned, is_planned_alike, plan};
pub use holes::Holes;
pub use in_progress::{InProgress, Making};
pub use output_file::Recipes;
pub use plan::{
    ByAddress, Offline, Page, Pager, Plan, PlannedFile, Raster, Redirect, Role, Subject,
};
pub use render::render_all;
pub use render_cache::RenderCache;
pub use rendering::Inputs;
pub use templates::Templates;
pub use templates::names;
pub(crate) use unmade::links_of_unmade;
pub(crate) use unshown::unshown;
