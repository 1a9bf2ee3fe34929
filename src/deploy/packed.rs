//! What a dry run has made: files in content codings, fonts, cards, the search index. It takes much
//! longer than all else, and the deploy that follows would make it again. Saves time and nothing
//! else: where it cannot be read, it is made anew.

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::digest::Digest;
use crate::hosting::Release;
use crate::output::Bytes;

/// The folder for it.
pub struct Packed(PathBuf);

impl Packed {
    /// What is below a state folder.
    #[must_use]
    pub fn below(state: &Path) -> Self {
        Self(state.join("packed"))
    }

    /// Gives lazy files the bytes that a dry run has made of the same inputs.
    pub fn recall(&self, release: &mut Release) {
        let files: Vec<_> = release.files.values_mut().collect();
        files.into_par_iter().for_each(|file| {
            if let Some(bytes) = self.read(&file.bytes) {
                file.bytes = file.bytes.remade(bytes);
            }
        });
    }

    fn read(&self, lazy: &Bytes) -> Option<Vec<u8>> {
        let recipe = lazy.recipe_digest().filter(|_| !lazy.is_made())?;
        let kept = fs::read(self.0.join(recipe.to_string())).ok()?;
        // A process that was killed may have left half of it.
        let (digest, bytes) = kept.split_first_chunk::<DIGITS>()?;
        let is_whole = digest == Digest::of(bytes).to_string().as_bytes();
        is_whole.then(|| bytes.to_vec())
    }

    /// Keeps what was made of the lazy files of a release, and nothing else.
    pub fn keep(&self, release: &Release) {
        self.forget();
        if fs::create_dir_all(&self.0).is_err() {
            return;
        }
        let files: Vec<_> = release.files.values().map(|file| &file.bytes).collect();
        files.into_par_iter().for_each(|lazy| {
            let recipe = lazy.recipe_digest().filter(|_| lazy.is_made());
            if let (Some(recipe), Some(bytes)) = (recipe, lazy.as_slice()) {
                let digest = Digest::of(bytes).to_string();
                let text = [digest.as_bytes(), bytes].concat();
                // What cannot be kept is made again.
                _ = fs::write(self.0.join(recipe.to_string()), text);
            }
        });
    }

    /// Deletes what was kept.
    pub fn forget(&self) {
        _ = fs::remove_dir_all(&self.0);
    }
}

/// The length of a digest as text.
const DIGITS: usize = 64;

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::hosting::HostedFile;
    use crate::pages::Role;
    use crate::path::OutputPath;

    fn release(bytes: Bytes) -> Release {
        let path = OutputPath::new("a.html.br").unwrap();
        let file = HostedFile {
            bytes,
            role: Role::Page,
            headers: BTreeMap::new(),
        };
        Release {
            files: BTreeMap::from([(path, file)]),
        }
    }

    fn bytes(release: &Release) -> Bytes {
        release.files.values().next().unwrap().bytes.clone()
    }

    #[test]
    fn what_a_dry_run_made_is_not_made_again() {
        let state = tempfile::tempdir().unwrap();
        let packed = Packed::below(state.path());
        let inputs = Digest::of(b"page");
        let made = release(Bytes::lazy(inputs, || b"packed".to_vec()));
        packed.keep(&made);
        assert!(
            !state
                .path()
                .join("packed")
                .read_dir()
                .unwrap()
                .any(|_| true),
            "nobody made it"
        );
        let recipe = bytes(&made).recipe_digest();
        assert_eq!(bytes(&made).as_slice(), Some(&b"packed"[..]));
        packed.keep(&made);

        let unmade = || release(Bytes::lazy(inputs, || b"made anew".to_vec()));
        let mut recalled = unmade();
        packed.recall(&mut recalled);
        assert_eq!(bytes(&recalled).as_slice(), Some(&b"packed"[..]));
        assert_eq!(bytes(&recalled).recipe_digest(), recipe);
        let mut other = release(Bytes::lazy(Digest::of(b"other"), || b"other".to_vec()));
        packed.recall(&mut other);
        assert_eq!(bytes(&other).as_slice(), Some(&b"other"[..]));

        // Half of it, or nothing.
        for length in [70, 64, 10, 0] {
            let file = state
                .path()
                .join("packed")
                .join(recipe.unwrap().to_string());
            let whole = fs::read(&file).unwrap();
            fs::write(&file, &whole[..length.min(whole.len() - 1)]).unwrap();
            let mut broken = unmade();
            packed.recall(&mut broken);
            assert_eq!(bytes(&broken).as_slice(), Some(&b"made anew"[..]));
            fs::write(&file, whole).unwrap();
        }
        packed.forget();
        let mut forgotten = unmade();
        packed.recall(&mut forgotten);
        assert_eq!(bytes(&forgotten).as_slice(), Some(&b"made anew"[..]));
    }
}
