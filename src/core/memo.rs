//! The last result of a stage, kept with the key it was computed for: for an equal key the stage does not run again.
//! Results are kept with their diagnostics, so that a warning is told in every run.

use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::Checked;
use crate::parallel::FILES_AT_A_TIME;
use crate::source::Source;

/// A stage's last result, with its key.
#[derive(Debug)]
pub(crate) struct Memo<K, V>(Option<(K, Checked<V>)>);

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self(None)
    }
}

impl<K, V: Clone> Memo<K, V> {
    /// The last result if the key equals the last one, else what `compute` gives.
    pub(crate) fn get_or_compute(
        &mut self,
        key: K,
        compute: impl FnOnce() -> Checked<V>,
    ) -> Checked<V>
    where
        K: PartialEq,
    {
        self.get_or_compute_unless(key, |last, key, _| last != key, |_| compute())
    }

    /// The last result unless it `differs` for the new key, else what `compute` gives. `differs` is asked with the last
    /// key, the new one and the last result. The new key takes the place of the last one in either case, so that what is
    /// costly to compare is compared once: next time it is the same by its pointer.
    pub(crate) fn get_or_compute_unless(
        &mut self,
        key: K,
        differs: impl FnOnce(&K, &K, &Checked<V>) -> bool,
        compute: impl FnOnce(&K) -> Checked<V>,
    ) -> Checked<V> {
        let last = self.0.take();
        let last = last.filter(|(last, value)| !differs(last, &key, value));
        let value = last.map_or_else(|| compute(&key), |(_, value)| value);
        self.0 = Some((key, value.clone()));
        value
    }
}

impl<K, V> Memo<K, V> {
    /// The last result.
    pub(crate) fn last(&self) -> Option<&V> {
        self.0.as_ref().map(|(_, checked)| &checked.value)
    }
}

/// The last results of a stage that runs on every source alone, in the order of their paths.
#[derive(Debug)]
pub(crate) struct MemoBySource<V>(Vec<(Source, V)>);

impl<V> Default for MemoBySource<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V: Send> MemoBySource<V> {
    /// The results for these sources, which come in the order of their paths: the last ones for those that are as they were,
    /// else what `compute` gives, in parallel.
    pub(crate) fn get_or_compute(
        &mut self,
        sources: impl Iterator<Item = Source>,
        compute: impl Fn(&Source) -> V + Sync,
    ) -> impl Iterator<Item = &V> {
        let mut known = std::mem::take(&mut self.0).into_iter().peekable();
        let sources = sources.map(|source| {
            let is_before = |(known, _): &(Source, V)| known.path() < source.path();
            while known.next_if(is_before).is_some() {}
            let value = known.next_if(|(known, _)| *known == source);
            (source, value.map(|(_, value)| value))
        });
        let sources: Vec<_> = sources.collect();
        let sources = sources.into_par_iter().with_max_len(FILES_AT_A_TIME);
        let values = sources.map(|(source, value)| {
            let value = value.unwrap_or_else(|| compute(&source));
            (source, value)
        });
        self.0 = values.collect();
        self.0.iter().map(|(_, value)| value)
    }
}

/// A shared value that equals itself and no other: for what is too large to be compared.
#[derive(Debug)]
pub(crate) struct ByPointer<T>(pub Arc<T>);

impl<T> ByPointer<T> {
    pub(crate) fn new(value: &Arc<T>) -> Self {
        Self(value.clone())
    }
}

impl<T> PartialEq for ByPointer<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Clone for ByPointer<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

/// Lets a value go beside other work: to free what a large site was made of takes longer than to render the one
/// page that changed.
pub(crate) fn retire<T: Send + 'static>(value: T) {
    rayon::spawn(move || drop(value));
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::diagnostic::Diagnostic;
    use crate::locale::Text;
    use crate::path::SourcePath;

    #[test]
    fn the_same_question_is_answered_once_and_with_its_warnings() {
        let mut last = Memo::default();
        let mut asked = 0;
        for (question, expected) in [(1, 1), (1, 1), (2, 2), (1, 3)] {
            let answer = last.get_or_compute(question, || {
                asked += 1;
                let warning = Diagnostic::warning("W208", Text::verbatim("it is asked"));
                Checked::new(Arc::new(asked), vec![warning])
            });
            assert_eq!(*answer.value, expected);
            assert_eq!(answer.diagnostics.len(), 1);
        }
    }

    #[test]
    fn the_last_key_is_the_one_compared_with() {
        let mut memo = Memo::default();
        let mut compared = Vec::new();
        for key in [1, 3, 5, 6, 8] {
            let is_odd = memo.get_or_compute_unless(
                key,
                |last, key, _| {
                    compared.push((*last, *key));
                    last % 2 != key % 2
                },
                |key| Checked::new(key % 2 == 1, Vec::new()),
            );
            assert_eq!(is_odd.value, key % 2 == 1);
        }
        assert_eq!(compared, [(1, 3), (3, 5), (5, 6), (6, 8)]);
    }

    #[test]
    fn of_many_sources_those_that_changed_are_computed() {
        let mut memo = MemoBySource::default();
        let mut computed = |files: &[(&str, &str)]| {
            let files = files.iter();
            let sources: Vec<_> = files
                .map(|(name, text)| {
                    let path = SourcePath::new(&format!("{name}.md"));
                    Source::new(path, text.as_bytes().to_vec())
                })
                .collect();
            let times = AtomicUsize::new(0);
            let texts = memo.get_or_compute(sources.into_iter(), |source| {
                times.fetch_add(1, Ordering::SeqCst);
                source.text().to_owned()
            });
            let texts = texts.cloned().collect::<Vec<_>>().join(" ");
            (texts, times.into_inner())
        };
        assert_eq!(computed(&[("a", "1"), ("c", "3")]), ("1 3".to_owned(), 2));
        assert_eq!(computed(&[("a", "1"), ("c", "3")]), ("1 3".to_owned(), 0));
        let more = [("a", "4"), ("b", "2"), ("c", "3"), ("d", "3")];
        assert_eq!(computed(&more), ("4 2 3 3".to_owned(), 3));
        assert_eq!(computed(&[("b", "2"), ("d", "3")]), ("2 3".to_owned(), 0));
        assert_eq!(computed(&[]), (String::new(), 0));
        assert_eq!(computed(&[("b", "2")]), ("2".to_owned(), 1));
    }
}
