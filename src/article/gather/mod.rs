//! An article to proposals: what was found in its paragraphs, gathered by what it names, each with its quotations.

mod joined;
mod parties;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::lexicon::is;
use super::proposal::{Kind, Mention, Proposal};
use super::reading::Reading;
use super::text::Article;
use super::words::bare;
use super::{accords, bodies, figures, people, places, quotations, slug, topics};
use crate::arabic::name_key;

/// What an article gives reason for, kind by kind, in the order of the article. The title is read for nothing else than
/// for names that the text has, too.
#[must_use]
pub fn propose(article: &Article) -> Vec<Proposal> {
    let readings = article
        .paragraphs
        .iter()
        .map(|one| Reading::of(one.n, &one.text));
    let readings: Vec<Reading<'_>> = readings.collect();
    // Words that the text opens with are no title, and say nothing twice.
    let title = if article.is_titled {
        &*article.title
    } else {
        ""
    };
    let title = Reading::of(0, title);
    let mut list = List::default();
    for reading in [&title].into_iter().chain(&readings) {
        for found in &reading.places {
            list.place(reading, found);
        }
    }
    for reading in [&title].into_iter().chain(&readings) {
        for found in &reading.bodies {
            list.body(reading, found);
        }
    }
    list.join_bodies();
    for reading in &readings {
        list.accords(reading);
    }
    list.join_accords();
    list.topics(&title, &readings);
    for reading in &readings {
        list.dates(reading);
        list.figures(reading);
        list.quotations(reading);
        list.people(reading);
    }
    list.number_slugs();
    // What stands in the text is cited before the title.
    for proposal in &mut list.all {
        proposal
            .mentions
            .sort_by_key(|mention| mention.paragraph == 0);
    }
    list.all
}

#[derive(Default)]
struct List {
    all: Vec<Proposal>,
    /// The place of each in the list, by kind and key.
    by_key: BTreeMap<(Kind, String), usize>,
}

impl List {
    /// The proposal of a key, new or known, with one more place where it stands.
    fn add(&mut self, kind: Kind, key: String, name: &str, mention: Mention) -> usize {
        let next = self.all.len();
        let at = *self.by_key.entry((kind, key)).or_insert(next);
        if at == next {
            let slug = slug::slug(name);
            let proposal = Proposal {
                kind,
                name: name.to_owned(),
                is_name_ours: false,
                slug,
                is_slug_guessed: true,
                detail: None,
                mentions: Vec::new(),
                parties: Vec::new(),
                about: None,
            };
            self.all.push(proposal);
        }
        let mentions = &mut self.all[at].mentions;
        if !mentions.contains(&mention) {
            mentions.push(mention);
        }
        at
    }

    fn place(&mut self, reading: &Reading<'_>, found: &places::Found) {
        let key = found.place.map_or_else(
            || name_key(found.name.as_deref().unwrap_or_default()),
            |place| place.slug.to_owned(),
        );
        let known = self.by_key.get(&(Kind::Place, key.clone())).copied();
        let name = found
            .name
            .clone()
            .or_else(|| found.place.map(|place| place.name.to_owned()));
        let name = name.unwrap_or_default();
        let mention = match &found.name {
            Some(name) => reading.of_name(found.from..found.to, name),
            None => reading.mention(found.from..found.to, reading.words[found.from].is_joined()),
        };
        let at = self.add(Kind::Place, key, &name, mention);
        let place = &mut self.all[at];
        // The noun is what it is called, and what is cited first.
        if found.name.is_some() && (known.is_none() || place.is_name_ours) {
            place.name = name;
            place.is_name_ours = false;
            if known.is_some()
                && let Some(mention) = place.mentions.pop()
            {
                place.mentions.insert(0, mention);
            }
        } else if found.name.is_some()
            && found
                .place
                .is_some_and(|known| name_key(known.name) == name_key(&name))
        {
            // «المملكة» of a name in full is left to where it stands.
            place.name = name;
        } else if known.is_none() {
            place.is_name_ours = true;
        }
        if let Some(known) = found.place {
            known.slug.clone_into(&mut place.slug);
            place.is_slug_guessed = false;
            place.detail = Some(known.kind.to_owned());
        }
    }

    fn body(&mut self, reading: &Reading<'_>, found: &bodies::Found) {
        let mention = reading.of_name(found.from..found.to, &found.name);
        self.add(Kind::Body, name_key(&found.name), &found.name, mention);
    }

    fn accords(&mut self, reading: &Reading<'_>) {
        let bodies = reading.bodies.iter().map(|found| found.from..found.to);
        // «الجمهورية الإسلامية الموريتانية» is a name, too.
        let realm = |found: &places::Found| {
            let near = (found.from.saturating_sub(2)..found.from).rev();
            near.take_while(|at| reading.words[at + 1].is_adjacent())
                .find(|at| is("realms", bare(reading.words[*at].unjoined())))
        };
        let places = reading.places.iter().filter_map(|found| match found.name {
            Some(_) => Some(found.from..found.to),
            None => Some(realm(found)?..found.to),
        });
        // «مع الدكتور أيمن عاشور»
        let people = reading.people.iter().filter_map(|found| {
            let title = found.from.checked_sub(1)?;
            let is_titled = is("titles", &reading.words[title].folded);
            is_titled.then_some(title..found.to)
        });
        let named: Vec<Range<usize>> = bodies.chain(places).chain(people).collect();
        for found in accords::accords(&reading.words, &named) {
            let parties: Vec<usize> = found
                .parties
                .iter()
                .flat_map(|range| {
                    let named = self.named_in(reading, range);
                    let again = named.is_empty().then(|| self.spoken_of(reading, range));
                    named.into_iter().chain(again.flatten())
                })
                .collect();
            let first = &reading.words[found.from];
            let mention = reading.mention(found.from..found.to, first.is_joined());
            let name = accords::name(first, &mention.quote);
            // An agreement is known by what it is and whom it binds; without parties, by its words.
            let key = if parties.is_empty() {
                name_key(&name)
            } else {
                format!("{} {} {parties:?}", found.kind, found.which)
            };
            let at = self.add(Kind::Accord, key, &name, mention);
            let accord = &mut self.all[at];
            accord.detail = Some(found.kind.to_owned());
            accord.parties = parties;
            let about = found.subject.map(|range| reading.mention(range, false));
            accord.about = accord.about.take().or(about);
        }
    }

