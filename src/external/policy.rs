//! How considerate the link check is towards hosts.

use std::time::Duration;

/// How hosts are treated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestPolicy {
    /// How long an answer may take.
    pub timeout: Duration,
    /// How long a host is left alone after each answer.
    pub pause: Duration,
    /// How long before an address is asked a second time; twice as long before the third, and so on.
    pub first_wait: Duration,
    /// The longest that is waited, whatever a host asks for.
    pub longest_wait: Duration,
    /// How often an address is asked before it is given up.
    pub attempts: u32,
    /// How many hosts are asked at a time.
    pub at_once: usize,
}

impl Default for RequestPolicy {
    fn default() -> Self {
        Self {
            timeout: Duration::from_secs(10),
            pause: Duration::from_millis(200),
            first_wait: Duration::from_secs(1),
            longest_wait: Duration::from_secs(30),
            attempts: 3,
            at_once: 16,
        }
    }
}
