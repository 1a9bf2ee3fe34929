//! The contents of one published file, shared rather than copied: the memo, the preview server and
//! `publish` hold the same allocation.
//!
//! Fonts, cards and the search index take thousands of times longer to compute than pages, so their
//! bytes are lazy: computed when somebody first reads them. A digest of all inputs stands for them
//! until then: two are compared by it. Whoever remembers what was computed, as publishing does,
//! remembers it together with the build of warraq that computed it, because another may compute
//! other bytes from the same inputs; a file whose record has the same recipe is left alone.

#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::{Arc, OnceLock};

use crate::digest::Digest;
use crate::source::Source;
use crate::source::load::LargeFile;

/// Immutable bytes; a clone is a pointer. Made from a `Vec` without copying it, which is why it is
/// not an `Arc<[u8]>`.
#[derive(Clone)]
pub struct Bytes(Arc<Contents>);

struct Contents {
    made: OnceLock<Made>,
    /// How many there are, of bytes that were counted and let go.
    size: OnceLock<u64>,
    recipe: Option<Recipe>,
}

/// Bytes that are there. A text stays one: whoever reads it need not look through it again to know
/// that it is UTF-8.
enum Made {
    Text(String),
    Raw(Vec<u8>),
    /// A file of the site that is copied as it is.
    OnDisk(LargeFile),
}

impl Made {
    fn as_slice(&self) -> Option<&[u8]> {
        match self {
            Self::Text(text) => Some(text.as_bytes()),
            Self::Raw(bytes) => Some(bytes),
            Self::OnDisk(_) => None,
        }
    }
}

/// Where bytes are.
#[derive(Debug, Clone, Copy)]
pub enum Held<'b> {
    /// In memory.
    InMemory(&'b [u8]),
    /// In a file, and nowhere else.
    OnDisk(&'b LargeFile),
}

/// How bytes are made that are not there yet.
struct Recipe {
    inputs: Digest,
    make: Box<dyn Fn() -> Made + Send + Sync>,
    /// Whether what was made for one reader is kept for others.
    is_kept: bool,
}

impl Bytes {
    /// Bytes that `make` makes when they are first looked at, which may be never: a publish whose
    /// folder holds the file leaves it there. `inputs` is the digest of everything they are made
    /// of, and stands for them: where it is the same, they are taken to be the same.
    pub fn lazy(inputs: Digest, make: impl Fn() -> Vec<u8> + Send + Sync + 'static) -> Self {
        let make = Box::new(move || Made::Raw(make()));
        Self::from(Recipe {
            inputs,
            make,
            is_kept: true,
        })
    }

    /// Bytes that `make` makes of a file of the site when they are first looked at. Where it cannot be read by then, they are
    /// one that nobody can send on, and never the file itself: `make` may be there to take something out of it.
    pub fn lazy_of(
        inputs: Digest,
        source: &Source,
        make: impl Fn(&[u8]) -> Vec<u8> + Send + Sync + 'static,
    ) -> Self {
        let source = source.clone();
        let make = Box::new(move || {
            let Some(file) = source.on_disk() else {
                return Made::Raw(make(source.bytes()));
            };
            match file.read_part(0, file.size()) {
                Ok(bytes) => Made::Raw(make(&bytes)),
                Err(_) => Made::OnDisk(file.lost()),
            }
        });
        Self::from(Recipe {
            inputs,
            make,
            is_kept: false,
        })
    }

    /// The same lazy bytes, which `keep` puts into a file when they are first looked at, or finds in one. What it returns stands
    /// for them, and nothing else of them stays in memory.
    #[must_use]
    pub fn kept_by(&self, keep: impl Fn(&Self) -> Self + Send + Sync + 'static) -> Self {
        let Some(recipe) = self.0.recipe.as_ref().filter(|_| !self.is_made()) else {
            return self.clone();
        };
        let bytes = self.clone();
        let make = Box::new(move || match keep(&bytes).made() {
            Made::Text(text) => Made::Text(text.clone()),
            Made::Raw(bytes) => Made::Raw(bytes.clone()),
            Made::OnDisk(file) => Made::OnDisk(file.clone()),
        });
        Self::from(Recipe {
            inputs: recipe.inputs,
            make,
            is_kept: true,
        })
    }

    /// The bytes for a reader who lets them go. What is made of a file of the site is made for that reader alone, unless it is
    /// there already: a site may have thousands of photographs, which memory would not hold together.
    #[must_use]
    pub fn once(&self) -> Self {
        match &self.0.recipe {
            Some(recipe) if !recipe.is_kept => self.anew(),
            _ => self.clone(),
        }
    }

    /// The bytes for one reader alone, unless they are there already.
    #[must_use]
    pub fn anew(&self) -> Self {
        match &self.0.recipe {
            Some(recipe) if !self.is_made() => (recipe.make)().into(),
            _ => self.clone(),
        }
    }

    /// Whether they are there, or nobody has looked at them yet.
    #[must_use]
    pub fn is_made(&self) -> bool {
        self.0.made.get().is_some()
    }

    /// The digest of what lazy bytes are made of. It is the same in every build of warraq, so that
    /// names may hold it.
    #[must_use]
    pub fn input_digest(&self) -> Option<Digest> {
        self.0.recipe.as_ref().map(|recipe| recipe.inputs)
    }

    /// The digest of what lazy bytes are made of and of the build of warraq that makes them. Where
    /// it is the same, so are the bytes: this is what to remember them by from one run to the next.
    #[must_use]
    pub fn recipe_digest(&self) -> Option<Digest> {
        self.input_digest().map(recipe_digest)
    }

    /// The text that they are, if they are one. What was made from a text is known to be one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self.made() {
            Made::Text(text) => Some(text),
            Made::Raw(bytes) => std::str::from_utf8(bytes).ok(),
            Made::OnDisk(_) => None,
        }
    }

    /// The bytes, unless they are on the disk only.
    #[must_use]
    pub fn as_slice(&self) -> Option<&[u8]> {
        self.made().as_slice()
    }

    /// Where they are, for those who send them on.
    #[must_use]
    pub fn held(&self) -> Held<'_> {
        match self.made() {
            Made::OnDisk(file) => Held::OnDisk(file),
            Made::Text(text) => Held::InMemory(text.as_bytes()),
            Made::Raw(bytes) => Held::InMemory(bytes),
        }
    }

    /// The file that they are, if they are known to be on the disk only. Lazy bytes are not made for this question.
    #[must_use]
    pub fn on_disk(&self) -> Option<&LargeFile> {
        match self.0.made.get() {
            Some(Made::OnDisk(file)) => Some(file),
            _ => None,
        }
    }

    /// How many there are. What is made of a file of the site is not kept for this question.
    #[must_use]
    pub fn size(&self) -> u64 {
        if let Some(recipe) = &self.0.recipe
            && !recipe.is_kept
            && !self.is_made()
        {
            return *self.0.size.get_or_init(|| self.anew().size());
        }
        match self.made() {
            Made::OnDisk(file) => file.size(),
            Made::Text(text) => text.len() as u64,
            Made::Raw(bytes) => bytes.len() as u64,
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.size() == 0
    }

    /// Their digest.
    #[must_use]
    pub fn digest(&self) -> Digest {
        match self.made() {
            Made::OnDisk(file) => file.digest(),
            Made::Text(text) => Digest::of(text.as_bytes()),
            Made::Raw(bytes) => Digest::of(bytes),
        }
    }

    fn made(&self) -> &Made {
        let make = || {
            let recipe = self.0.recipe.as_ref();
            recipe.map_or_else(|| Made::Raw(Vec::new()), |recipe| (recipe.make)())
        };
        self.0.made.get_or_init(make)
    }
}

