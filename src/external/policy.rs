//! How considerate the link check is towards hosts.

use std::time::Duration;

/// How requests are sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestPolicy {
    /// How long a response may take.
    pub timeout: Duration,
    /// The pause after each response of a host.
    pub pause: Duration,
    /// The pause before the second attempt; it doubles before each further one.
    pub first_wait: Duration,
    /// The longest pause, whatever a host demands.
    pub longest_wait: Duration,
    /// How many attempts there are for an address.
    pub attempts: u32,
    /// How many hosts get requests at the same time.
    pub concurrency: usize,
}

impl Default for RequestPolicy {
    fn default() -> Self {
        Self {
            timeout: Duration::from_secs(10),
            pause: Duration::from_millis(200),
            first_wait: Duration::from_secs(1),
            longest_wait: Duration::from_secs(30),
            attempts: 3,
            concurrency: 16,
        }
    }
}
