//! The last result of a stage, kept with the key it was computed for: for an equal key the stage does not run again.
//! Results are kept with their diagnostics, so that a warning is told in every run.

use std::sync::Arc;

use crate::diagnostic::Checked;

/// A stage's last result, with its key.
#[derive(Debug)]
pub(crate) struct Memo<K, V>(Option<(K, Checked<V>)>);

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self(None)
    }
}

impl<K: PartialEq, V: Clone> Memo<K, V> {
    /// The last result if the key equals the last one, else what `compute` gives.
    pub(crate) fn get_or_compute(
        &mut self,
        key: K,
        compute: impl FnOnce() -> Checked<V>,
    ) -> Checked<V> {
        match &self.0 {
            Some((last, value)) if *last == key => value.clone(),
            _ => {
                let value = compute();
                self.0 = Some((key, value.clone()));
                value
            }
        }
    }

    /// Forgets the result.
    pub(crate) fn forget(&mut self) {
        self.0 = None;
    }
}

/// A shared value that equals itself and no other: for what is too large to be compared.
#[derive(Debug)]
pub(crate) struct ByPointer<T>(pub(crate) Arc<T>);

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
    use super::*;
    use crate::diagnostic::Diagnostic;

    #[test]
    fn the_same_question_is_answered_once_and_with_its_warnings() {
        let mut last = Memo::default();
        let mut asked = 0;
        for (question, expected) in [(1, 1), (1, 1), (2, 2), (1, 3)] {
            let answer = last.get_or_compute(question, || {
                asked += 1;
                let warning = Diagnostic::warning("W208", "it is asked");
                Checked::new(Arc::new(asked), vec![warning])
            });
            assert_eq!(*answer.value, expected);
            assert_eq!(answer.diagnostics.len(), 1);
        }
    }
}
