//! Ids of headings, each once in its document.

use std::collections::BTreeMap;

/// The ids given so far, with how many headings asked for each.
#[derive(Default)]
pub(super) struct Ids(BTreeMap<String, usize>);

impl Ids {
    /// `wanted`, or the first of `wanted-2`, `wanted-3` … that is free.
    pub(super) fn unique(&mut self, wanted: String) -> String {
        let mut askers = self.0.get(&wanted).copied().unwrap_or_default();
        let unique = loop {
            askers += 1;
            let candidate = match askers {
                1 => wanted.clone(),
                n => format!("{wanted}-{n}"),
            };
            if !self.0.contains_key(&candidate) {
                break candidate;
            }
        };
        self.0.insert(unique.clone(), 1);
        self.0.insert(wanted, askers);
        unique
    }
}

#[cfg(test)]
mod tests {
    use super::Ids;

    #[test]
    fn every_heading_has_its_own() {
        let mut ids = Ids::default();
        let wanted = ["a", "a", "a-2", "a", "a-2", "b"];
        let given = wanted.map(|id| ids.unique(id.to_owned()));
        assert_eq!(given, ["a", "a-2", "a-2-2", "a-3", "a-2-3", "b"]);
    }
}
