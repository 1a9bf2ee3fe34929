//! The paths of a site's files and folders, relative to its root.

/// The configuration file at the root of a site.
pub const CONFIG: &str = "site.toml";
/// The folder of entries.
pub const CONTENT: &str = "content";
/// The folder of files whose rows are entries.
pub const DATA: &str = "data";
/// The folder of templates.
pub const TEMPLATES: &str = "templates";
/// The folder of assets, inside that of templates.
pub const ASSETS: &str = "templates/assets";
/// The extensions of files that are entries.
pub const ENTRIES: [&str; 2] = ["md", "toml"];
