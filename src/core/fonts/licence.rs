//! The names that a licence reserves. What the build publishes is a part of a font, which the SIL Open Font License
//! calls a modified version: clause 3 does not let it bear a reserved name.

use super::Face;
use crate::config::FontFamily;
use crate::diagnostic::Diagnostic;
use crate::locale::text;
use crate::source::Source;

/// The words after which the licence says them: its own definition of the term names none.
const SAYS: &str = "reserved font name";

/// What is wrong with the name that site.toml gives a family.
pub(super) fn problem(family: &FontFamily, reserved: &[String]) -> Option<Diagnostic> {
    let name = family.name.value.to_lowercase();
    let mut reserved = reserved.iter();
    let reserved = reserved.find(|reserved| name.contains(&reserved.to_lowercase()))?;
    let problem = Diagnostic::error("E421", text!("font-name-reserved", name = reserved))
        .at(family.name.span.clone())
        .note(text!("font-name-reserved-note"))
        .hint(text!("font-name-reserved-hint"));
    Some(problem)
}

/// The names that the font or its licence reserves.
pub(super) fn names(face: &Face, licence: Option<&Source>) -> Vec<String> {
    let mut names = reserved(&face.licence());
    names.extend(licence.map_or_else(Vec::new, |source| reserved(source.text())));
    names
}

/// `with Reserved Font Names "Plex" and "Sans"` → Plex, Sans. Only the lines above the licence's own text are the
/// copyright's: from there on the term is defined and used, in quotation marks too.
fn reserved(text: &str) -> Vec<String> {
    let copyright = text.split("SIL OPEN FONT LICENSE Version").next();
    let lines = copyright.unwrap_or_default().lines();
    let names = lines.flat_map(|line| {
        let after = line.to_ascii_lowercase().find(SAYS);
        let rest = after.map_or("", |at| &line[at + SAYS.len()..]);
        let rest = rest.trim_start_matches("(s)");
        let rest = rest
            .strip_prefix('s')
            .unwrap_or(rest)
            .trim_start_matches([':', ' ']);
        let is_mark = |c: char| "\"'“”‘’".contains(c);
        if rest.contains(is_mark) {
            let quoted = rest.split(is_mark).skip(1).step_by(2);
            quoted.map(str::to_owned).collect::<Vec<_>>()
        } else {
            let bare = rest.split([',', '.']).next().unwrap_or_default();
            vec![bare.to_owned()]
        }
    });
    let names = names.map(|name| name.trim().to_owned());
    names.filter(|name| !name.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::reserved;

    #[test]
    fn reserved_names_stand_in_the_copyright() {
        let cases = [
            (
                "© 2017 A Corp. with Reserved Font Name \"Plex\"",
                vec!["Plex"],
            ),
            (
                "with Reserved Font Names 'Source' and “Han”.",
                vec!["Source", "Han"],
            ),
            ("(c) 2010, with Reserved Font Name Amiri.", vec!["Amiri"]),
            (
                "with reserved font name(s): “Scheherazade”",
                vec!["Scheherazade"],
            ),
            ("Copyright 2022 The Noto Project Authors", vec![]),
            (
                "SIL OPEN FONT LICENSE Version 1.1\n\"Reserved Font Name\" refers to any names",
                vec![],
            ),
        ];
        for (text, names) in cases {
            assert_eq!(reserved(text), names, "{text}");
        }
    }
}
