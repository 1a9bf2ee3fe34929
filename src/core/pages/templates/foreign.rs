//! Names that templates of other generators have, and what is written here in their place. `docs/coming-from.md` has the
//! same for whole sites.

use crate::locale::{Text, text};

/// What a name stands for in a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Variable,
    Field,
    Filter,
    Function,
    Test,
    /// The first word of a `{% … %}`.
    Tag,
}

/// What is written here.
#[derive(Debug, Clone, Copy)]
pub(super) enum Here {
    /// These words, in the place of the name.
    Word(&'static str),
    /// This, where the whole was.
    Way(&'static str),
    /// Something that takes a sentence.
    Told(fn() -> Text),
}

use Here::{Told, Way, Word};

type Row = (Role, &'static [&'static str], Here);

/// Maps that elsewhere hold what somebody declared; here each value stands in the entry itself.
const HOLDERS: [&str; 10] = [
    "attributes",
    "collections",
    "data",
    "extra",
    "fields",
    "frontmatter",
    "fm",
    "meta",
    "metadata",
    "params",
];

/// By role; of Zola and Tera 1, Hugo, Jekyll and Liquid, Eleventy and Nunjucks, Twig and Jinja.
#[rustfmt::skip]
const NAMES: &[Row] = &[
    (Role::Variable, &["config"], Word("site")),
    (Role::Variable, &["section", "self", "term", "this"], Word("page")),
    (Role::Variable, &["content", "contents"], Word("page.content")),
    (Role::Variable, &["lang", "language", "locale"], Word("page.language")),
    (Role::Variable, &["current_url", "permalink"], Word("page.permalink")),
    (Role::Variable, &["current_path", "pathname", "url"], Word("page.url")),
    (Role::Variable, &["title"], Word("page.title")),
    (Role::Variable, &["description"], Word("page.description")),
    (Role::Variable, &["date"], Word("page.date")),
    (Role::Variable, &["slug"], Word("page.slug")),
    (Role::Variable, &["toc"], Word("page.toc")),
    (Role::Variable, &["excerpt", "summary"], Word("page.summary")),
    (Role::Variable, &["forloop"], Word("loop")),
    (Role::Variable, &["pager", "pagination"], Word("paginator")),
    (Role::Variable, &["now"], Told(|| text!("foreign-now"))),
    (Role::Variable, &["taxonomies", "taxonomy", "terms"], Told(|| text!("foreign-tags"))),
    (
        Role::Variable,
        &["block", "define", "else", "end", "if", "partial", "printf", "range", "template", "with"],
        Told(|| text!("foreign-statement")),
    ),
    (Role::Field, &["baseURL", "baseurl", "root_url", "url"], Word("base_url")),
    (Role::Field, &["lang", "languageCode", "language_code", "locale", "default_language"], Word("language")),
    (Role::Field, &["Params", "params"], Word("extra")),
    (Role::Field, &["data"], Way("load_data(path=\"data/FILE\")")),
    (Role::Field, &["tagline", "subtitle"], Word("description")),
    (Role::Field, &["RelPermalink", "href", "link", "path", "relPermalink"], Word("url")),
    (Role::Field, &["absoluteUrl", "fullUrl", "full_url"], Word("permalink")),
    (Role::Field, &["earlier", "left", "lighter", "lower", "prev_page", "previous"], Word("prev")),
    (Role::Field, &["heavier", "higher", "later", "next_page", "right"], Word("next")),
    (Role::Field, &["Plain", "RawContent", "body", "contents", "html", "templateContent"], Word("content")),
    (Role::Field, &["excerpt"], Word("summary")),
    (Role::Field, &["entries", "items", "posts", "pages"], Word("pages")),
    (Role::Field, &["entries", "items", "pages", "sections", "subsections"], Word("children")),
    (Role::Field, &["breadcrumb", "breadcrumbs"], Word("ancestors")),
    (Role::Field, &["TableOfContents", "headings", "table_of_contents"], Word("toc")),
    (Role::Field, &["section"], Word("parent")),
    (Role::Field, &["is_draft"], Word("draft")),
    (Role::Field, &["Lastmod", "last_modified_at", "lastmod", "modified"], Word("updated")),
    (Role::Field, &["PublishDate", "publishDate"], Word("publish")),
    (Role::Field, &["ExpiryDate", "expiryDate"], Word("expires")),
    (Role::Field, &["WordCount", "words"], Word("word_count")),
    (Role::Field, &["minutes", "time_to_read"], Word("reading_time")),
    (Role::Field, &["page", "page_number"], Word("current_index")),
    (Role::Field, &["page_count", "pages_count"], Word("number_pagers")),
    (Role::Field, &["taxonomies", "terms"], Told(|| text!("foreign-tags"))),
    (Role::Filter, &["absLangURL", "absURL", "abs_url", "absolute_url", "htmlBaseUrl"], Word("absolute")),
    (
        Role::Filter,
        &["baseurl", "relLangURL", "relURL", "relative_url", "url"],
        Told(|| text!("foreign-relative")),
    ),
    (
        Role::Filter,
        &["RenderString", "markdown", "markdownify", "md"],
        Told(|| text!("foreign-markdown")),
    ),
    (
        Role::Filter,
        &["filter", "find", "reject", "rejectattr", "selectattr", "where", "where_exp"],
        Way("[one for one in LIST if one.FIELD == \"VALUE\"]"),
    ),
    (Role::Filter, &["map", "pluck"], Way("[one.FIELD for one in LIST]")),
    (Role::Filter, &["head", "limit", "slice", "take"], Way("LIST[:5]")),
    (Role::Filter, &["concat", "push", "union"], Way("[...LIST, ...LIST]")),
    (Role::Filter, &["append", "prepend"], Way("\"TEXT\" ~ \"TEXT\"")),
    (Role::Filter, &["sortBy", "sort_by", "sort_natural"], Word("sort(attribute=\"FIELD\")")),
    (Role::Filter, &["groupby", "group"], Word("group_by(attribute=\"FIELD\")")),
    (Role::Filter, &["dump", "json_encode", "jsonify", "tojson"], Word("json")),
    (Role::Filter, &["plainify", "strip_html", "strip_tags"], Word("striptags")),
    (Role::Filter, &["chomp", "strip"], Word("trim")),
    (Role::Filter, &["lstrip"], Word("trim_start")),
    (Role::Filter, &["rstrip"], Word("trim_end")),
    (Role::Filter, &["upcase", "uppercase"], Word("upper")),
    (Role::Filter, &["downcase", "lowercase"], Word("lower")),
    (Role::Filter, &["count", "size"], Word("length")),
    (Role::Filter, &["number_of_words", "countwords"], Word("wordcount")),
    (Role::Filter, &["cgi_escape", "e", "forceescape", "htmlEscape"], Word("escape")),
    (Role::Filter, &["xml_escape"], Word("escape_xml")),
    (Role::Filter, &["raw", "safeHTML", "safe_html"], Word("safe")),
    (Role::Filter, &["formatNumber", "num_format", "number_with_delimiter"], Word("number")),
    (
        Role::Filter,
        &["dateFormat", "date_to_long_string", "date_to_string", "format_date", "readableDate", "strftime"],
        Word("date"),
    ),
    (
        Role::Filter,
        &["date_to_rfc822", "date_to_xmlschema", "htmlDateString"],
        Word("date(format=\"iso\")"),
    ),
    (Role::Filter, &["nl2br", "newline_to_br"], Word("newlines_to_br")),
    (Role::Filter, &["humanize", "titleize"], Word("title")),
    (Role::Filter, &["uniq"], Word("unique")),
    (Role::Filter, &["spaceless"], Told(|| text!("remove-it"))),
    (Role::Filter, &["T", "i18n", "t", "trans", "translate"], Way("text(key=\"KEY\")")),
    (Role::Filter, &["asset_url", "fingerprint"], Way("asset(path=\"FILE\")")),
    (
        Role::Function,
        &["get_page", "get_section", "get_url", "link_to", "ref", "relref", "url_for"],
        Told(|| text!("foreign-link")),
    ),
    (Role::Function, &["T", "_", "__", "gettext", "i18n", "t", "trans"], Way("text(key=\"KEY\")")),
    (
        Role::Function,
        &["get_taxonomy", "get_taxonomy_term", "get_taxonomy_url", "get_terms"],
        Told(|| text!("foreign-tags")),
    ),
    (Role::Function, &["get_image_metadata", "image", "resize_image"], Told(|| text!("foreign-picture"))),
    (Role::Function, &["now"], Told(|| text!("foreign-now"))),
    (Role::Function, &["include", "partial", "render", "template"], Way("{% include \"FILE.html\" %}")),
    (Role::Function, &["load_json", "load_yaml", "read_file", "readfile"], Way("load_data(path=\"data/FILE\")")),
    (Role::Function, &["static", "url"], Way("asset(path=\"FILE\")")),
    (Role::Test, &["blank", "empty"], Way("not VALUE")),
    (Role::Test, &["eq", "equalto", "sameas"], Way("VALUE == VALUE")),
    (Role::Test, &["matching"], Way("\"PART\" in VALUE")),
    (Role::Test, &["mapping", "object"], Word("map")),
    (Role::Test, &["nil", "null"], Word("none")),
    (Role::Tag, &["else if", "elseif", "elsif"], Word("elif")),
    (Role::Tag, &["foreach", "range"], Word("for")),
    (Role::Tag, &["assign", "capture", "let"], Word("set")),
    (Role::Tag, &["endcapture"], Word("endset")),
    (Role::Tag, &["unless"], Word("if not")),
    (Role::Tag, &["endunless", "endwith"], Word("endif")),
    (Role::Tag, &["with"], Word("if")),
    (Role::Tag, &["macro"], Word("component")),
    (Role::Tag, &["endmacro"], Word("endcomponent")),
    (Role::Tag, &["layout"], Word("extends")),
    (Role::Tag, &["partial", "partialCached", "render", "template"], Word("include")),
    (Role::Tag, &["define", "yield"], Word("block")),
    (Role::Tag, &["verbatim"], Word("raw")),
    (Role::Tag, &["endverbatim"], Word("endraw")),
    (Role::Tag, &["comment"], Way("{# … #}")),
    (Role::Tag, &["case", "switch", "when"], Way("{% if VALUE == \"…\" %} … {% elif VALUE == \"…\" %} … {% endif %}")),
    (Role::Tag, &["blocktrans", "trans", "translate"], Way("{{ text(key=\"KEY\") }}")),
    (Role::Tag, &["call"], Way("{% <NAME> %} … {% </NAME> %}")),
    (Role::Tag, &["from", "import"], Told(|| text!("foreign-import"))),
];

impl Here {
    /// What is written here in the place of a name. `is_there`: whether there is something that is called so.
    pub(super) fn of(role: Role, name: &str, is_there: impl Fn(&str) -> bool) -> Option<Self> {
        let mut rows = NAMES
            .iter()
            .filter(|(of, names, _)| *of == role && names.contains(&name));
        let found = rows.find(|(.., here)| match here {
            Word(word) if matches!(role, Role::Variable | Role::Field) => {
                is_there(word.split('.').next().unwrap_or(word))
            }
            _ => true,
        });
        found.map(|(.., here)| *here)
    }

