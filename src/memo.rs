//! The last answer of a stage, kept with what it was asked: asked the same again, the stage does not run.
//! Answers come with their diagnostics, so that a warning is said in every run.

use std::sync::Arc;

use crate::diagnostic::Checked;

/// A stage's last answer.
#[derive(Debug)]
pub(crate) struct Last<Q, A>(Option<(Q, Checked<A>)>);

impl<Q, A> Default for Last<Q, A> {
    fn default() -> Self {
        Self(None)
    }
}

impl<Q: PartialEq, A: Clone> Last<Q, A> {
    /// The last answer if the question is the last one, else a new one.
    pub(crate) fn answer(&mut self, question: Q, ask: impl FnOnce() -> Checked<A>) -> Checked<A> {
        match &self.0 {
            Some((last, answer)) if *last == question => answer.clone(),
            _ => {
                let answer = ask();
                self.0 = Some((question, answer.clone()));
                answer
            }
        }
    }

    /// Forgets the answer.
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
        let mut last = Last::default();
        let mut asked = 0;
        for (question, expected) in [(1, 1), (1, 1), (2, 2), (1, 3)] {
            let answer = last.answer(question, || {
                asked += 1;
                let warning = Diagnostic::warning("W208", "it is asked");
                Checked::new(Arc::new(asked), vec![warning])
            });
            assert_eq!(*answer.value, expected);
            assert_eq!(answer.diagnostics.len(), 1);
        }
    }
}
