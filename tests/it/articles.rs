//! What is proposed of articles, measured: recall and precision on the dossier's article and on others that were annotated before
//! it was run on them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use warraq::arabic::name_key;
use warraq::article::{self, Article, Kind, Proposal};

use crate::site::repository;

/// An article with what a person says is in it: lists of names, of which those with `?` may be found or not.
struct Annotated {
    name: &'static str,
    article: Article,
    rows: Vec<(String, String, String)>,
}

/// Found of those there are, and right of those found.
#[derive(Default, Clone, Copy)]
struct Score {
    there: usize,
    found: usize,
    proposed: usize,
    right: usize,
}

impl Score {
    fn recall(self) -> f64 {
        ratio(self.found, self.there)
    }

    fn precision(self) -> f64 {
        ratio(self.right, self.proposed)
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    match whole {
        0 => 1.0,
        whole => f64::from(u32::try_from(part).unwrap()) / f64::from(u32::try_from(whole).unwrap()),
    }
}

/// The articles, by when they were annotated: on each but the first, the rules were run before anything was made for it.
const ROUNDS: [&[&str]; 7] = [
    &[
        "flagship",
        "economy",
        "sport",
        "health",
        "culture",
        "ruling",
        "water",
        "fever",
        "bridge",
        "stadium",
        "museum",
        "sardine",
        "rail",
        "cinema",
        "dates",
        "verdict",
        "hydrogen",
        "athletics",
        "hepatitis",
        "theatre",
        "appeal",
        "visit",
        "olives",
        "floods",
        "transfer",
        "gasfield",
        "election",
        "resolution",
    ],
    &[
        "chips",
        "tomb",
        "fishing",
        "smuggling",
        "festival",
        "vaccines",
        "heatwave",
        "schools",
        "port",
        "refugees",
        "marathon",
        "locusts",
    ],
    &[
        "council",
        "jeddah",
        "communique",
        "lease",
        "climate",
        "labour",
        "asiancup",
        "clinic",
        "datacentre",
        "heritage",
    ],
    &["desal", "ceasefire", "bookfair", "grain"],
    &["argan", "cycling", "kidney", "manuscripts", "expropriation"],
    &[
        "summit",
        "tenancy",
        "screening",
        "baalbek",
        "octopus",
        "federation",
    ],
    &["tubas", "alula"],
];

/// Adds what was counted of one to a sum.
impl std::ops::AddAssign for Score {
    fn add_assign(&mut self, other: Self) {
        self.there += other.there;
        self.found += other.found;
        self.proposed += other.proposed;
        self.right += other.right;
    }
}

fn names() -> impl Iterator<Item = &'static str> {
    ROUNDS.into_iter().flatten().copied()
}

/// The dossier's own article as a text file, from the entry that holds it.
fn flagship() -> String {
    let text = fs::read_to_string(repository().join("content/source/article.toml")).unwrap();
    let entry: toml::Table = text.parse().unwrap();
    let paragraphs = entry["paragraphs"].as_array().unwrap().iter();
    let paragraphs = paragraphs.map(|one| one["text"].as_str().unwrap());
    let front = [
        entry["byline"].as_str().unwrap(),
        entry["title"].as_str().unwrap(),
    ];
    let lines: Vec<&str> = front.into_iter().chain(paragraphs).collect();
    lines.join("\n")
}

fn annotated(name: &'static str) -> Annotated {
    let folder = repository().join("tests/it/articles/gold");
    let text = match name {
        "flagship" => flagship(),
        name => fs::read_to_string(folder.join(format!("{name}.txt"))).unwrap(),
    };
    let gold = fs::read_to_string(folder.join(format!("{name}.gold"))).unwrap();
    let rows = gold.lines().map(|line| {
        let mut cells = line.split('\t').map(str::to_owned);
        let mut next = || cells.next().unwrap_or_default();
        (next(), next(), next())
    });
    Annotated {
        name,
        article: article::read("article.txt", text.as_bytes()).unwrap(),
        rows: rows.collect(),
    }
}

impl Annotated {
    fn of<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a str> {
        self.rows
            .iter()
            .filter(move |row| row.0 == kind)
            .map(|row| row.1.as_str())
    }

    /// Whether each party that an agreement has is one of those proposed for it.
    fn parties(&self, proposals: &[Proposal]) -> Vec<bool> {
        let rows = self.rows.iter().filter(|row| row.0 == "accord");
        let of_one = |(_, name, parties): &(String, String, String)| -> Vec<bool> {
            let mut accords = of(proposals, Kind::Accord).into_iter();
            let accord = accords.find(|one| name_key(&one.name) == name_key(name));
            let found = accord.map_or(&[][..], |one| &one.parties);
            let found: BTreeSet<String> = found
                .iter()
                .map(|at| name_key(&proposals[*at].name))
                .collect();
            let there = parties.split('|').filter(|one| !one.is_empty());
            there.map(|one| found.contains(&name_key(one))).collect()
        };
        rows.flat_map(of_one).collect()
    }

