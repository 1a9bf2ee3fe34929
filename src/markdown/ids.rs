//! Ids of headings, each once in its document.

use std::collections::BTreeMap;

use crate::arabic::bare;

/// The ids given so far, without what a spelling may leave out, each with the heading that has it.
#[derive(Default)]
pub(super) struct Ids(BTreeMap<String, String>);

impl Ids {
    /// Gives `wanted` to the heading of this title. Where another has it, the answer is that heading's title and an
    /// id that is free, so that the page can be made and the rest of its problems be found.
    pub(super) fn give(&mut self, wanted: String, title: &str) -> Result<String, (String, String)> {
        let Some(other) = self.0.get(&bare(&wanted)).cloned() else {
            self.0.insert(bare(&wanted), title.to_owned());
            return Ok(wanted);
        };
        let numbered = (2_usize..).map(|n| format!("{wanted}-{n}"));
        let mut free = numbered.skip_while(|id| self.0.contains_key(&bare(id)));
        let free = free.next().unwrap_or_default();
        self.0.insert(bare(&free), title.to_owned());
        Err((other, free))
    }
}

#[cfg(test)]
mod tests {
    use super::Ids;

    #[test]
    fn no_id_is_given_twice() {
        let mut ids = Ids::default();
        let mut give = |wanted: &str, title: &str| ids.give(wanted.to_owned(), title);
        let taken = |by: &str, free: &str| Err((by.to_owned(), free.to_owned()));
        assert_eq!(give("a", "first"), Ok("a".to_owned()));
        assert_eq!(give("a", "second"), taken("first", "a-2"));
        assert_eq!(give("a-2", "third"), taken("second", "a-2-2"));
        assert_eq!(give("a", "fourth"), taken("first", "a-3"));
        assert_eq!(give("b", "fifth"), Ok("b".to_owned()));
        assert_eq!(give("كتاب", "plain"), Ok("كتاب".to_owned()));
        assert_eq!(give("كِتاب", "signed"), taken("plain", "كِتاب-2"));
        assert_eq!(give("ورّاق", "sixth"), Ok("ورّاق".to_owned()));
        assert_eq!(give("وراق", "seventh"), taken("sixth", "وراق-2"));
    }
}
