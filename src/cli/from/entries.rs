//! Proposals as the files of entries.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::article::{Article, Kind, Mention, Proposal};
use crate::locale::{Language, Text, text};
use crate::source::quoted;

/// The most places that an entry lists where it stands in the article.
const MOST: usize = 24;

/// Where the article goes.
const SOURCE: &str = "content/source/article.toml";

/// The isolates of a text's arguments. In a file they would be letters that nobody sees.
const ISOLATES: [char; 2] = ['\u{2068}', '\u{2069}'];

pub(super) struct Entries<'a> {
    pub(super) article: &'a Article,
    pub(super) proposals: &'a [Proposal],
    pub(super) language: Language,
}

/// The folders, by kind. They are no words of the program.
static FOLDERS: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    let rows = include_str!("folders.tsv").lines();
    rows.filter_map(|row| row.split_once('\t')).collect()
});

/// The folder of a kind.
fn folder(kind: Kind) -> &'static str {
    let name = match kind {
        Kind::Place => "place",
        Kind::Body => "body",
        Kind::Accord => "accord",
        Kind::Topic => "topic",
        Kind::Date => "date",
        Kind::Figure => "figure",
        Kind::Quotation => "quotation",
        Kind::Person => "person",
    };
    FOLDERS[name]
}

/// The field of an agreement that names a place.
const PLACE_OF_ACCORD: &str = "place-of-accord";

fn cite(mention: &Mention) -> String {
    format!(
        "{{ p = {}, quote = [{}] }}",
        mention.paragraph,
        quoted(&mention.quote)
    )
}

