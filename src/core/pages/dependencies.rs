//! What each template is made of: its own text, and that of every template it names or whose components it
//! calls. Names are looked for between quotation marks and behind `<`, wherever they stand: one too many costs a page rendered in
//! vain.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::data::Data;
use crate::digest::{Digest, StableHasher};
use crate::source::Source;

/// The word before the name of a component, where it is defined.
const COMPONENT: &str = "component";

/// What each of all templates is made of.
pub(super) struct Dependencies<'a> {
    templates: Vec<Template<'a>>,
    /// Of each, the template itself and whatever it names, directly or not.
    closures: Vec<BTreeSet<usize>>,
}

impl<'a> Dependencies<'a> {
    pub(super) fn read(sources: &[(&'a str, &'a Source)]) -> Self {
        let templates = sources.iter();
        let templates = templates.map(|(name, source)| Template::read(name, source.text()));
        let templates: Vec<Template<'_>> = templates.collect();
        let named = Named::of(&templates);
        let names: Vec<_> = templates.iter().map(|one| one.names(&named)).collect();
        let closures = (0..templates.len()).map(|start| closure(&names, start));
        Self {
            closures: closures.collect(),
            templates,
        }
    }

    /// A digest for each template, over everything it is made of, files of data among it, and the surroundings of all.
    pub(super) fn digests(&self, surroundings: Digest, data: &Data) -> BTreeMap<String, Digest> {
        self.each(|parts| {
            let mut trace = StableHasher::default();
            trace.part(surroundings);
            for part in parts {
                trace.text(part.name);
                trace.text(part.text);
                for (path, digest) in data.digests() {
                    if part.strings.contains(path) {
                        trace.text(path);
                        trace.part(digest);
                    }
                }
            }
            trace.digest()
        })
    }

    /// The names of the templates that each is made of.
    pub(super) fn made_of(&self) -> BTreeMap<String, Vec<String>> {
        self.each(|parts| parts.iter().map(|part| part.name.to_owned()).collect())
    }

    /// The components that each calls itself, or that a template calls which it extends or includes.
    pub(super) fn calls(&self) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
        let named = Named::of(&self.templates);
        let templates = self.templates.iter();
        let files: Vec<_> = templates.map(|one| one.names_files(&named)).collect();
        let called = |start| {
            let parts = closure(&files, start);
            let called = parts.iter().flat_map(|part| &self.templates[*part].called);
            let names = called.filter(|name| named.components.contains_key(**name));
            names.copied().collect()
        };
        let all = self.templates.iter().enumerate();
        all.map(|(at, template)| (template.name, called(at)))
            .collect()
    }

    fn each<T>(&self, make: impl Fn(&[&Template<'a>]) -> T) -> BTreeMap<String, T> {
        let all = self.templates.iter().zip(&self.closures);
        let made = all.map(|(template, closure)| {
            let parts: Vec<_> = closure.iter().map(|part| &self.templates[*part]).collect();
            (template.name.to_owned(), make(&parts))
        });
        made.collect()
    }
}

struct Template<'a> {
    name: &'a str,
    text: &'a str,
    /// What stands between quotation marks, among other things.
    strings: HashSet<&'a str>,
    /// The words behind `<`: components that it calls, among elements of HTML.
    called: HashSet<&'a str>,
    components: Vec<&'a str>,
}

impl<'a> Template<'a> {
    fn read(name: &'a str, text: &'a str) -> Self {
        let is_mark = |c: char| !c.is_alphanumeric() && c != '_';
        let words = text.split(is_mark).filter(|word| !word.is_empty());
        let words: Vec<&str> = words.collect();
        let called = text.split('<').skip(1).map(str::trim_start);
        let called = called.map(|rest| rest.split(is_mark).next().unwrap_or_default());
        let definitions = words.windows(2).filter(|pair| pair[0] == COMPONENT);
        Self {
            name,
            text,
            strings: text.split(['"', '\'', '`']).collect(),
            components: definitions.map(|pair| pair[1]).collect(),
            called: called.collect(),
        }
    }

    /// The templates that it names.
    fn names_files(&self, named: &Named<'a>) -> BTreeSet<usize> {
        let files = self.strings.iter();
        files
            .filter_map(|one| named.files.get(one).copied())
            .collect()
    }

