//! What a site of another generator says of itself in its settings.

use toml::{Table, Value};

use super::front::{read_json, read_toml, yaml};
use super::generator::{Files, Generator, is_text};
use super::jekyll;
use super::menus::{MenuItem, menus};
use super::report::Report;
use super::taxonomy::{self, Taxonomy};
use super::tongues::{self, Tongue, is_same};
use crate::locale::{Text, text};

/// The settings of a site.
#[derive(Debug)]
pub(super) struct Old {
    pub(super) generator: Generator,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) base_url: String,
    /// The tag of its language, which may name a country.
    pub(super) language: String,
    /// What names of files and settings call that language.
    pub(super) own_key: String,
    /// The languages besides its own.
    pub(super) tongues: Vec<Tongue>,
    /// What the addresses of texts in its own language begin with: nothing, or `/ar`.
    pub(super) own_prefix: String,
    /// The kinds of tags.
    pub(super) taxonomies: Vec<Taxonomy>,
    /// Patterns of addresses, by section.
    pub(super) permalinks: Vec<(String, String)>,
    pub(super) menus: Vec<MenuItem>,
    pub(super) is_ugly: bool,
    pub(super) keeps_case: bool,
    /// Whether Zola writes addresses in Latin letters, whatever the names are.
    pub(super) is_latin: bool,
    content: String,
    settings: Vec<String>,
}

/// Where settings may be, the best first.
pub(super) const SETTINGS: [&str; 13] = [
    "hugo.toml",
    "hugo.yaml",
    "hugo.yml",
    "hugo.json",
    "config.toml",
    "zola.toml",
    "config.yaml",
    "config.yml",
    "config.json",
    "config/_default/hugo.toml",
    "config/_default/hugo.yaml",
    "config/_default/config.toml",
    "config/_default/config.yaml",
];

impl Old {
    pub(super) fn read(generator: Generator, files: &Files, report: &mut Report) -> Self {
        let mut settings = Vec::new();
        let mut root = Table::new();
        if generator != Generator::Markdown {
            let parts = files
                .keys()
                .filter(|path| path.starts_with("config/_default/"));
            let all: &[&str] = match generator {
                Generator::Jekyll => &jekyll::SETTINGS,
                _ => &SETTINGS,
            };
            let all = all.iter().map(|path| (*path).to_owned());
            for path in all.chain(parts.cloned()) {
                let Some(bytes) = files.get(&path).filter(|_| !settings.contains(&path)) else {
                    continue;
                };
                match table(&path, bytes) {
                    Ok(read) if generator == Generator::Hugo => {
                        merge(&mut root, &path, in_small_letters(read));
                    }
                    Ok(read) => merge(&mut root, &path, read),
                    Err(reason) => {
                        report.note(text!("import-settings", path = path.as_str(), reason));
                    }
                }
                settings.push(path);
            }
        }
        if generator == Generator::Jekyll {
            root = jekyll::as_hugo(&root);
        }
        let own_key = own_key(&root, files);
        let table_of = |key: &str| {
            let all = root.get("languages").and_then(Value::as_table);
            let mut all = all.into_iter().flatten();
            all.find(|(name, _)| is_same(name, key))
        };
        let own = table_of(&own_key).and_then(|(_, own)| own.as_table().cloned());
        let params = own
            .as_ref()
            .and_then(|own| own.get("params"))
            .or_else(|| root.get("params"));
        let get = |key: &str| {
            own.as_ref()
                .and_then(|own| own.get(key))
                .or_else(|| root.get(key))
        };
        let words = |value: Option<&Value>| value.and_then(Value::as_str).map(str::to_owned);
        let flag = |key: &str| get(key).and_then(Value::as_bool).unwrap_or_default();
        let description = words(get("description"));
        let description = description.or_else(|| words(params?.get("description")));
        let base_url = words(get("baseurl").or_else(|| get("base_url")));
        let base_url = base_url.filter(|url| url.starts_with("http"));
        let slugify = get("slugify")
            .and_then(|one| one.get("paths"))
            .and_then(Value::as_str);
        let named = own.as_ref().and_then(tag).or_else(|| tag(&root));
        let language = named.unwrap_or_else(|| own_key.clone());
        let content = match generator {
            Generator::Markdown | Generator::Jekyll => String::new(),
            Generator::Hugo => words(get("contentdir")).unwrap_or_else(|| "content".to_owned()),
            Generator::Zola => "content".to_owned(),
        };
        let in_subdir = root.get("defaultcontentlanguageinsubdir");
        let is_in_subdir = in_subdir.and_then(Value::as_bool).unwrap_or_default();
        let own_prefix = if is_in_subdir {
            format!("/{}", own_key.to_lowercase())
        } else {
            String::new()
        };
        let mut old = Self {
            tongues: tongues::read(&root, &own_key),
            own_prefix,
            generator,
            title: words(get("title")).unwrap_or_else(|| "موقع".to_owned()),
            description: description.unwrap_or_default(),
            base_url: base_url.unwrap_or_else(|| "https://example.org/".to_owned()),
            language,
            own_key,
            taxonomies: Vec::new(),
            permalinks: permalinks(get("permalinks")),
            menus: menus(get("menu").or_else(|| get("menus"))),
            is_ugly: flag("uglyurls"),
            keeps_case: flag("disablepathtolower"),
            is_latin: generator == Generator::Zola && slugify.unwrap_or("on") == "on",
            content: content.trim_matches('/').to_owned(),
            settings,
        };
        old.taxonomies = taxonomy::read(generator, get("taxonomies"));
        if !old.base_url.ends_with('/') {
            old.base_url.push('/');
        }
        old
    }

