//! Proposals that are one: a body or an agreement that is told again by a shorter name.

use std::collections::BTreeSet;

use super::List;
use crate::arabic::name_key;
use crate::article::proposal::Kind;

impl List {
    /// «الأمم المتحدة» is the body that is «منظمة الأمم المتحدة» elsewhere.
    pub(super) fn join_bodies(&mut self) {
        let bodies: Vec<(String, usize)> = self
            .by_key
            .iter()
            .filter(|((kind, _), _)| *kind == Kind::Body)
            .map(|((_, key), at)| (key.clone(), *at))
            .collect();
        let mut gone = BTreeSet::new();
        for (key, at) in &bodies {
            let mut heads = ["مجموعه", "منظمه", "هيءه", "هيئه", "شركه", "قوات"].into_iter();
            // «إيني» is «شركة إيني الإيطالية» elsewhere.
            let whole = heads.find_map(|head| {
                let start = format!("{head} {key}");
                let (other, at) = self.bodies_from(&start).next()?;
                let is_more = head == "شركه" && other[start.len()..].starts_with(' ');
                (other.len() == start.len() || is_more).then_some(at)
            });
            // «محكمة النقض بالرباط» is «محكمة النقض» elsewhere.
            let shorter = key
                .rsplit_once(" ب")
                .filter(|(name, place)| name.contains(' ') && !place.contains(' '))
                .and_then(|(name, _)| self.by_key.get(&(Kind::Body, name.to_owned())))
                .copied();
            // «مجلس الجهة» is «مجلس جهة طنجة» told again.
            let again: Vec<&str> = self.all[*at].name.split(' ').skip(1).collect();
            let is_retold = |(_, at): &(&str, usize)| {
                let words = self.all[*at].name.split(' ').skip(1);
                let mut pairs = again.iter().zip(words);
                pairs.any(|(again, word)| again.strip_prefix("ال") == Some(word))
            };
            let start = format!("{key} ");
            let retold = self.bodies_from(&start).find(is_retold);
            let retold = retold.map(|(_, at)| at);
            if let Some(whole) = whole.or(shorter).or(retold) {
                let mentions = std::mem::take(&mut self.all[*at].mentions);
                self.all[whole].mentions.extend(mentions);
                self.by_key.insert((Kind::Body, key.clone()), whole);
                gone.insert(*at);
            }
        }
        self.remove(&gone);
    }

    /// The bodies whose keys begin with the same letters.
    fn bodies_from<'a>(&'a self, start: &'a str) -> impl Iterator<Item = (&'a str, usize)> {
        let bodies = self.by_key.range((Kind::Body, start.to_owned())..);
        let bodies = bodies.map(|((kind, key), at)| (*kind, key.as_str(), *at));
        bodies
            .take_while(move |(kind, key, _)| *kind == Kind::Body && key.starts_with(start))
            .map(|(_, key, at)| (key, at))
    }

    /// «اتفاق جوبا» is the one that is «اتفاق جوبا للسلام» elsewhere, and «مذكرة تفاهم» may be any.
    pub(super) fn join_accords(&mut self) {
        let accords: Vec<(usize, String)> = self
            .all
            .iter()
            .enumerate()
            .filter(|(_, one)| one.kind == Kind::Accord)
            .map(|(at, one)| (at, name_key(&one.name)))
            .collect();
        let mut gone = BTreeSet::new();
        for (at, key) in &accords {
            let one = &self.all[*at];
            let kind = one.detail.as_deref().map(name_key).unwrap_or_default();
            let is_told = one.name.contains(" ال") || !one.parties.is_empty();
            let is_more = key.len() > kind.len() + 1 && (is_told || self.is_by_place(&one.name));
            let start = format!("{key} ");
            let whole = accords
                .iter()
                .filter(|(_, other)| is_more && other.starts_with(&start))
                .map(|(at, _)| *at)
                .find(|at| !gone.contains(at));
            let Some(whole) = whole else { continue };
            let mentions = std::mem::take(&mut self.all[*at].mentions);
            self.all[whole].mentions.extend(mentions);
            gone.insert(*at);
        }
        self.by_key
            .retain(|(kind, _), at| *kind != Kind::Accord || !gone.contains(at));
        self.remove(&gone);
    }

    /// Whether the last word of a name is a place that was found: «اتفاق جوبا».
    fn is_by_place(&self, name: &str) -> bool {
        let last = name.rsplit(' ').next().map(name_key).unwrap_or_default();
        let mut places = self.all.iter().filter(|one| one.kind == Kind::Place);
        places.any(|place| name_key(&place.name) == last)
    }

    /// Takes proposals out of the list. None that are left have parties among them, or behind them.
    fn remove(&mut self, gone: &BTreeSet<usize>) {
        let mut number = 0;
        let places: Vec<usize> = (0..self.all.len())
            .map(|at| {
                number += usize::from(!gone.contains(&at));
                number.saturating_sub(1)
            })
            .collect();
        let mut at = 0;
        self.all.retain(|_| {
            at += 1;
            !gone.contains(&(at - 1))
        });
        for place in self.by_key.values_mut() {
            *place = places[*place];
        }
    }
}
