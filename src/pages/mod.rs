//! A site becomes its files: what will be published is planned first, then each page is rendered from
//! its context, and its links are checked against the plan.

mod context;
mod export;
mod filters;
mod html;
mod links;
mod plan;
mod render;
mod sitemap;
mod templates;

pub(crate) use plan::is_entry;
pub use plan::{Item, Plan, plan};
pub use render::{Rendered, render_all};
pub use templates::Templates;
