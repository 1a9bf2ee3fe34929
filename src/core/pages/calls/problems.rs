//! Each thing once, in the order in which it came first.

use std::collections::HashSet;
use std::hash::Hash;

/// What has been said, and is not said again.
pub(super) struct Once<T> {
    all: Vec<T>,
    said: HashSet<T>,
}

impl<T> Default for Once<T> {
    fn default() -> Self {
        Self {
            all: Vec::new(),
            said: HashSet::new(),
        }
    }
}

impl<T: Clone + Eq + Hash> Once<T> {
    pub(super) fn extend(&mut self, more: impl IntoIterator<Item = T>) {
        for one in more {
            if self.said.insert(one.clone()) {
                self.all.push(one);
            }
        }
    }

    pub(super) fn into_all(self) -> Vec<T> {
        self.all
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::hash::Hasher;

    use super::*;

    thread_local! {
        static COMPARED: Cell<usize> = const { Cell::new(0) };
    }

    #[derive(Debug, Clone)]
    struct Counted(usize);

    impl PartialEq for Counted {
        fn eq(&self, other: &Self) -> bool {
            COMPARED.with(|compared| compared.set(compared.get() + 1));
            self.0 == other.0
        }
    }

    impl Eq for Counted {}

    impl Hash for Counted {
        fn hash<H: Hasher>(&self, state: &mut H) {
            self.0.hash(state);
        }
    }

    #[test]
    fn many_are_compared_a_few_times_each() {
        const MANY: usize = 3000;
        let mut once = Once::default();
        for _ in 0..2 {
            for number in 0..MANY {
                once.extend([Counted(number)]);
            }
        }
        let all: Vec<usize> = once.into_all().into_iter().map(|one| one.0).collect();
        assert_eq!(all, (0..MANY).collect::<Vec<_>>());
        let compared = COMPARED.with(Cell::get);
        assert!((MANY..4 * MANY).contains(&compared), "{compared}");
    }
}
