//! warraq turns a folder of typed Arabic Markdown into a complete right-to-left site.
//!
//! Data flows one way, and the modules below are listed in its order: [`source::load`] reads the files
//! into a [`source::Snapshot`]; [`config`] and [`content`] make sense of each file alone, by the
//! [`schema`] that site.toml declares; [`graph`] links them into a [`graph::Site`] and proves its quotations; [`assets`] and
//! [`pages`] plan and render; [`check`] looks at the result; [`output::publish`] writes it.
//! [`external`] asks, where it is told to, whether links out of the site lead somewhere. [`pipeline`]
//! shows all of it on one screen, and [`serve`] runs it again whenever the files change.
//!
//! Between the two edges nothing touches a disk, a clock or the environment, and nothing prints.

pub mod arabic;
pub mod diagnostic;
mod html;
pub mod path;

pub mod source;

pub mod schema;

pub mod markdown;

pub mod config;
pub mod content;

pub mod graph;

pub mod fonts;

pub mod assets;
pub mod pages;
pub mod pictures;
pub mod search;

pub mod check;
pub mod external;
pub mod hosting;
pub mod output;

pub mod cli;
pub mod deploy;
pub mod pipeline;
pub mod serve;

mod memo;
