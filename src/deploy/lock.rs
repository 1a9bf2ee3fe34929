//! The lock of a target: who is deploying, and until when that is believed. Pure.

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;

/// For how long a lock is believed that nobody renews, in seconds. A deploy that died should not keep the next one out for
/// longer than an editor's coffee.
pub(super) const LIFETIME: u64 = 10 * 60;

/// After how many seconds a deploy that goes on renews its lock.
pub(super) const RENEWAL: u64 = LIFETIME / 4;

/// The lock, as it lies at a target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Lock {
    /// What tells this deploy from all others.
    pub(super) token: String,
    /// Who took it, for people.
    pub(super) holder: String,
    /// When it stops to count, in seconds since 1970 UTC.
    pub(super) expires: u64,
}

impl Lock {
    /// A lock taken now.
    pub(super) fn new(token: &str, holder: &str, now: u64) -> Self {
        Self {
            token: token.to_owned(),
            holder: holder.to_owned(),
            expires: now + LIFETIME,
        }
    }

    /// The lock with a life that begins anew.
    pub(super) fn renewed(&self, now: u64) -> Self {
        Self::new(&self.token, &self.holder, now)
    }

    /// Whether it is time to renew it.
    pub(super) fn is_ageing(&self, now: u64) -> bool {
        now + LIFETIME >= self.expires + RENEWAL
    }

    /// Reads a lock. One that cannot be read counts as one that has expired: it was torn while it was written.
    pub(super) fn parse(text: &[u8]) -> Option<Self> {
        serde_json::from_slice(text).ok()
    }

    /// The lock as text.
    pub(super) fn text(&self) -> Vec<u8> {
        // Strings and numbers always have a form.
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Whether others have to keep out.
    pub(super) fn holds(&self, now: u64) -> bool {
        now < self.expires
    }

    /// What somebody else is told.
    pub(super) fn refusal(&self, now: u64) -> Diagnostic {
        let minutes = self.expires.saturating_sub(now).div_ceil(60);
        let message = format!("`{}` is deploying to the same target", self.holder);
        let hint = format!(
            "wait until that is done; if it was broken off, its lock expires in {minutes} minutes"
        );
        Diagnostic::error("E904", message).hint(hint)
    }

    /// What a deploy is told whose lock is not there any more.
    pub(super) fn gone() -> Diagnostic {
        let message = "the lock at the target has been taken away";
        Diagnostic::error("E904", message).hint("look at what is published, and deploy again")
    }

    /// What a deploy is told whose lock is not its own any more.
    pub(super) fn lost(&self) -> Diagnostic {
        let message = format!(
            "`{}` took over while this deploy was standing still",
            self.holder
        );
        let hint = "look at what is published, and deploy again";
        Diagnostic::error("E904", message).hint(hint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_counts_until_it_expires_and_is_renewed_before() {
        let lock = Lock::new("t", "nour@desk", 1000);
        assert_eq!(Lock::parse(&lock.text()), Some(lock.clone()));
        assert!(lock.holds(1000 + LIFETIME - 1) && !lock.holds(1000 + LIFETIME));
        assert!(!lock.is_ageing(1000 + RENEWAL - 1) && lock.is_ageing(1000 + RENEWAL));
        assert!(lock.renewed(1000 + RENEWAL).holds(1000 + LIFETIME));
        assert_eq!(Lock::parse(b"{\"token\":"), None);
    }
}
