//! What is peculiar to Jekyll: settings with names of its own, posts called by their days, collections in folders with `_`.

use toml::{Table, Value};

use super::shortcode::Shortcode;

/// Where its settings may be.
pub(super) const SETTINGS: [&str; 2] = ["_config.yml", "_config.yaml"];

/// The folders and files at the root that hold no texts.
const OF_GENERATOR: [&str; 11] = [
    "_layouts",
    "_includes",
    "_sass",
    "_data",
    "_plugins",
    "_site",
    "_config.yml",
    "_config.yaml",
    "Gemfile",
    "Gemfile.lock",
    "vendor",
];

/// Where a file stands among the texts: those of `_posts/` in `posts/`. None if it is the generator's own.
pub(super) fn below(path: &str) -> Option<&str> {
    let first = path.split('/').next().unwrap_or_default();
    let is_text = !OF_GENERATOR.contains(&first);
    let is_folder = path.len() > first.len();
    is_text.then(|| path.strip_prefix('_').filter(|_| is_folder).unwrap_or(path))
}

/// Its settings as Hugo has them.
pub(super) fn as_hugo(root: &Table) -> Table {
    let words = |key: &str| root.get(key).and_then(Value::as_str);
    let mut out = Table::new();
    let mut set =
        |key: &str, value: Option<Value>| _ = value.map(|value| out.insert(key.to_owned(), value));
    for key in ["title", "description"] {
        set(key, root.get(key).cloned());
    }
    let language = ["lang", "locale", "language"].into_iter().find_map(words);
    set("languagecode", language.map(Into::into));
    let base = words("url").map(|url| format!("{url}{}", words("baseurl").unwrap_or_default()));
    set("baseurl", base.map(Into::into));
    let of_posts = match words("permalink").unwrap_or("date") {
        "date" => "/:categories/:year/:month/:day/:title.html",
        "pretty" => "/:categories/:year/:month/:day/:title/",
        "none" => "/:categories/:title.html",
        pattern => pattern,
    };
    set("uglyurls", Some((!of_posts.ends_with('/')).into()));
    let mut patterns = Table::new();
    patterns.insert("posts".to_owned(), of_name(of_posts).into());
    let collections = root.get("collections").and_then(Value::as_table);
    for (name, settings) in collections.into_iter().flatten() {
        if let Some(pattern) = settings.get("permalink").and_then(Value::as_str) {
            patterns.insert(name.clone(), of_name(pattern).into());
        }
    }
    set("permalinks", Some(patterns.into()));
    let kinds = [("tag", "tags"), ("category", "categories")];
    let kinds = kinds.map(|(one, all)| (one.to_owned(), Value::from(all)));
    set("taxonomies", Some(Table::from_iter(kinds).into()));
    out
}

/// A pattern of addresses, in which a text is called by its file and not by its title.
fn of_name(pattern: &str) -> String {
    let pattern = pattern
        .replace(":output_ext", ".html")
        .replace(":collection", ":section");
    [":title", ":name", ":path"]
        .iter()
        .fold(pattern, |pattern, token| pattern.replace(token, ":slug"))
}

/// The day with which the name of a post begins, and the rest of it.
pub(super) fn dated(name: &str) -> Option<(String, &str)> {
    let mut parts = name.splitn(4, '-');
    let mut number = |longest: usize| {
        let digits = parts.next()?;
        let is_number = (1..=longest).contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse::<u16>().ok().filter(|_| is_number)
    };
    let (year, month, day) = (number(4)?, number(2)?, number(2)?);
    let rest = parts.next().filter(|rest| !rest.is_empty() && year > 999)?;
    Some((format!("{year}-{month:02}-{day:02}"), rest))
}

/// Front matter in the words of Hugo.
pub(super) fn front(front: &mut Table) {
    for (own, other) in [
        ("permalink", "url"),
        ("redirect_from", "aliases"),
        ("category", "categories"),
        ("tag", "tags"),
    ] {
        if !front.contains_key(other)
            && let Some(value) = front.remove(own)
        {
            front.insert(other.to_owned(), value);
        }
    }
    for kind in ["categories", "tags"] {
        if let Some(Value::String(words)) = front.get(kind) {
            let words: Vec<Value> = words.split_whitespace().map(Value::from).collect();
            front.insert(kind.to_owned(), words.into());
        }
    }
}

/// What a tag prints that is known without templates: nothing for the address of the site, and an address behind it.
pub(super) fn printed(tag: &Shortcode<'_>) -> Option<String> {
    match tag.name {
        "site.baseurl" | "site.url" | "raw" => Some(String::new()),
        "relative_url" | "absolute_url" => {
            tag.argument("", 0).filter(|words| words.starts_with('/'))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_begin_with_a_day() {
        assert_eq!(
            dated("2016-5-07-مرحبا-بك"),
            Some(("2016-05-07".to_owned(), "مرحبا-بك"))
        );
        for name in [
            "2016-05-07",
            "2016-05-07-",
            "16-05-07-x",
            "2016-005-07-x",
            "v1-2-3-x",
            "نص",
        ] {
            assert_eq!(dated(name), None, "{name}");
        }
    }

    #[test]
    fn folders_with_a_line_below_hold_texts() {
        for (path, expected) in [
            ("_posts/2016-05-07-x.md", Some("posts/2016-05-07-x.md")),
            ("_2020/x.md", Some("2020/x.md")),
            ("about.md", Some("about.md")),
            ("_layouts/post.html", None),
            ("Gemfile", None),
        ] {
            assert_eq!(below(path), expected, "{path}");
        }
    }
}
