//! `site.toml` becomes a [`Config`]. Every key is either read or reported as unknown.

mod archives;
mod base_url;
mod budgets;
mod check;
mod collections;
mod consistency;
mod content;
mod declared;
mod deploy;
mod expected;
mod export;
mod extent;
mod external;
mod extra;
mod feeds;
mod file;
mod fonts;
mod forbidden;
mod headers;
mod in_language;
mod json_schema;
mod key_docs;
mod keys;
mod languages;
mod layers;
mod limits;
mod look;
mod markdown;
mod meant;
mod menus;
mod names;
mod offline;
mod pagination;
mod phrases;
mod pictures;
mod plurals;
mod pointer;
mod redirects;
mod remarks;
mod search;
mod site;
mod source_labels;
mod table;
mod tags;
mod texts;
mod theme;
mod tongues;
mod wording;

use std::collections::BTreeMap;
use std::sync::Arc;

use toml::de::DeTable;

pub use base_url::normalised as base_url;
pub use budgets::Budgets;
pub use deploy::{Bucket, Destination, Encoding, Host, Target};
pub use export::{Column, Export, ExportKind};
pub use external::External;
pub use fonts::{FontFace, FontFamily, FontStyle, Fonts};
pub use forbidden::Forbidden;
pub use headers::{HeaderRule, Scope};
pub use json_schema::json_schema;
pub use languages::{InLanguage, SiteLanguage};
pub use limits::Limits;
pub use menus::MenuItem;
pub use offline::Offline;
pub(crate) use phrases::Part as PhrasePart;
pub(crate) use phrases::{GENDER, KEY, NUMBER};
pub use phrases::{Phrase, Phrases};
pub use pictures::{Cards, Colour, Crop, Icons, Pictures};
pub use pointer::{Pointer, PointerKind};
pub use redirects::Redirect;
pub use search::{Search, SearchGroup};
pub use site::LinkStyle;
pub(crate) use table::{in_order, plain};
pub use theme::{is_of_theme, theme_path};

use crate::arabic::{Category, Language};
use crate::diagnostic::{Checked, Span};
use crate::locale::text;
use crate::markdown::{ProseRules, Wording};
use crate::path::{SourcePath, UrlPath};
use crate::schema::{Schema, Spanned};
use crate::source::{Snapshot, Source, controls, load};
pub(crate) use extent::Extent;
use markdown::Markdown;
use table::{File, Table};
use theme::{Declared, Theme};

/// Everything `site.toml` says.
#[derive(Debug)]
#[non_exhaustive]
pub struct Config {
    /// The site's name.
    pub title: String,
    /// One sentence about it.
    pub description: String,
    /// The author of the site, if it has one.
    pub author: Option<String>,
    /// Where it is published: a URL in its normal spelling, which ends with `/`.
    pub base_url: String,
    /// The language of its pages, but for those that say another.
    pub language: Language,
    /// What the addresses of pages in that language begin with, if they begin alike.
    pub prefix: Option<Spanned<UrlPath>>,
    /// The languages that it has besides.
    pub other_languages: Vec<SiteLanguage>,
    /// How links name pages.
    pub links: LinkStyle,
    /// How prose is read.
    pub(crate) prose: ProseRules,
    /// Collections and records.
    pub schema: Schema,
    /// How much of the file could be read.
    pub(crate) extent: Extent,
    /// Menus by name.
    pub menus: BTreeMap<String, Vec<MenuItem>>,
    /// The addresses of pages that are gone, in the order in which they are written.
    pub redirects: Vec<Redirect>,
    /// Plural messages by name.
    pub plurals: BTreeMap<String, BTreeMap<Category, String>>,
    /// The words of templates.
    pub phrases: Phrases,
    /// Data files made from the collections.
    pub exports: Vec<Export>,
    /// The families it is set in.
    pub fonts: Fonts,
    /// The cards of its pages, if there should be any.
    pub cards: Option<Cards>,
    /// Its icons, if they should be made.
    pub icons: Option<Icons>,
    /// What is made of its own pictures, if anything should be.
    pub pictures: Option<Pictures>,
    /// How it is searched, if it should be.
    pub search: Option<Search>,
    /// The settings for reading offline, if it is enabled.
    pub offline: Option<Offline>,
    /// Strings that no page may carry.
    pub forbidden: Vec<Forbidden>,
    /// How links out of the site are asked.
    pub external: External,
    /// Whether pages may contain inline scripts and styles, which a strict Content-Security-Policy refuses.
    pub inline: bool,
    /// The hosts, besides its own, from which pages may load files.
    pub third_party: Vec<String>,
    /// What pages may weigh.
    pub budgets: Budgets,
    /// What one entry and one page may cost.
    pub limits: Limits,
    /// The rules of typography that the site silences.
    pub(crate) silenced: Vec<&'static str>,
    /// The rules for response headers, warraq's own first.
    pub headers: Vec<HeaderRule>,
    /// Where it is deployed to, by the names of the targets.
    pub targets: BTreeMap<String, Target>,
    /// `[extra]`, for templates.
    pub(crate) extra: tera::Value,
}

