//! Addresses that lead on to others: planned from what entries and site.toml say of them, and each a page of its own,
//! for hosts that know no rules.

mod page;
mod plan;

pub(super) use page::{TEMPLATE, page, trace};
pub(super) use plan::claim;