    /// The templates that it names, or of which it names a component.
    fn names(&self, named: &Named<'a>) -> BTreeSet<usize> {
        let components = self.called.iter();
        let components = components.filter_map(|one| named.components.get(one));
        let mut all = self.names_files(named);
        all.extend(components.flatten());
        all
    }
}

/// All templates, by what they are called.
struct Named<'a> {
    files: HashMap<&'a str, usize>,
    /// Those that declare a component.
    components: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Named<'a> {
    fn of(templates: &[Template<'a>]) -> Self {
        let mut components: HashMap<_, Vec<_>> = HashMap::new();
        for (at, template) in templates.iter().enumerate() {
            for name in &template.components {
                components.entry(*name).or_default().push(at);
            }
        }
        let files = templates.iter().enumerate();
        Self {
            files: files.map(|(at, template)| (template.name, at)).collect(),
            components,
        }
    }
}

/// A template and whatever it names, directly or not.
fn closure(names: &[BTreeSet<usize>], start: usize) -> BTreeSet<usize> {
    let mut found = BTreeSet::from([start]);
    let mut next = vec![start];
    while let Some(one) = next.pop() {
        next.extend(names[one].iter().filter(|other| found.insert(**other)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::SourcePath;

    const SET: [(&str, &str); 5] = [
        ("base.html", "<html>{% block main %}{% endblock %}</html>"),
        (
            "page.html",
            "{% extends \"base.html\" %}{% block main %}{{<star/>}}{% endblock %}",
        ),
        ("list.html", "{% extends 'base.html' %}"),
        ("plain.html", "<p>star</p>"),
        (
            "parts/stars.html",
            "{%- component star() -%}*{%- endcomponent star -%}",
        ),
    ];

    /// The templates whose digest changes with an edit of one.
    fn touched(edited: &str) -> Vec<&'static str> {
        let all = |edited: &str| {
            let source = |(name, text): &(&str, &str)| {
                let more = if *name == edited { " " } else { "" };
                Source::new(SourcePath::new(name), format!("{text}{more}").into_bytes())
            };
            let sources: Vec<Source> = SET.iter().map(source).collect();
            let named = SET.iter().map(|(name, _)| *name).zip(&sources);
            let named: Vec<_> = named.collect();
            Dependencies::read(&named).digests(Digest::of(b""), &Data::default())
        };
        let (before, after) = (all(""), all(edited));
        let names = SET.iter().map(|(name, _)| *name);
        names.filter(|name| before[*name] != after[*name]).collect()
    }

    #[test]
    fn an_edit_touches_the_templates_that_name_it() {
        assert_eq!(
            touched("base.html"),
            ["base.html", "page.html", "list.html"]
        );
        assert_eq!(touched("page.html"), ["page.html"]);
    }

    #[test]
    fn a_template_calls_what_it_names_and_what_its_base_does() {
        let set = [
            (
                "base.html",
                "<html>{{<star/>}}{% block main %}{% endblock %}</html>",
            ),
            (
                "page.html",
                "{% extends \"base.html\" %}{% block main %}{{<list/>}}{% endblock %}",
            ),
            (
                "parts.html",
                "{% component star() %}*{% endcomponent star %}{% component list() %}{{<dot/>}}{% endcomponent list %}",
            ),
            ("dots.html", "{% component dot() %}.{% endcomponent dot %}"),
        ];
        let source = |(name, text): &(&str, &str)| {
            Source::new(SourcePath::new(name), text.as_bytes().to_vec())
        };
        let sources: Vec<Source> = set.iter().map(source).collect();
        let named: Vec<_> = set.iter().map(|(name, _)| *name).zip(&sources).collect();
        let calls = Dependencies::read(&named).calls();
        assert_eq!(calls["base.html"], BTreeSet::from(["star"]));
        assert_eq!(calls["page.html"], BTreeSet::from(["list", "star"]));
    }

    #[test]
    fn an_edit_of_a_component_touches_those_that_call_it_and_no_others() {
        let touched = touched("parts/stars.html");
        assert_eq!(touched, ["page.html", "parts/stars.html"]);
    }
}
