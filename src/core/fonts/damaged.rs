//! Libraries that read fonts count on tables that agree with each other, and panic where they do not.

use std::cell::Cell;
use std::panic::{UnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    /// Whether this thread does what may panic.
    static MAY_PANIC: Cell<bool> = const { Cell::new(false) };
}

/// Does what may panic, and gives none if it does. Nothing is printed of that: it is no bug of ours, and told otherwise.
pub(super) fn caught<T>(work: impl FnOnce() -> T + UnwindSafe) -> Option<T> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let others = take_hook();
        set_hook(Box::new(move |panic| {
            if !MAY_PANIC.get() {
                others(panic);
            }
        }));
    });
    MAY_PANIC.set(true);
    let done = catch_unwind(work);
    MAY_PANIC.set(false);
    done.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_no_result_and_is_over() {
        assert_eq!(caught(|| 1), Some(1));
        assert_eq!(caught(|| -> u8 { panic!("for a test") }), None);
        assert!(!MAY_PANIC.get());
    }
}