impl Config {
    /// Whether site.toml says what the site is called and where it is published.
    #[must_use]
    pub fn is_identified(&self) -> bool {
        !self.title.is_empty() && self.base_url != site::NO_BASE_URL
    }

    /// The path of `base_url`, percent-encoded: `/`, or `/dossier/` for a site below a folder of its host.
    #[must_use]
    pub fn base_path(&self) -> &str {
        let after_scheme = self.base_url.split_once("://").map_or("", |(_, rest)| rest);
        after_scheme.find('/').map_or("/", |at| &after_scheme[at..])
    }

    /// An address from the root of the site, not percent-encoded, with `base_url`.
    #[must_use]
    pub fn absolute(&self, address: &str) -> String {
        let below = crate::path::encode(address.trim_start_matches('/'));
        format!("{}{below}", self.base_url)
    }
}

impl Config {
    /// Reads `site.toml` of a site whose templates declare nothing. `None` if it is too broken to go on.
    #[must_use]
    pub fn parse(source: &Source, base_url: Option<&str>) -> Checked<Option<Self>> {
        Self::parse_themed(source, None, base_url)
    }

    /// Reads what the files of a site say. `None` without site.toml.
    #[must_use]
    pub fn of_site(snapshot: &Snapshot, base_url: Option<&str>) -> Option<Checked<Option<Self>>> {
        let source = snapshot.get(&path())?;
        let theme = snapshot.get(&theme_path());
        Some(Self::parse_themed(source, theme, base_url))
    }

    /// The same with what `templates/theme.toml` declares.
    #[must_use]
    pub fn parse_themed(
        source: &Source,
        theme: Option<&Source>,
        base_url: Option<&str>,
    ) -> Checked<Option<Self>> {
        let problem = source.problem().or_else(|| theme.and_then(Source::problem));
        if let Some(problem) = problem {
            return Checked::new(None, vec![problem]);
        }
        let toml = crate::source::parse_toml(source.path(), source.text(), 0);
        let mut extent = Extent::of(source.text(), &toml.broken);
        let (mut root, mut diagnostics) = (toml.table, toml.diagnostics);
        let readable = extent::readable(source.text(), &toml.broken);
        if extent != Extent::Whole {
            let rest = crate::source::parse_toml(source.path(), &readable, 0);
            if !rest.diagnostics.is_empty() {
                extent = Extent::WithoutSchema;
            }
            root = rest.table;
        }
        let mut marks = controls::problems(source);
        marks.extend(controls::escaped(
            source.path(),
            root.get_ref(),
            source.text(),
            0,
        ));
        marks.extend(theme.map(controls::problems).unwrap_or_default());
        let theme = theme.map(|theme| Theme::new(theme, source.text()));
        let mut declared = Declared::default();
        if let Some(theme) = &theme {
            let (table, problems) = theme.parse();
            marks.extend(controls::escaped(theme.path, &table, theme.text, 0));
            if !problems.is_empty() {
                extent = Extent::WithoutSchema;
            }
            diagnostics.extend(problems);
            declared = theme.complete(root.get_mut(), table);
        }
        let told = diagnostics.len();
        let mut file = File::new(source, theme, diagnostics);
        file.diagnostics.extend(marks);
        file.diagnostics.append(&mut declared.problems);
        let mut config = Self::read(&mut file, root.get_ref(), &declared, base_url);
        extent.leave_out_consequences(&mut file, told);
        if let Some(config) = &mut config {
            config.extent = config.extent.min(extent);
        }
        Checked::new(config, file.told())
    }

