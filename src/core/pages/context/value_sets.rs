//! The values of a site, for each of the ways in which its templates ask for bodies: a page is given no more of them
//! than its template asks for, and hangs on no more.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::bodies::{Asked, Texts};
use super::values::Values;
use crate::graph::Site;
use crate::markdown::Body;
use crate::pages::holes::Holes;

/// The values of a site.
pub(in crate::pages) struct ValueSets {
    site: Arc<Site>,
    texts: Arc<Texts>,
    sets: BTreeMap<Asked, Arc<Values>>,
}

impl ValueSets {
    /// Of a site that was not rendered yet.
    pub(in crate::pages) fn none(site: &Arc<Site>) -> Self {
        Self {
            site: site.clone(),
            texts: Arc::default(),
            sets: BTreeMap::new(),
        }
    }

    /// The values for templates that ask this. Of the `last` run, if this one is kept as well, those are taken that would
    /// come out the same.
    pub(in crate::pages) fn new(
        site: &Arc<Site>,
        bodies: &[Arc<Body>],
        asked: impl Iterator<Item = Asked>,
        last: Option<&Self>,
    ) -> Self {
        let mut sets: BTreeMap<Asked, Option<Arc<Values>>> =
            asked.map(|asked| (asked, None)).collect();
        let mut all = Asked::default();
        for asked in sets.keys() {
            all.add(asked);
        }
        let texts_of_last = last.map(|last| &*last.texts);
        let texts = Arc::new(Texts::new(site, &all, bodies, texts_of_last));
        let last = last.filter(|last| Arc::ptr_eq(&last.site, site));
        let same_texts = last.is_some_and(|last| last.texts.say_the_same(&texts));
        for (asked, values) in &mut sets {
            let known = last.and_then(|last| last.sets.get(asked));
            *values = known.filter(|_| same_texts || asked.of.is_empty()).cloned();
        }
        let sets = sets.into_iter().map(|(asked, values)| {
            let new = || Arc::new(Values::new(site.clone(), asked.clone(), texts.clone()));
            let values = values.unwrap_or_else(new);
            (asked, values)
        });
        Self {
            sets: sets.collect(),
            site: site.clone(),
            texts,
        }
    }

    /// The values for templates that ask this.
    ///
    /// # Panics
    /// When nobody said that some would.
    pub(in crate::pages) fn of(&self, asked: &Asked) -> (&Asked, &Values) {
        let found = self.sets.get_key_value(asked);
        let (asked, values) = found.expect("every template of a recipe is asked for");
        (asked, values)
    }

    /// The same values, with other digests where they have a hole.
    pub(in crate::pages) fn marked(&self, holes: &Holes) -> Self {
        let sets = self.sets.iter();
        let sets = sets.map(|(asked, values)| (asked.clone(), Arc::new(values.marked(holes))));
        Self {
            site: self.site.clone(),
            texts: self.texts.clone(),
            sets: sets.collect(),
        }
    }

    pub(in crate::pages) fn each(&self) -> impl Iterator<Item = (&Asked, &Arc<Values>)> {
        self.sets.iter()
    }
}