    /// What to do.
    pub(super) fn hint(self) -> Text {
        match self {
            Word(words) => text!("write-instead", words),
            Way(words) => text!("foreign-way", words),
            Told(sentence) => sentence(),
        }
    }
}

/// Whether values stand in something of this name elsewhere that here stand in the entry itself: `page.extra.author`.
pub(super) fn is_holder(name: &str) -> bool {
    HOLDERS
        .iter()
        .any(|holder| holder.eq_ignore_ascii_case(name))
}

/// The tag of another engine at the beginning of a statement, and what is written here.
pub(super) fn tag(statement: &str) -> Option<(&'static str, Here)> {
    tags().find(|(word, _)| {
        let behind = statement.strip_prefix(word);
        behind.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
    })
}

/// What a tag's word is here, which elsewhere stands between `{{` and `}}`: `include` among them.
pub(super) fn word(name: &str) -> Option<Here> {
    let ours = ["block", "include"]
        .into_iter()
        .map(|word| (word, Word(word)));
    let found = ours.chain(tags()).find(|(word, _)| *word == name);
    found.map(|(_, here)| here)
}

fn tags() -> impl Iterator<Item = (&'static str, Here)> {
    let tags = NAMES.iter().filter(|(role, ..)| *role == Role::Tag);
    tags.flat_map(|(_, words, here)| words.iter().map(|word| (*word, *here)))
}

#[cfg(test)]
mod tests {
    use tera::Tera;