    fn score(&self, kind: &str, proposed: &[&Proposal]) -> Score {
        let optional = format!("{kind}?");
        let there: BTreeSet<String> = self.of(kind).map(name_key).collect();
        let allowed: BTreeSet<String> = self.of(&optional).map(name_key).collect();
        let proposed: BTreeSet<String> = proposed.iter().map(|one| name_key(&one.name)).collect();
        let right = proposed.intersection(&there).count();
        let counted: Vec<_> = proposed
            .iter()
            .filter(|one| !allowed.contains(*one))
            .collect();
        let missed: Vec<_> = there.difference(&proposed).collect();
        let wrong: Vec<_> = counted
            .iter()
            .filter(|one| !there.contains(**one))
            .collect();
        if !missed.is_empty() || !wrong.is_empty() {
            println!(
                "  {}: {kind}: missed {missed:?}, wrong {wrong:?}",
                self.name
            );
        }
        Score {
            there: there.len(),
            found: right,
            proposed: counted.len(),
            right,
        }
    }
}

fn of(proposals: &[Proposal], kind: Kind) -> Vec<&Proposal> {
    proposals.iter().filter(|one| one.kind == kind).collect()
}

#[test]
fn proposals_find_what_people_find() {
    let kinds = [
        ("place", Kind::Place, 0.985),
        ("body", Kind::Body, 0.96),
        ("accord", Kind::Accord, 0.95),
        ("date", Kind::Date, 1.0),
        ("person", Kind::Person, 0.96),
    ];
    let mut sums: BTreeMap<(Option<usize>, &str), Score> = BTreeMap::new();
    let mut parties: Vec<bool> = Vec::new();
    for name in names() {
        let annotated = annotated(name);
        let proposals = article::propose(&annotated.article);
        for (kind, of_kind, _) in kinds {
            let score = annotated.score(kind, &of(&proposals, of_kind));
            println!(
                "{name:9} {kind:7} recall {:.2} ({}), precision {:.2} ({})",
                score.recall(),
                score.there,
                score.precision(),
                score.proposed
            );
            let round = ROUNDS.iter().position(|round| round.contains(&name));
            *sums.entry((None, kind)).or_default() += score;
            *sums.entry((round, kind)).or_default() += score;
        }
        for (kind, quote, iso) in annotated.rows.iter().filter(|row| row.0 == "date") {
            // One that is missed is counted above.
            let Some(found) = proposals.iter().find(|one| one.name == *quote) else {
                continue;
            };
            let detail = found.detail.as_deref().unwrap_or_default();
            assert_eq!(detail, iso, "{name}: {kind} {quote}");
        }
        // «وزير» keeps its first letter.
        for person in of(&proposals, Kind::Person) {
            let role = person.about.as_ref().map_or("", |role| role.quote.as_str());
            assert!(
                !role.starts_with("زير") && !role.starts_with("وو"),
                "{name}: {role}"
            );
        }
        parties.extend(annotated.parties(&proposals));
        let topics = of(&proposals, Kind::Topic);
        println!(
            "{name:9} topic   {} proposed: {}",
            topics.len(),
            topics
                .iter()
                .map(|one| one.name.as_str())
                .collect::<Vec<_>>()
                .join("، ")
        );
    }
    let right = parties.iter().filter(|right| **right).count();
    println!("parties {right} of {}", parties.len());
    assert!(right * 100 >= parties.len() * 91);
    for ((round, kind), sum) in &sums {
        let round = round.map_or("all".to_owned(), |round| format!("round {}", round + 1));
        println!(
            "{round:9} {kind:7} recall {:.3} of {}, precision {:.3} of {}",
            sum.recall(),
            sum.there,
            sum.precision(),
            sum.proposed
        );
    }
    for (kind, _, least) in kinds {
        let sum = sums[&(None, kind)];
        assert!(sum.recall() >= least && sum.precision() >= least, "{kind}");
    }
}

#[test]
fn articles_are_read_as_people_read_them() {
    for name in names() {
        let annotated = annotated(name);
        let article = &annotated.article;
        assert_eq!(
            annotated.of("title").next(),
            Some(article.title.as_str()),
            "{name}"
        );
        assert_eq!(
            annotated.of("byline").next(),
            article.byline.as_deref(),
            "{name}"
        );
        assert_eq!(
            annotated.of("paragraphs").next(),
            Some(article.paragraphs.len().to_string().as_str()),
            "{name}"
        );
        let headings: Vec<&str> = article
            .paragraphs
            .iter()
            .filter_map(|one| one.heading.as_deref())
            .collect();
        assert_eq!(
            annotated.of("heading").collect::<Vec<_>>(),
            headings,
            "{name}"
        );
    }
}

#[test]
fn quotations_have_their_speakers() {
    for name in names() {
        let annotated = annotated(name);
        let proposals = article::propose(&annotated.article);
        let optional: Vec<&str> = annotated.of("quote?").collect();
        let found: Vec<(&str, &str)> = of(&proposals, Kind::Quotation)
            .iter()
            .map(|one| (one.mentions[0].quote.as_str(), one.name.as_str()))
            .filter(|(said, _)| !optional.contains(said))
            .collect();
        let rows = annotated.rows.iter().filter(|row| row.0 == "quote");
        let there: Vec<(&str, &str)> = rows
            .map(|(_, said, who)| (said.as_str(), who.as_str()))
            .collect();
        assert_eq!(found.len(), there.len(), "{name}: {found:?}");
        for ((said, who), (expected, function)) in found.iter().zip(there) {
            assert_eq!(*said, expected);
            assert!(who.starts_with(function), "{who}");
        }
    }
}
