//! The integration tests, one binary. Most are stories about a small site: the good one of `tests/cases/good`, or one
//! that differs from it in what the story is about. `dossier`, `facts` and `provenance` are about the repository's own site.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(
    clippy::disallowed_methods,
    reason = "tests make folders and read them"
)]

mod site;
mod sources;

mod archive;
mod archives;
mod articles;
mod assets;
mod bidi;
mod budgets;
mod build;
mod cards;
mod cli;
mod components;
mod crops;
mod data;
mod deploy;
mod diagnostics;
mod directives;
mod dossier;
mod entries;
mod explained;
mod external;
mod facts;
mod fallbacks;
mod feeds;
mod figures;
mod fonts;
mod foreign_keys;
mod from_article;
mod history;
mod hosting;
mod import;
mod incremental;
mod init;
mod language;
mod language_tags;
mod languages;
mod limits;
mod links;
mod loader;
mod markdown;
mod media;
mod messages;
mod misread;
mod mistakes;
mod names;
mod not_found;
mod offline;
mod page_texts;
mod pagination;
mod pictures;
mod pipeline;
mod prefixes;
mod provenance;
mod publish;
mod redirects;
mod reference;
mod related;
mod renames;
mod republish;
mod robustness;
mod rows;
mod schedule;
mod schemas;
mod search;
mod secrets;
mod sections;
mod serve;
mod servers;
mod several_sources;
mod source_update;
mod summaries;
mod tags;
mod template_texts;
mod theme;
mod themed;
mod tidy;
mod translated_renames;
mod translations;
mod typography;
mod unclosed_calls;
mod unread;
mod up_to_date;
mod usage;
