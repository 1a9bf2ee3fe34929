//! What single files are answered with becomes rules about folders, as few as say the same. No file is in two places
//! of one header, since hosts join the values of rules that overlap.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::answers::Headers;
use crate::path::OutputPath;

/// A file, or all files of a folder at any depth.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// The folder: empty, or ending in `/`.
    Folder(String),
    /// The file.
    File(OutputPath),
}

/// One header over the whole site.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Spread {
    pub(super) name: String,
    /// Its value wherever nothing else is said.
    pub(super) usual: Option<String>,
    /// Where it has another.
    pub(super) exceptions: BTreeMap<Place, Option<String>>,
}

/// The names of all headers of a site.
pub(super) fn names(answers: &BTreeMap<OutputPath, Headers>) -> BTreeSet<&String> {
    answers.values().flat_map(BTreeMap::keys).collect()
}

impl Spread {
    /// A header over the site, told from its most common value.
    pub(super) fn of(name: &str, answers: &BTreeMap<OutputPath, Headers>) -> Self {
        let mut counts: BTreeMap<Option<&String>, usize> = BTreeMap::new();
        for headers in answers.values() {
            *counts.entry(headers.get(name)).or_default() += 1;
        }
        let usual = counts.into_iter().max_by_key(|(_, count)| *count);
        let usual = usual.and_then(|(value, _)| value);
        Self::from(name, answers, usual)
    }

    /// A header over the site, told from `usual`, which may be its absence.
    pub(super) fn from(
        name: &str,
        answers: &BTreeMap<OutputPath, Headers>,
        usual: Option<&String>,
    ) -> Self {
        let files: Vec<_> = answers
            .iter()
            .map(|(path, headers)| (path, headers.get(name)))
            .collect();
        let mut exceptions = BTreeMap::new();
        cover(&files, 0, usual, &mut exceptions);
        Self {
            name: name.to_owned(),
            usual: usual.cloned(),
            exceptions,
        }
    }
}

/// A file and the value that a header has there.
type Valued<'a> = (&'a OutputPath, Option<&'a String>);

/// The files of one folder, sorted, whose name has `depth` bytes: in one place if they agree, otherwise in several.
fn cover(
    files: &[Valued<'_>],
    depth: usize,
    usual: Option<&String>,
    exceptions: &mut BTreeMap<Place, Option<String>>,
) {
    let Some(((first, value), rest)) = files.split_first() else {
        return;
    };
    if rest.iter().all(|(_, other)| other == value) {
        if *value != usual {
            let folder = Place::Folder(first.as_str()[..depth].to_owned());
            exceptions.insert(folder, value.cloned());
        }
        return;
    }
    let folder = |(path, _): &Valued<'_>| {
        let end = path.as_str()[depth..].find('/');
        end.map(|end| path.as_str()[..=depth + end].to_owned())
    };
    for group in
        files.chunk_by(|one, next| folder(one).is_some_and(|one| Some(one) == folder(next)))
    {
        let (path, value) = group[0];
        match folder(&group[0]) {
            Some(folder) => cover(group, folder.len(), usual, exceptions),
            None if value != usual => {
                exceptions.insert(Place::File(path.clone()), value.cloned());
            }
            None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Files and the values of a header there.
    fn answers(files: &[(&str, &str)]) -> BTreeMap<OutputPath, Headers> {
        let files = files.iter().map(|(path, value)| {
            let value = Some(*value).filter(|value| !value.is_empty());
            let headers = value.map(|value| ("H".to_owned(), value.to_owned()));
            (
                OutputPath::new(path).unwrap(),
                headers.into_iter().collect(),
            )
        });
        files.collect()
    }

    /// The places of exceptions, as people would write them.
    fn written(spread: &Spread) -> Vec<String> {
        let places = spread.exceptions.iter().map(|(place, value)| {
            let place = match place {
                Place::Folder(folder) => format!("/{folder}*"),
                Place::File(path) => format!("/{path}"),
            };
            format!("{place} {}", value.as_deref().unwrap_or("-"))
        });
        places.collect()
    }

    const SITE: [(&str, &str); 7] = [
        ("a.html", "1"),
        ("a/b/1.png", "2"),
        ("a/b/2.png", "2"),
        ("a/c.html", "1"),
        ("data/x.csv", ""),
        ("index.html", "1"),
        ("z/y/x.html", "1"),
    ];

    #[test]
    fn folders_are_named_where_all_of_them_agree() {
        let answers = answers(&SITE);
        let from_nothing = Spread::from("H", &answers, None);
        let places = [
            "/a/b/* 2",
            "/z/* 1",
            "/a.html 1",
            "/a/c.html 1",
            "/index.html 1",
        ];
        assert_eq!(written(&from_nothing), places);
        let from_the_usual = Spread::of("H", &answers);
        assert_eq!(from_the_usual.usual.as_deref(), Some("1"));
        assert_eq!(written(&from_the_usual), ["/a/b/* 2", "/data/* -"]);
    }

    #[test]
    fn what_all_files_have_is_said_once() {
        let answers = answers(&[("a/b.html", "1"), ("index.html", "1")]);
        assert_eq!(written(&Spread::from("H", &answers, None)), ["/* 1"]);
        assert_eq!(written(&Spread::of("H", &answers)), [""; 0]);
    }

    #[test]
    fn every_file_is_in_one_place_and_has_its_value_there() {
        let answers = answers(&SITE);
        let spread = Spread::from("H", &answers, None);
        for (path, headers) in &answers {
            let holds = |place: &&Place| match place {
                Place::Folder(folder) => path.as_str().starts_with(folder),
                Place::File(file) => file == path,
            };
            let values = spread.exceptions.iter().filter(|(place, _)| holds(place));
            let values: Vec<_> = values.filter_map(|(_, value)| value.as_ref()).collect();
            assert_eq!(
                values,
                headers.get("H").into_iter().collect::<Vec<_>>(),
                "{path}"
            );
        }
    }
}
