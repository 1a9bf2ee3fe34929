//! What a template prints, held against a limit while it prints.

use std::io::{self, ErrorKind, Write};

/// Takes so many bytes and no more.
pub(super) struct Bounded {
    pub(super) bytes: Vec<u8>,
    limit: usize,
    /// Whether there were more.
    pub(super) is_exceeded: bool,
}

impl Bounded {
    pub(super) fn new(capacity: usize, limit: usize) -> Self {
        Self {
            bytes: Vec::with_capacity(capacity.min(limit)),
            limit,
            is_exceeded: false,
        }
    }
}

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes.len() > self.limit - self.bytes.len() {
            self.is_exceeded = true;
            return Err(ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_beyond_the_limit_is_refused() {
        let mut bounded = Bounded::new(100, 5);
        bounded.write_all(b"12345").unwrap();
        assert!(!bounded.is_exceeded);
        assert_eq!(
            bounded.write_all(b"6").unwrap_err().kind(),
            ErrorKind::FileTooLarge
        );
        assert!(bounded.is_exceeded);
        assert_eq!(bounded.bytes, b"12345");
    }
}