    fn topics(&mut self, title: &Reading<'_>, readings: &[Reading<'_>]) {
        let phrases: Vec<Vec<topics::Found>> = readings
            .iter()
            .map(|reading| {
                let bodies = reading.bodies.iter().flat_map(|found| found.from..found.to);
                let places = reading.places.iter().flat_map(|found| found.from..found.to);
                topics::phrases(&reading.words, &bodies.chain(places).collect())
            })
            .collect();
        // What the title speaks of is spoken of once more.
        let titled = topics::phrases(&title.words, &BTreeSet::new());
        let chosen: BTreeSet<String> = topics::chosen(phrases.iter().flatten().chain(&titled))
            .into_iter()
            .collect();
        for (reading, phrases) in readings.iter().zip(&phrases) {
            for found in phrases {
                let Some(key) = found.key_in(&chosen) else {
                    continue;
                };
                let name = name_of_topic(reading, found, key);
                let mention = reading.of_name(found.from..found.to, &name);
                self.add(Kind::Topic, key.to_owned(), &name, mention);
            }
        }
    }

    fn dates(&mut self, reading: &Reading<'_>) {
        for found in &reading.dates {
            let mention =
                reading.mention(found.from..found.to, reading.words[found.from].is_joined());
            let name = mention.quote.clone();
            let key = found.iso.clone().unwrap_or_else(|| name.clone());
            let at = self.add(Kind::Date, key, &name, mention);
            let slug = found.iso.as_deref().map(|iso| {
                iso.trim_start_matches('-')
                    .replace("..", "-to-")
                    .replace("--", "")
            });
            if let Some(slug) = slug {
                self.all[at].slug = slug;
                self.all[at].is_slug_guessed = false;
            }
            self.all[at].detail.clone_from(&found.iso);
        }
    }

    fn figures(&mut self, reading: &Reading<'_>) {
        let dates = reading
            .dates
            .iter()
            .flat_map(|found| found.from..found.to)
            .collect();
        for found in figures::figures(&reading.words, &dates) {
            let mention =
                reading.mention(found.from..found.to, reading.words[found.from].is_joined());
            let name = mention.quote.clone();
            let unit =
                (found.to > found.unit).then(|| reading.mention(found.unit..found.to, false).quote);
            let at = self.add(
                Kind::Figure,
                format!("{} {name}", reading.n),
                &name,
                mention,
            );
            self.all[at].detail = unit;
        }
    }

    fn quotations(&mut self, reading: &Reading<'_>) {
        let names = reading.people.iter().map(|found| {
            let last = &reading.words[found.to - 1];
            reading.words[found.from].range.start..last.range.end
        });
        let names: Vec<Range<usize>> = names.collect();
        for found in quotations::quotations(reading.text, &names) {
            let quote = |range: &Range<usize>| Mention {
                paragraph: reading.n,
                quote: reading
                    .text
                    .get(range.clone())
                    .unwrap_or_default()
                    .to_owned(),
            };
            let (said, speaker) = (quote(&found.said), quote(&found.speaker));
            let at = self.add(Kind::Quotation, said.quote.clone(), &speaker.quote, said);
            self.all[at].about = Some(speaker);
        }
    }

    fn people(&mut self, reading: &Reading<'_>) {
        for found in &reading.people {
            let is_joined = people::is_joined_given(&reading.words[found.from]);
            let mention = reading.mention(found.from..found.to, is_joined);
            let name = mention.quote.clone();
            let at = self.add(Kind::Person, name_key(&name), &name, mention);
            let role = found.role.clone().map(|range| {
                // «ووزير» is و and «وزير».
                let is_joined = people::is_joined(&reading.words[range.start]);
                reading.mention(range, is_joined)
            });
            let person = &mut self.all[at];
            person.about = person.about.take().or(role);
        }
    }

    /// No two entries of a kind have one slug, and none has none.
    fn number_slugs(&mut self) {
        let mut used: BTreeSet<(Kind, String)> = BTreeSet::new();
        let mut next: BTreeMap<(Kind, String), usize> = BTreeMap::new();
        for proposal in &mut self.all {
            if proposal.slug.is_empty() {
                "entry".clone_into(&mut proposal.slug);
            }
            let mut slug = proposal.slug.clone();
            let number = next.entry((proposal.kind, slug.clone())).or_insert(2);
            while !used.insert((proposal.kind, slug.clone())) {
                slug = format!("{}-{number}", proposal.slug);
                *number += 1;
            }
            proposal.slug = slug;
        }
    }
}

/// The words of a phrase without particles in front.
fn name_of_topic(reading: &Reading<'_>, found: &topics::Found, key: &str) -> String {
    let first = &reading.words[found.from];
    let start = key.split(' ').next().unwrap_or_default();
    let article = format!("ال{start}");
    let reading_of = first
        .readings()
        .into_iter()
        .find(|reading| reading.rest == article || reading.rest == start);
    let first = reading_of.map_or_else(
        || first.text.to_owned(),
        |reading| super::words::without_particles(first.text, &reading),
    );
    format!("{first} {}", reading.words[found.to - 1].text)
}

#[cfg(test)]
mod tests;