impl Entries<'_> {
    /// All files of entries: where each goes, and what it holds.
    pub(super) fn all(
        &self,
        silenced: &BTreeMap<String, BTreeSet<&'static str>>,
    ) -> Vec<(String, Vec<u8>)> {
        let line = |path: &str| {
            silenced
                .get(path)
                .map_or(String::new(), |codes| self.silence(codes))
        };
        let source = (SOURCE.to_owned(), self.source(&line(SOURCE)).into_bytes());
        let entries = self.proposals.iter().enumerate().map(|(at, proposal)| {
            let path = format!("content/{}/{}.toml", folder(proposal.kind), proposal.slug);
            let text = self.entry(at, proposal, &line(&path));
            (path, text.into_bytes())
        });
        std::iter::once(source).chain(entries).collect()
    }

    fn silence(&self, codes: &BTreeSet<&'static str>) -> String {
        let reason = quoted(&self.words(&text!("article-as-printed")));
        let rules = codes
            .iter()
            .map(|code| format!("{{ rule = \"{code}\", reason = {reason} }}"));
        format!("silence = {}\n", list(rules))
    }

    /// The article as the source of the site.
    fn source(&self, silenced: &str) -> String {
        let article = self.article;
        let mut file = format!("title = {}\nslug = \"article\"\n", quoted(&article.title));
        let count = article.paragraphs.len();
        file.push_str(&format!(
            "description = {}\n",
            quoted(&format!("نص المقال كما نشر، وعدد فقراته المرقمة {count}."))
        ));
        if let Some(byline) = &article.byline {
            file.push_str(&format!("byline = {}\n", quoted(byline)));
        }
        if !article.lines.is_empty() {
            file.push_str(&format!(
                "lines = {}\n",
                list(article.lines.iter().map(|line| quoted(line)))
            ));
        }
        file.push_str(silenced);
        for paragraph in &article.paragraphs {
            file.push_str(&format!("\n[[paragraphs]]\nn = {}\n", paragraph.n));
            if let Some(heading) = &paragraph.heading {
                file.push_str(&format!("heading = {}\n", quoted(heading)));
            }
            let sentences = paragraph.sentences.iter().map(|sentence| quoted(sentence));
            file.push_str(&format!(
                "text = {}\nsentences = {}\n",
                quoted(&paragraph.text),
                list(sentences)
            ));
        }
        file
    }

    /// The file of a proposal.
    fn entry(&self, at: usize, proposal: &Proposal, silenced: &str) -> String {
        let mut file = format!("draft = true # {}\n", self.words(&text!("proposal-draft")));
        if proposal.is_slug_guessed && has_page(proposal.kind) {
            file.push_str(&format!("# {}\n", self.words(&text!("proposal-slug"))));
        }
        file.push_str(&format!(
            "slug = {}\ntitle = {}\n",
            quoted(&proposal.slug),
            quoted(&proposal.name)
        ));
        if has_page(proposal.kind) {
            file.push_str(&format!(
                "description = {}\n",
                quoted(&description(proposal))
            ));
        }
        // In the order of the article, with room between.
        file.push_str(&format!("order = {}\n", (at + 1) * 10));
        if let Some(first) = proposal.mentions.first()
            && matches!(proposal.kind, Kind::Place | Kind::Body | Kind::Accord)
        {
            let paragraph = first.paragraph;
            file.push_str(&format!("source = \"article\"\nparagraph = {paragraph}\n"));
        }
        self.details(proposal, &mut file);
        let (first, others) = proposal
            .mentions
            .split_first()
            .map_or((None, &[][..]), |(first, others)| (Some(first), others));
        if let Some(first) = first.filter(|_| proposal.kind != Kind::Accord) {
            file.push_str(&format!("attested = {}\n", cite(first)));
        }
        if !others.is_empty() {
            file.push_str(&format!(
                "elsewhere = {}\n",
                list(others.iter().take(MOST).map(cite))
            ));
        }
        file.push_str(silenced);
        file
    }

    /// What only one kind has.
    fn details(&self, proposal: &Proposal, file: &mut String) {
        let mut line = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                file.push_str(&format!("{name} = {value}\n"));
            }
        };
        let detail = proposal.detail.as_deref().map(quoted);
        match proposal.kind {
            Kind::Place => {
                line("kind", detail);
                let source = if proposal.is_name_ours {
                    "editorial"
                } else {
                    "article"
                };
                line("name_source", Some(quoted(source)));
            }
            Kind::Accord => {
                line("kind", detail);
                let parties = proposal
                    .parties
                    .iter()
                    .filter_map(|at| self.proposals.get(*at));
                let first = proposal.mentions.first();
                line("term", first.map(cite));
                line("full", first.map(|first| cite(&self.sentence(first))));
                line("subject", proposal.about.as_ref().map(cite));
                let place = parties.clone().find(|party| party.kind == Kind::Place);
                line(
                    FOLDERS[PLACE_OF_ACCORD],
                    place.map(|place| quoted(&place.slug)),
                );
                // The words that name the other side.
                let mut partner = parties.clone().filter(|party| party.kind == Kind::Body);
                let partner = partner.next_back().and_then(|party| {
                    let mut mentions = party.mentions.iter();
                    mentions.find(|one| first.is_some_and(|at| at.paragraph == one.paragraph))
                });
                line("partner_agency", partner.map(cite));
                let parties: Vec<String> = parties
                    .map(|party| quoted(&format!("{}/{}", folder(party.kind), party.slug)))
                    .collect();
                line(
                    "parties",
                    (!parties.is_empty()).then(|| list(parties.into_iter())),
                );
            }
            Kind::Person => line("role", proposal.about.as_ref().map(cite)),
            Kind::Date => line("iso", detail),
            Kind::Figure => line("unit", detail),
            Kind::Quotation => line("speaker", proposal.about.as_ref().map(cite)),
            Kind::Topic => line("note", proposal.mentions.first().map(note)),
            Kind::Body => {}
        }
    }

    /// The sentence in which words stand, or the words alone.
    fn sentence(&self, mention: &Mention) -> Mention {
        let mut paragraphs = self.article.paragraphs.iter();
        let paragraph = paragraphs.find(|one| one.n == mention.paragraph);
        let mut sentences = paragraph.iter().flat_map(|one| &one.sentences);
        let quote = sentences.find(|sentence| sentence.contains(&mention.quote));
        Mention {
            paragraph: mention.paragraph,
            quote: quote.unwrap_or(&mention.quote).clone(),
        }
    }

    fn words(&self, text: &Text) -> String {
        text.say(self.language).replace(ISOLATES, "")
    }
}

/// Words as prose that cites them.
fn note(mention: &Mention) -> String {
    let (words, n) = (&mention.quote, mention.paragraph);
    let label = match n {
        0 => "العنوان".to_owned(),
        n => n.to_string(),
    };
    quoted(&format!("«{words}» [{label}](cite:p{n})"))
}

fn list(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.collect();
    match items.as_slice() {
        [one] => format!("[{one}]"),
        _ => format!("[\n  {},\n]", items.join(",\n  ")),
    }
}

fn has_page(kind: Kind) -> bool {
    matches!(kind, Kind::Place | Kind::Body | Kind::Accord | Kind::Topic)
}

fn description(proposal: &Proposal) -> String {
    let places: Vec<usize> = proposal
        .mentions
        .iter()
        .map(|mention| mention.paragraph)
        .filter(|n| *n > 0)
        .collect();
    match places.first() {
        Some(n) => format!(
            "{}: ما ورد في المقال، وأول موضع له الفقرة {n}.",
            proposal.name
        ),
        None => format!("{}: ما ورد في عنوان المقال.", proposal.name),
    }
}
