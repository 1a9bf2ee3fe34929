//! Patterns of addresses, and what may stand for something in them: `/{date.year}/{slug}/`.

use super::collection::Collection;
use super::field_type::Kind;

/// A part of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    /// What stands in every address.
    Text(&'a str),
    /// What each entry says: the name between braces.
    Placeholder(&'a str),
}

/// The parts of a pattern. A brace that is not closed is a part of the name behind it, which is none then.
#[must_use]
pub fn parts(pattern: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = pattern;
    while let Some(at) = rest.find('{') {
        let (text, behind) = rest.split_at(at);
        let (name, after) = match behind[1..].split_once('}') {
            Some(closed) => closed,
            None => (behind, ""),
        };
        parts.extend([Part::Text(text), Part::Placeholder(name)]);
        rest = after;
    }
    parts.push(Part::Text(rest));
    parts
}

impl Collection {
    /// The names that may stand between braces in the pattern of its addresses.
    #[must_use]
    pub fn placeholders(&self) -> Vec<String> {
        let mut names = vec!["slug".to_owned(), "folder".to_owned()];
        for field in &self.fields {
            let name = &field.name;
            match &field.field_type.kind {
                Kind::Date => {
                    names.extend(["year", "month", "day"].map(|part| format!("{name}.{part}")));
                }
                Kind::String | Kind::Int | Kind::Slug | Kind::Enum(_) => {
                    names.push(name.to_string());
                }
                Kind::Ref(_) | Kind::Tag(_) => names.push(format!("{name}.slug")),
                Kind::Bool
                | Kind::Url
                | Kind::Markdown
                | Kind::Cite
                | Kind::Image(_)
                | Kind::List(_)
                | Kind::Record(_) => {}
            }
        }
        names
    }

    /// Whether entries are told apart by what they give a pattern: their slug, or a field that is each one's own affair.
    #[must_use]
    pub fn tells_apart(&self, pattern: &str) -> bool {
        let is_own = |name: &str| {
            let kind = self.field(name).map(|at| &self.fields[at].field_type.kind);
            name == "slug" || matches!(kind, Some(Kind::String | Kind::Int | Kind::Slug))
        };
        parts(pattern)
            .into_iter()
            .any(|part| matches!(part, Part::Placeholder(name) if is_own(name)))
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, parts};

    #[test]
    fn a_pattern_is_cut_at_its_braces() {
        use Part::{Placeholder, Text};
        for (pattern, expected) in [
            ("/a/", vec![Text("/a/")]),
            ("/{slug}/", vec![Text("/"), Placeholder("slug"), Text("/")]),
            (
                "{a.b}{c}",
                vec![
                    Text(""),
                    Placeholder("a.b"),
                    Text(""),
                    Placeholder("c"),
                    Text(""),
                ],
            ),
            ("/{slug", vec![Text("/"), Placeholder("{slug"), Text("")]),
            ("/}/", vec![Text("/}/")]),
        ] {
            assert_eq!(parts(pattern), expected, "{pattern}");
        }
    }
}