    use super::*;
    use crate::pages::templates::names::{Called, nearest_of};
    use crate::pages::templates::refused::STATEMENTS;

    /// Hints are to be of use, and no name of ours is told as another's.
    #[test]
    fn what_is_written_here_is_there_and_what_is_elsewhere_is_not() {
        for (role, names, here) in NAMES {
            let called = match role {
                Role::Filter => Called::Filter,
                Role::Function => Called::Function,
                Role::Test => Called::Test,
                Role::Tag => {
                    assert!(
                        names.iter().all(|name| !STATEMENTS.contains(name)),
                        "{names:?}"
                    );
                    if let Word(word) = here {
                        assert!(
                            STATEMENTS.contains(&&word[..word.find(' ').unwrap_or(word.len())])
                        );
                    }
                    continue;
                }
                Role::Variable | Role::Field => continue,
            };
            for name in *names {
                assert_ne!(
                    nearest_of(called, name),
                    Some(*name),
                    "{name} is here as well"
                );
            }
            if let Word(word) = here {
                let name = word.split('(').next();
                assert_eq!(nearest_of(called, word.split('(').next().unwrap()), name);
            }
        }
    }

    #[test]
    fn the_ways_are_read_by_the_engine() {
        let ways = NAMES.iter().filter_map(|(.., here)| match here {
            Way(way) => Some(*way),
            _ => None,
        });
        for way in ways.map(|way| way.replace("…", "")) {
            let template = match way.as_str() {
                "{#  #}" | "{% <NAME> %}  {% </NAME> %}" => continue,
                tag if tag.starts_with("{%") => tag.to_owned(),
                value if value.starts_with("{{") => value.to_owned(),
                value => format!("{{% block a %}}{{{{ {value} }}}}{{% endblock %}}"),
            };
            let refused = Tera::default().add_raw_template("a.html", &template).err();
            let refused = refused.map(|error| error.to_string()).filter(|error| {
                // Of the site, the engine knows nothing here.
                !["Unknown function", "Unknown template"]
                    .iter()
                    .any(|one| error.contains(one))
            });
            assert_eq!(refused, None, "{template}");
        }
    }
}
