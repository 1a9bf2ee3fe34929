//! What makes a site: the files of a folder to the files of a site, as values. The program `warraq` is built of it, and
//! [its documentation](https://docs.rs/warraq) shows the whole.
//!
//! Nothing here serves, uploads or asks the network.

pub mod locale;

pub mod arabic;
pub mod diagnostic;
pub mod digest;
mod highlight;
pub mod html;
mod memo;
mod parallel;
pub mod path;

pub mod media_type;

pub mod source;

pub mod schema;

pub mod markdown;

pub mod config;
pub mod content;

pub mod graph;

pub mod output;

pub mod assets;
pub mod fonts;
pub mod pictures;
pub mod raster;
pub mod search;

pub mod pages;

pub mod check;

pub mod publish;

pub mod hosting;
pub mod pipeline;