    pub(super) fn is_settings(&self, path: &str) -> bool {
        self.settings.iter().any(|one| one == path)
    }

    /// Whether texts are in all folders.
    pub(super) fn content_is_all(&self) -> bool {
        self.content.is_empty()
    }

    /// The path of a file from the folder of texts.
    pub(super) fn below_content<'a>(&self, path: &'a str) -> Option<&'a str> {
        if self.content.is_empty() {
            let path = match self.generator {
                Generator::Jekyll => jekyll::below(path)?,
                _ => path,
            };
            let is_hidden = path
                .split('/')
                .any(|part| part.starts_with(['.', '_']) && part != "_index.md");
            return Some(path).filter(|_| !is_hidden);
        }
        let (folder, _) = self.folder_of(path)?;
        path.strip_prefix(folder)?.strip_prefix('/')
    }

    /// The folder of texts that a file is in, the innermost, and the language whose texts these are if not the site's.
    fn folder_of(&self, path: &str) -> Option<(&str, Option<&Tongue>)> {
        let others = self.tongues.iter();
        let others = others.filter_map(|one| Some((one.content.as_deref()?, Some(one))));
        let folders = others.chain([(self.content.as_str(), None)]);
        let around = folders.filter(|(folder, _)| {
            let below = path.strip_prefix(folder);
            below.is_some_and(|below| below.starts_with('/'))
        });
        around.max_by_key(|(folder, _)| folder.len())
    }

    /// The language besides the site's of a text, by what the end of its name says, or by its folder.
    pub(super) fn language_of(&self, path: &str, suffix: Option<&str>) -> Option<&Tongue> {
        match suffix {
            Some(suffix) => self.tongue(suffix),
            None => self.folder_of(path)?.1,
        }
    }

    /// The language besides the site's of this key.
    pub(super) fn tongue(&self, key: &str) -> Option<&Tongue> {
        let mut tongues = self.tongues.iter();
        tongues.find(|one| is_same(&one.key, key))
    }

    /// The path of a file from the folder of what is published as it is.
    pub(super) fn below_static<'a>(&self, path: &'a str) -> Option<&'a str> {
        path.strip_prefix("static/")
            .filter(|_| !self.content.is_empty())
    }

    /// The path of a file from the folder of data.
    pub(super) fn below_data<'a>(&self, path: &'a str) -> Option<&'a str> {
        match self.generator {
            Generator::Jekyll => path.strip_prefix("_data/"),
            _ => path.strip_prefix("data/"),
        }
    }

    /// Whether the end of a name says a language.
    pub(super) fn is_language(&self, suffix: &str) -> bool {
        let is_own = is_same(&self.own_key, suffix);
        !self.content.is_empty() && (is_own || self.tongue(suffix).is_some())
    }

    /// Whether texts are mostly Arabic.
    pub(super) fn is_arabic(&self) -> bool {
        self.language.starts_with("ar")
    }
}

/// Why a file is none of the new site.
#[must_use]
pub fn why_left(path: &str) -> Text {
    match path.split('/').next().unwrap_or_default() {
        "layouts" | "templates" | "_layouts" | "_includes" => text!("import-template"),
        "themes" => text!("import-theme"),
        "archetypes" => text!("import-archetype"),
        "i18n" => text!("import-i18n"),
        "assets" | "sass" | "_sass" => text!("import-asset"),
        "data" | "_data" => text!("import-data-other"),
        "public" | "resources" | "_site" => text!("import-output"),
        _ => text!("import-other"),
    }
}

