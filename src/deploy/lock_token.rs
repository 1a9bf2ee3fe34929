//! The tokens of locks. A deploy that died leaves its lock at the target; the next one from the
//! same folder recognises the token and need not wait until the lock expires.

use std::env;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::Path;
use std::process;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::locale::text;

/// The token of one deploy, with those of deploys from the same folder that did not end.
#[derive(Debug)]
pub(crate) struct LockToken {
    /// Identifies this deploy.
    pub(crate) token: String,
    /// Who deploys, for messages.
    pub(crate) holder: String,
    /// The tokens of deploys from the same folder that were interrupted.
    earlier: Vec<String>,
    /// Open and locked while this deploy runs.
    file: Option<File>,
}

impl LockToken {
    /// A new token, recorded in `file`. Without a file, or if it cannot be written, the lock of an
    /// interrupted deploy has to expire first.
    ///
    /// # Errors
    /// `E904` while another deploy from the same folder is running.
    pub(super) fn new(file: Option<&Path>) -> Result<Self, Diagnostic> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let mut file = file.and_then(|file| options.open(file).ok());
        if let Some(Err(TryLockError::WouldBlock)) = file.as_ref().map(File::try_lock) {
            let problem = Diagnostic::error("E904", text!("deploy-from-here"));
            return Err(problem.hint(text!("deploy-from-here-hint")));
        }
        let token = token();
        let earlier = file.as_mut().and_then(|file| append(file, &token).ok());
        Ok(Self {
            token,
            holder: holder(),
            earlier: earlier.unwrap_or_default(),
            file,
        })
    }

    /// Whether an interrupted deploy from the same folder had this token.
    pub(crate) fn inherits(&self, token: &str) -> bool {
        self.earlier.iter().any(|earlier| earlier == token)
    }

    /// Forgets all tokens, once the lock is released.
    pub(super) fn clear(&mut self) {
        if let Some(file) = &self.file {
            // A token that stays matches no lock.
            _ = file.set_len(0);
        }
    }
}

impl Drop for LockToken {
    /// Unlocks the file. Closing it is not enough while a child process holds a duplicate of the
    /// descriptor.
    fn drop(&mut self) {
        if let Some(file) = &self.file {
            _ = file.unlock();
        }
    }
}

/// Appends a token, and returns those before it.
fn append(file: &mut File, token: &str) -> io::Result<Vec<String>> {
    let mut text = String::new();
    file.read_to_string(&mut text)?;
    writeln!(file, "{token}")?;
    Ok(text.lines().map(str::to_owned).collect())
}

fn token() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let nanoseconds = since.map_or(0, |since| since.as_nanos());
    let seed = format!("{nanoseconds} {} {}", process::id(), holder());
    format!("{:.16}", Digest::of(seed.as_bytes()))
}

fn holder() -> String {
    let variable = |name| env::var(name).ok();
    let user = variable("USER").or_else(|| variable("USERNAME"));
    let user = user.unwrap_or_else(|| "somebody".to_owned());
    match variable("HOSTNAME").or_else(|| variable("COMPUTERNAME")) {
        Some(machine) => format!("{user}@{machine}"),
        None => user,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_inherits_from_interrupted_deploys_and_not_from_running_ones() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("deploy");
        let first = LockToken::new(Some(&file)).unwrap();
        assert!(!first.inherits("") && !first.inherits(&first.token));
        assert_eq!(LockToken::new(Some(&file)).unwrap_err().code, "E904");
        let token = first.token.clone();
        drop(first);
        // A deploy that did not get the lock passes the tokens on.
        let second = LockToken::new(Some(&file)).unwrap();
        assert!(second.inherits(&token) && second.token != token);
        drop(second);
        // A duplicate of the descriptor, as a child process has, keeps nothing locked.
        let third = LockToken::new(Some(&file)).unwrap();
        let copy = third.file.as_ref().unwrap().try_clone().unwrap();
        drop(third);
        let mut third = LockToken::new(Some(&file)).unwrap();
        drop(copy);
        assert!(third.inherits(&token));
        third.clear();
        drop(third);
        assert!(!LockToken::new(Some(&file)).unwrap().inherits(&token));
        let nowhere = LockToken::new(Some(&folder.path().join("no/such/folder"))).unwrap();
        assert!(!nowhere.inherits(&token));
    }
}