    #[expect(
        clippy::too_many_lines,
        reason = "a line or two for each table of site.toml"
    )]
    fn read(
        file: &mut File<'_>,
        root: &DeTable<'_>,
        declared: &Declared<'_>,
        base_url: Option<&str>,
    ) -> Option<Self> {
        let entries = root;
        let mut root = Table::new("", root, 0..0);
        let site = root.table(file, "site");
        let before = file.diagnostics.len();
        let schema = collections::read(file, &mut root);
        // With an error in it, entries would be held against a schema that is not the one meant.
        let extent = Extent::of_schema(file.diagnostics.len() > before + file.guessed);
        content::check(file, &mut root);
        let markdown = Markdown::read(file, &mut root);
        let menus = root.table(file, "menus");
        let menus = menus.map(|table| menus::read(file, &table));
        let redirects = root.table(file, "redirects");
        let redirects = redirects.map(|table| redirects::read(file, &table));
        let plurals = root.table(file, "plurals");
        root.table(file, "texts");
        let languages = root.table(file, "languages");
        let exports = root.tables(file, "exports").into_iter();
        let exports = exports.filter_map(|table| export::read(file, table, &schema));
        let exports = exports.collect();
        let fonts = root.table(file, "fonts");
        let fonts = fonts.map_or_else(Fonts::none, |table| Fonts::read(file, table));
        let (cards, icons, pictures) = pictures::read(file, &mut root);
        let search = root.table(file, "search");
        let search = search.map(|table| (table.range(), Search::read(file, table, &schema)));
        let offline = root.table(file, "offline");
        let offline = offline.map(|table| Offline::read(file, table));
        let forbidden = root.tables(file, "forbid");
        let forbidden = forbidden::read(file, forbidden);
        let mut check = root.table(file, "check");
        let external = external::read(file, check.as_mut());
        let budgets = Budgets::read(file, check.as_mut());
        let check = check::read(file, check, &schema);
        let limits = root.table(file, "limits");
        let limits = Limits::read(file, limits);
        let headers = root.tables(file, "headers");
        let targets = root.table(file, "deploy");
        let targets = targets.map(|table| deploy::read(file, &table));
        let extra = extra::extra(&mut root);
        look::check(file, &mut root);
        root.finish(file);

        let Some(site) = site else {
            let hint = text!("site-table-none-hint");
            file.error("E103", text!("site-table-none"), file.span(0..0), hint);
            return None;
        };
        let site = site::Site::read(file, site, base_url)?;
        let typography = check.typography(&site.language);
        let problems = texts::judge(file, entries, &typography, &check.silenced);
        file.diagnostics.extend(problems);
        let prose = ProseRules {
            typography: Arc::new(typography),
            raw_html: markdown.raw_html,
            code: markdown.code.clone(),
            wording: Wording::of(&site.language),
            isolation: Some(site.isolation()),
        };
        let plurals = plurals.map(|table| plurals::read(file, &table, &site.language));
        let plurals = plurals.unwrap_or_default();
        let phrases = Phrases::read(file, declared.texts(), entries, &site.language);
        let menus = menus.unwrap_or_default();
        let search = search.map(|(range, mut search)| {
            plurals::check_named(file, &plurals, search.plurals());
            search.complete(file, &site.language, ("search.texts", range));
            search
        });
        let of_site = languages::OfSite {
            language: &site.language,
            prefix: site.prefix.as_ref(),
            title: &site.title,
            description: &site.description,
            latin: &site.latin,
            markdown: &markdown,
            menus: &menus,
            plurals: &plurals,
            phrases: &phrases,
            check: &check,
            search: search.as_ref(),
            extra: entries.get("extra"),
        };
        let other_languages = languages::read(file, languages, &of_site);
        let headers = headers::read(file, headers, &site.language, &other_languages);
        let others = other_languages.iter().map(|other| other.language.tag());
        let tags: Vec<&str> = std::iter::once(site.language.tag()).chain(others).collect();
        let forbidden = forbidden::in_languages(file, forbidden, &tags);
        expected::check(file, &schema, &tags);
        Some(Self {
            title: site.title,
            description: site.description,
            author: site.author,
            base_url: site.base_url,
            language: site.language,
            prefix: site.prefix,
            other_languages,
            links: site.links,
            prose,
            schema,
            extent,
            menus,
            redirects: redirects.unwrap_or_default(),
            plurals,
            phrases,
            exports,
            fonts,
            cards,
            icons,
            pictures,
            search,
            offline,
            forbidden,
            external,
            inline: check.inline,
            third_party: check.third_party,
            budgets,
            limits,
            silenced: check.silenced,
            headers,
            targets: targets.unwrap_or_default(),
            extra,
        })
    }
}

/// The path of the file that configures a site.
#[must_use]
pub fn path() -> SourcePath {
    SourcePath::new(load::CONFIG)
}

/// The place of the file as a whole.
#[must_use]
pub fn whole() -> Span {
    Span::from(&path())
}
