//! The lock of a target: who is deploying, and when the lock expires. Pure.

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::locale::text;

/// How long a lock is valid after it was taken or renewed, in seconds. Long enough for the longest
/// request, short enough to wait for after a crash.
pub(super) const LIFETIME: u64 = 10 * 60;

/// How often a running deploy renews its lock, in seconds.
pub(super) const RENEWAL: u64 = LIFETIME / 4;

/// The lock, as it is stored at a target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Lock {
    /// Identifies the deploy.
    pub(super) token: String,
    /// Who took it, for messages.
    pub(super) holder: String,
    /// When it expires, in seconds since 1970 UTC.
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

    /// The lock with a new time of expiry.
    pub(super) fn renewed(&self, now: u64) -> Self {
        Self::new(&self.token, &self.holder, now)
    }

    /// Whether it is time to renew it.
    pub(super) fn is_due(&self, now: u64) -> bool {
        now + LIFETIME >= self.expires + RENEWAL
    }

    /// Reads a lock. One that cannot be read counts as expired: its writer died.
    pub(super) fn parse(text: &[u8]) -> Option<Self> {
        serde_json::from_slice(text).ok()
    }

    /// The lock as text.
    pub(super) fn text(&self) -> Vec<u8> {
        // Strings and numbers always have a form.
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Whether it has not expired.
    pub(super) fn is_valid(&self, now: u64) -> bool {
        now < self.expires
    }

    /// The error for another deploy.
    pub(super) fn refusal(&self, now: u64) -> Diagnostic {
        let minutes = self.expires.saturating_sub(now).div_ceil(60);
        let message = text!("deploy-at-once", holder = &self.holder);
        Diagnostic::error("E904", message).hint(text!("deploy-at-once-hint", minutes))
    }

    /// The error for a deploy whose lock was removed.
    pub(super) fn gone() -> Diagnostic {
        Diagnostic::error("E904", text!("deploy-lock-gone")).hint(text!("deploy-lock-gone-hint"))
    }

    /// The error for a deploy whose lock was taken over.
    pub(super) fn lost(&self) -> Diagnostic {
        let message = text!("deploy-lock-lost", holder = &self.holder);
        Diagnostic::error("E904", message).hint(text!("deploy-lock-gone-hint"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_counts_until_it_expires_and_is_renewed_before() {
        let lock = Lock::new("t", "nour@desk", 1000);
        assert_eq!(Lock::parse(&lock.text()), Some(lock.clone()));
        assert!(lock.is_valid(1000 + LIFETIME - 1) && !lock.is_valid(1000 + LIFETIME));
        assert!(!lock.is_due(1000 + RENEWAL - 1) && lock.is_due(1000 + RENEWAL));
        assert!(lock.renewed(1000 + RENEWAL).is_valid(1000 + LIFETIME));
        assert_eq!(Lock::parse(b"{\"token\":"), None);
    }
}
