//! What makes a lock at a target this machine's own. A deploy that died cannot let go of its lock; the next one from the same folder
//! knows it by its token, and need not wait until it expires.

use std::env;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::Path;
use std::process;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::diagnostic::Diagnostic;
use crate::digest::Digest;

/// The right of one deploy to locks of its own, and to those of the one before it from the same folder.
#[derive(Debug)]
pub(crate) struct LockToken {
    /// What tells this deploy from all others.
    pub(crate) token: String,
    /// Who deploys, for people who find the target locked.
    pub(crate) holder: String,
    /// The tokens of deploys from here that did not come to an end, and are not under way any more.
    before: Vec<String>,
    /// Open, and locked, for as long as this deploy lives.
    file: Option<File>,
}

impl LockToken {
    /// The claim of a deploy that writes its token into `file`. Where there is none, or it cannot be written, a deploy that died is
    /// waited for like anybody else's.
    ///
    /// # Errors
    /// `E904` while another deploy from here is under way.
    pub(super) fn new(file: Option<&Path>) -> Result<Self, Diagnostic> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let mut file = file.and_then(|file| options.open(file).ok());
        if let Some(Err(TryLockError::WouldBlock)) = file.as_ref().map(File::try_lock) {
            let message = "a deploy to this target is under way from the same folder";
            let problem = Diagnostic::error("E904", message);
            return Err(problem.hint("wait until it ends"));
        }
        let token = token();
        let before = file.as_mut().and_then(|file| append(file, &token).ok());
        Ok(Self {
            token,
            holder: holder(),
            before: before.unwrap_or_default(),
            file,
        })
    }

    /// Whether a lock with this token was left behind by a deploy from here.
    pub(crate) fn inherits(&self, token: &str) -> bool {
        self.before.iter().any(|before| before == token)
    }

    /// Forgets all tokens: the lock has been let go of.
    pub(super) fn settle(&mut self) {
        if let Some(file) = &self.file {
            // What stays there names no lock that there is.
            _ = file.set_len(0);
        }
    }
}

impl Drop for LockToken {
    /// Lets go of the file at once. Closing it alone would not, while a program that was just started still has a copy of the
    /// open file.
    fn drop(&mut self) {
        if let Some(file) = &self.file {
            _ = file.unlock();
        }
    }
}

/// Writes a token after those that are there, and gives those.
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
    fn a_claim_inherits_from_the_one_before_it_and_not_while_that_lives() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("deploy");
        let first = LockToken::new(Some(&file)).unwrap();
        assert!(!first.inherits("") && !first.inherits(&first.token));
        assert_eq!(LockToken::new(Some(&file)).unwrap_err().code, "E904");
        let token = first.token.clone();
        drop(first);
        // One that did not get the lock leaves the claim to it to the next.
        let second = LockToken::new(Some(&file)).unwrap();
        assert!(second.inherits(&token) && second.token != token);
        drop(second);
        // A copy of the open file, such as a program has that is just being started, holds nothing up.
        let third = LockToken::new(Some(&file)).unwrap();
        let copy = third.file.as_ref().unwrap().try_clone().unwrap();
        drop(third);
        let mut third = LockToken::new(Some(&file)).unwrap();
        drop(copy);
        assert!(third.inherits(&token));
        third.settle();
        drop(third);
        assert!(!LockToken::new(Some(&file)).unwrap().inherits(&token));
        let nowhere = LockToken::new(Some(&folder.path().join("no/such/folder"))).unwrap();
        assert!(!nowhere.inherits(&token));
    }
}