fn table(path: &str, bytes: &[u8]) -> Result<Table, String> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{FEFF}');
    match path.rsplit_once('.').map(|(_, extension)| extension) {
        Some("toml") => read_toml(text),
        Some("json") => read_json(text),
        _ => Ok(yaml(text)?.unwrap_or_default()),
    }
}

/// Adds settings to those that are known; a file of `config/_default` has the key of its name, `menus.fr.toml` in the table of
/// its language, which other files with a language, such as `languages.fr.toml`, add to.
fn merge(root: &mut Table, path: &str, read: Table) {
    let name = path.rsplit('/').next().unwrap_or_default();
    let (stem, _) = name.rsplit_once('.').unwrap_or((name, ""));
    let mut parts = stem.split('.');
    let name = parts.next().unwrap_or_default();
    let mut inside = root;
    let language = parts.next();
    if let Some(language) = language {
        for key in ["languages", language] {
            let table = inside.entry(key).or_insert_with(|| Table::new().into());
            let Value::Table(table) = table else { return };
            inside = table;
        }
    }
    let is_whole = match language {
        Some(_) => !["menu", "menus", "params"].contains(&name),
        None => ["hugo", "config"].contains(&name),
    };
    if path.contains('/') && !is_whole {
        let table = inside.entry(name).or_insert_with(|| Table::new().into());
        let Value::Table(table) = table else { return };
        inside = table;
    }
    for (key, value) in read {
        inside.entry(key).or_insert(value);
    }
}

/// Settings with all their names in small letters: to Hugo `baseURL` is `baseurl`.
fn in_small_letters(table: Table) -> Table {
    fn inside(value: Value) -> Value {
        match value {
            Value::Table(table) => Value::Table(in_small_letters(table)),
            Value::Array(items) => Value::Array(items.into_iter().map(inside).collect()),
            other => other,
        }
    }
    let pairs = table.into_iter();
    let pairs = pairs.map(|(key, value)| (key.to_lowercase(), inside(value)));
    pairs.collect()
}

/// A tag of a language that settings name, in one of the keys.
fn tag_in(settings: &Table, keys: &[&str]) -> Option<String> {
    let mut named = keys.iter().filter_map(|key| settings.get(*key)?.as_str());
    let is_tag = |tag: &&str| {
        let first = tag.split(['-', '_']).next().unwrap_or_default();
        (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    named.find(is_tag).map(|tag| tag.replace('_', "-"))
}

fn tag(settings: &Table) -> Option<String> {
    tag_in(settings, &["languagecode", "locale"])
}

/// Whether the texts of a site are in Arabic: one letter in fifty, among all its markup and code.
fn is_in_arabic(files: &Files) -> bool {
    let texts = files
        .iter()
        .filter(|(path, _)| is_text(path))
        .map(|(_, bytes)| String::from_utf8_lossy(bytes));
    let (mut arabic, mut all) = (0_usize, 0_usize);
    for text in texts {
        for letter in text.chars().filter(|c| c.is_alphabetic()) {
            all += 1;
            arabic += usize::from(('\u{600}'..'\u{780}').contains(&letter));
        }
    }
    arabic * 50 >= all
}

/// What the language of a site is called in names of files and in settings.
fn own_key(root: &Table, files: &Files) -> String {
    let keys = ["defaultcontentlanguage", "default_language"];
    let others = root.get("languages").and_then(Value::as_table);
    let Some(tag) = tag_in(root, &keys).or_else(|| tag(root)) else {
        // Both generators take what says nothing for English, where it has other languages besides.
        let has_others = others.is_some_and(|all| !all.is_empty());
        let is_english = has_others || !is_in_arabic(files);
        return if is_english { "en" } else { "ar" }.to_owned();
    };
    let is_named = tag_in(root, &keys).is_some()
        || others.is_some_and(|all| all.contains_key(&tag.to_lowercase()));
    let (first, _) = tag.split_once('-').unwrap_or((&tag, ""));
    if is_named { tag } else { first.to_owned() }
}

fn permalinks(value: Option<&Value>) -> Vec<(String, String)> {
    let Some(table) = value.and_then(Value::as_table) else {
        return Vec::new();
    };
    let table = table.get("page").and_then(Value::as_table).unwrap_or(table);
    let pairs = table.iter();
    let pairs = pairs
        .filter_map(|(section, pattern)| Some((section.clone(), pattern.as_str()?.to_owned())));
    pairs.collect()
}
