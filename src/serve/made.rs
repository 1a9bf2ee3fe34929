//! What is made of a file when somebody asks for it: copies of photographs, cards, fonts. The preview keeps what was asked for
//! last, up to a size: a site may have more of it than memory holds.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use crate::digest::Digest;
use crate::output::Bytes;

/// How much is kept, in bytes.
const MOST: u64 = 64 << 20;

/// How much is made at once. A photograph takes as much memory as it has pixels while it is copied.
const AT_ONCE: usize = 2;

/// What was made, and how much may be at once.
#[derive(Debug)]
pub(super) struct Made {
    kept: Mutex<Kept>,
    turns: Semaphore,
}

impl Default for Made {
    fn default() -> Self {
        Self {
            kept: Mutex::new(Kept::up_to(MOST)),
            turns: Semaphore::new(AT_ONCE),
        }
    }
}

impl Made {
    /// The bytes, made. `None` where making them broke off.
    pub(super) async fn of(self: &Arc<Self>, bytes: &Bytes) -> Option<Bytes> {
        let late = bytes.input_digest().filter(|_| !bytes.is_made());
        let Some(inputs) = late else {
            return Some(bytes.clone());
        };
        if let Some(made) = self.kept().get(inputs) {
            return Some(made);
        }
        let _turn = self.turns.acquire().await.ok()?;
        if let Some(made) = self.kept().get(inputs) {
            return Some(made);
        }
        let bytes = bytes.clone();
        let made = spawn_blocking(move || bytes.anew()).await.ok()?;
        self.kept().keep(inputs, &made);
        Some(made)
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The last that was made, the latest at the end.
#[derive(Debug)]
struct Kept {
    all: VecDeque<(Digest, Bytes)>,
    most: u64,
}

impl Kept {
    fn up_to(most: u64) -> Self {
        Self {
            all: VecDeque::new(),
            most,
        }
    }

    fn get(&mut self, inputs: Digest) -> Option<Bytes> {
        let at = self.all.iter().position(|(known, _)| *known == inputs)?;
        let found = self.all.remove(at)?;
        let bytes = found.1.clone();
        self.all.push_back(found);
        Some(bytes)
    }

    fn keep(&mut self, inputs: Digest, made: &Bytes) {
        // Another request may have had it made meanwhile.
        self.all.retain(|(known, _)| *known != inputs);
        self.all.push_back((inputs, made.clone()));
        while self.size() > self.most {
            self.all.pop_front();
        }
    }

    fn size(&self) -> u64 {
        self.all.iter().map(|(_, bytes)| bytes.size()).sum()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use tokio::runtime::Builder;

    use super::*;

    fn made_up_to(most: u64) -> Arc<Made> {
        Arc::new(Made {
            kept: Mutex::new(Kept::up_to(most)),
            turns: Semaphore::new(1),
        })
    }

    #[test]
    fn what_was_asked_for_last_is_kept_and_no_more_than_fits() {
        let times = Arc::new(AtomicUsize::new(0));
        let late = |name: &'static str| {
            let times = times.clone();
            Bytes::lazy(Digest::of(name.as_bytes()), move || {
                times.fetch_add(1, Ordering::SeqCst);
                [name.as_bytes(), &[b'.'; 39]].concat()
            })
        };
        let (a, b, c) = (late("a"), late("b"), late("c"));
        let made = made_up_to(100);
        let runtime = Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            for (bytes, expected) in [(&a, 1), (&b, 2), (&a, 2), (&c, 3), (&a, 3), (&b, 4)] {
                let found = made.of(bytes).await.unwrap();
                assert_eq!(found.size(), 40);
                assert_eq!(times.load(Ordering::SeqCst), expected);
                assert!(!bytes.is_made(), "the site keeps it for ever");
                assert!(made.kept().size() <= 100);
            }
        });
    }

    #[test]
    fn what_is_larger_than_all_that_fits_is_sent_and_let_go() {
        let late = Bytes::lazy(Digest::of(b"1"), || vec![0; 101]);
        let made = made_up_to(100);
        let runtime = Builder::new_current_thread().build().unwrap();
        let found = runtime.block_on(made.of(&late)).unwrap();
        assert_eq!((found.size(), made.kept().all.len()), (101, 0));
    }
}
