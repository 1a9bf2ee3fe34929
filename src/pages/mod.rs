//! A site becomes its files: what will be published is planned first, then each page is rendered from
//! its context, and its links are checked against the plan.

mod card;
mod claims;
mod collect;
mod context;
mod dependencies;
mod export;
mod feeds;
mod filters;
mod html;
mod links;
mod offline;
mod page;
mod plan;
mod redirects;
mod render;
mod render_cache;
mod searched;
mod sitemap;
mod templates;
#[cfg(test)]
mod tests;

pub use collect::Outbound;
pub use offline::Offline;
pub(crate) use plan::is_entry;
pub use plan::{Item, Plan, Redirect, Role, is_planned_alike, plan};
pub use render::{Inputs, Rendered, render_all};
pub use render_cache::RenderCache;
pub use templates::Templates;
pub(crate) use templates::names;