/// A fingerprint of this program: its version, its sources and the versions of what it is compiled
/// from. See `build/`.
const BUILD: &str = env!("WARRAQ_BUILD");

/// The digest of inputs and of the build of warraq that makes something of them. Where it is the
/// same, so is what is made.
#[must_use]
pub fn recipe_digest(inputs: Digest) -> Digest {
    recipe_of(BUILD, inputs)
}

fn recipe_of(build: &str, inputs: Digest) -> Digest {
    Digest::of_value(&(build, inputs))
}

impl PartialEq for Bytes {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
            || match (self.input_digest(), other.input_digest()) {
                (Some(one), Some(other)) => one == other,
                _ => match (self.as_slice(), other.as_slice()) {
                    (Some(one), Some(other)) => one == other,
                    _ => self.size() == other.size() && self.digest() == other.digest(),
                },
            }
    }
}

impl Eq for Bytes {}

impl Default for Bytes {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl From<Recipe> for Bytes {
    fn from(recipe: Recipe) -> Self {
        Self(Arc::new(Contents {
            made: OnceLock::new(),
            size: OnceLock::new(),
            recipe: Some(recipe),
        }))
    }
}

impl From<Made> for Bytes {
    fn from(made: Made) -> Self {
        Self(Arc::new(Contents {
            made: made.into(),
            size: OnceLock::new(),
            recipe: None,
        }))
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        Made::Raw(bytes).into()
    }
}

impl From<String> for Bytes {
    fn from(text: String) -> Self {
        Made::Text(text).into()
    }
}

impl From<LargeFile> for Bytes {
    fn from(file: LargeFile) -> Self {
        Made::OnDisk(file).into()
    }
}

impl From<&Source> for Bytes {
    /// The file as it is.
    fn from(source: &Source) -> Self {
        match source.on_disk() {
            Some(file) => file.clone().into(),
            None => source.bytes().to_vec().into(),
        }
    }
}

impl fmt::Debug for Bytes {
    /// The length only: a page's bytes would drown whatever is being debugged.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.made.get() {
            Some(_) => write!(f, "Bytes({})", self.size()),
            None => write!(f, "Bytes(not made yet)"),
        }
    }
}
